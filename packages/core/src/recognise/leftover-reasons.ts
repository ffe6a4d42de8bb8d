import type { Document } from './document.ts'
import type { Line } from './lines/line.ts'
import { isPromotion } from './marks/closing.ts'
import type { Plan } from './readings/plan.ts'
import { toSections } from './sections.ts'

/**
 * Returns why each line is in no question; lines of questions have a reason too, which does not matter.
 *
 * @param document What is known of the document.
 * @param plan Where its questions are.
 * @param owner For each line the index of its question, or −1.
 */
export function leftoverReasons(document: Document, plan: Plan, owner: Int32Array): string[] {
  const sections = toSections(document, plan)
  const first = owner.findIndex((question) => question >= 0)
  const last = owner.findLastIndex((question) => question >= 0)
  let topic: string | undefined
  return document.lines.map((line, index) => {
    if (line.kind === 'heading') topic = topicOf(line.text)
    const noise = document.noise[index]
    if (noise) return noise
    if (document.inKey[index]) return 'answer-key'
    if (line.kind === 'rule') return 'separator'
    if (index === sections.title) return 'title'
    if (topic && index > last) return topic
    if (first < 0) return 'no-question'
    if (sections.lines.has(index)) return 'section-heading'
    if (index > last) return promotes(document.lines, last, index) ? 'promotion' : 'footer'
    if (index < first || isPromotion(line.text)) return index < first ? 'preamble' : 'promotion'
    return 'aside'
  })
}

/** The lines after the last question promote, or the line itself does. */
function promotes(lines: readonly Line[], last: number, index: number): boolean {
  return (
    isPromotion((lines[index] as Line).text) || lines.slice(last + 1, last + 12).some((line) => isPromotion(line.text))
  )
}

const topics: ReadonlyArray<readonly [RegExp, string]> = [
  [/licen[sc]e|copyright|许可|版权|声明/iu, 'licence'],
  [/contribut|credits?|acknowledg|thanks|authors?|贡献|致谢|鸣谢|作者/iu, 'contributors'],
  [/references?|resources|further reading|bibliography|参考|延伸阅读|推荐阅读/iu, 'references'],
]

function topicOf(title: string): string | undefined {
  return title.length < 60 ? topics.find(([pattern]) => pattern.test(title))?.[1] : undefined
}
