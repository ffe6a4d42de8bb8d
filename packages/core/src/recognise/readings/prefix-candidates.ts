import type { Document } from '../document.ts'
import type { Line } from '../lines/line.ts'
import { questionLikeness } from '../marks/question-words.ts'
import { simplified } from '../marks/simplified.ts'
import { typeMark } from '../marks/type-mark.ts'
import type { Candidate, Start } from './reading.ts'

const prefix =
  /^(?:(\[!(?:question|faq|help|quiz|flashcard)\])[-+]?\s{0,4}|([[【(（]?(?:问题|问|提问|题目|面试官|面试题|面试问题|q|question|题)\s?(?:\p{Nd}{1,4})?[\]】)）]?)\s{0,3}(?:[:：.．](?!\p{Nd})|(?<=[\]】)）]))\s{0,4})/iu

/** Family of the lines that name nothing but the kind of a question. */
const kindAlone = 'kind'

/** `[单选题]` alone, above its stem and often below its number: a page copied from a browser parts the three. */
function typedAlone({ lines, features }: Document, index: number): Start | undefined {
  const { kind, text } = lines[index] as Line
  const type = kind === 'text' ? typeMark(text.trim()) : undefined
  const stem = lines[index + 1]
  if (!type || type.length < text.trim().length || stem?.kind !== 'text' || stem.text.trim() === '') return undefined
  const printed = /^\s{0,4}(\p{Nd}{1,4})\s{0,4}$/u.exec(lines[index - 1]?.text ?? '')?.[1]
  // A stem that has its number itself begins the question.
  if (printed === undefined && features[index + 1]?.numbers.length) return undefined
  const number =
    printed === undefined
      ? undefined
      : ({ style: 'bare', explicit: false, printed, value: Number(printed.normalize('NFKC')), length: 0 } as const)
  return { line: index, number, mark: 0, likeness: features[index + 1]?.likeness ?? 0 }
}

/** `🧑 面试官：` */
const sign = /^(?:\p{Extended_Pictographic}|\u200d|\ufe0f|[♂♀]|[\u{1f3fb}-\u{1f3ff}]){1,6}\s{0,2}/u

/** `Practice Question`, alone in a bold line or a heading. */
const label =
  /^\s{0,4}(?:(?:practice|review|sample|quiz|test|exam|study)\s)(?:question|problem|exercise|item)\s?[:：]?\s{0,4}$/iu

/** Lines that say nothing but that a question follows, in the same words again and again. */
function labelStarts({ features, lines, noise, roles }: Document): Start[] {
  const found = lines.filter(
    ({ index, text }) =>
      (features[index]?.place === 'bold' || features[index]?.place === 'heading') &&
      noise[index] === undefined &&
      label.test(text),
  )
  const first = found[0]?.text.trim()
  return found
    .filter(
      ({ index, text }) => text.trim() === first && lines[index + 1]?.kind === 'text' && roles[index + 1] === 'none',
    )
    .map(({ index, text }) => ({ line: index, number: undefined, mark: text.length, likeness: 0.9 }))
}

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
    const typed = match ? undefined : typedAlone(document, index)
    if (typed) families.set(kindAlone, [...(families.get(kindAlone) ?? []), typed])
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
  const labels = labelStarts(document)
  if (labels.length >= 2) families.set(document.lines[labels[0]?.line ?? 0]?.text.trim().toLowerCase() ?? '', labels)
  return [...families].map(([word, starts]) => ({
    style: 'prefix' as const,
    detail: word,
    starts,
    depth: 0,
    regular: 0,
    irregular: 0,
  }))
}
