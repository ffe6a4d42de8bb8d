import type { Document } from '../document.ts'
import type { Line } from '../lines/line.ts'
import { questionLikeness } from '../marks/question-words.ts'
import { simplified } from '../marks/simplified.ts'
import type { Candidate, Start } from './reading.ts'

const prefix =
  /^(?:(\[!(?:question|faq|help|quiz|flashcard)\])[-+]?\s{0,4}|([[【(（]?(?:问题|问|提问|题目|面试官|面试题|面试问题|q|question|题)\s?(?:\p{Nd}{1,4})?[\]】)）]?)\s{0,3}(?:[:：.．](?!\p{Nd})|(?<=[\]】)）]))\s{0,4})/iu

/** `🧑 面试官：` */
const sign = /^(?:\p{Extended_Pictographic}|\u200d|\ufe0f|[♂♀]|[\u{1f3fb}-\u{1f3ff}]){1,6}\s{0,2}/u

/**
 * Returns the readings in which a word opens each question: `Q:`, `问：`, or the mark of a callout: `[!question]`.
 *
 * @param document What is known of the document.
 */
export function prefixCandidates(document: Document): Candidate[] {
  const families = new Map<string, Start[]>()
  for (const [index, feature] of document.features.entries()) {
    if (document.noise[index] !== undefined || feature.place === 'none') continue
    const line = document.lines[index] as Line
    const lead =
      feature.indent +
      (sign.exec(line.text.slice(feature.indent, feature.indent + 12))?.[0].length ?? 0) +
      (feature.numbers.find((number) => !number.style.startsWith('word') && number.style !== 'brackets')?.length ?? 0)
    const match = prefix.exec(simplified(line.text.slice(lead, lead + 40)))
    if (!match) continue
    const word = (match[1] ?? (match[2] as string)).replaceAll(/[\p{Nd}\s\p{P}]/gu, '').toLowerCase()
    const start = {
      line: index,
      number: feature.numbers[0],
      mark: lead + match[0].length,
      likeness: questionLikeness(line.text.slice(lead + match[0].length)),
    }
    const starts = families.get(word) ?? []
    starts.push(start)
    families.set(word, starts)
  }
  return [...families].map(([word, starts]) => ({
    style: 'prefix' as const,
    detail: word,
    starts,
    depth: 0,
    regular: 0,
    irregular: 0,
  }))
}
