import { say } from '../../messages/say.ts'
import type { Sentence } from '../../messages/sentence.ts'
import { type Line, linesOf } from '../../read/lines.ts'
import type { QuizFile, QuizItem } from '../quiz-item.ts'

const option = /^\s{0,8}([A-Z])[.)]\s{1,8}(?=\S)/u
const key = /^\s{0,8}ANSWER:\s{0,8}([A-Z])\s*$/u

/**
 * Returns the questions of a file in Aiken, Moodle's plainest format: a question, its options (`A.` or `A)`), and a line
 * `ANSWER: B`.
 *
 * @param source The file.
 * @see https://docs.moodle.org/en/Aiken_format
 */
export function readAiken(source: string): QuizFile {
  const items: QuizItem[] = []
  const mistakes: Array<QuizFile['mistakes'][number]> = []
  let stem: Line[] = []
  let options: Array<{ label: string; text: string }> = []
  let last: Line | undefined
  const textOf = ({ start, end }: Line): string => source.slice(start, end)
  const broken = (line: Line, reason: Sentence): void => {
    const first = stem[0] ?? line
    mistakes.push({ span: { start: first.start, end: (last ?? line).end }, reason, ruleId: 'broken-aiken' })
  }
  for (const line of linesOf(source)) {
    const text = textOf(line)
    if (text.trim() === '') continue
    const answer = key.exec(text)
    const lettered = option.exec(text)
    const expected = String.fromCharCode(65 + options.length)
    if (answer) {
      const [first] = stem
      last = line
      if (first && options.length > 1 && options.some(({ label }) => label === answer[1]))
        items.push({
          kind: 'choice',
          span: { start: first.start, end: line.end },
          line: first.line,
          tags: [],
          section: [],
          stem: { text: stem.map(textOf).join('\n').trim(), format: 'text' },
          options: options.map(({ label, text: content }) => ({
            content: { text: content, format: 'text' },
            isRight: label === answer[1],
          })),
          isMultiple: false,
          explanation: [],
        })
      else
        broken(
          line,
          first && options.length > 1
            ? say('aiken.no-such-option', { label: answer[1] as string, last: options.at(-1)?.label as string })
            : say('aiken.shape'),
        )
      stem = []
      options = []
    } else if (lettered && lettered[1] === expected && stem.length > 0)
      options.push({ label: expected, text: text.slice(lettered[0].length).trim() })
    else if (options.length === 0) stem.push(line)
    else {
      broken(line, say('aiken.no-key'))
      stem = [line]
      options = []
    }
    last = line
  }
  if (options.length > 0) broken(last as Line, say('aiken.no-key'))
  return { items, leftovers: [], mistakes }
}

/**
 * Tells whether a text is a file in Aiken: all of it is questions, none of them numbered.
 *
 * @param source The text.
 */
export function looksLikeAiken(source: string): boolean {
  // Most texts are told by one look.
  if (!/^[ \t]{0,8}ANSWER:[ \t]{0,8}[A-Z][ \t]*$/mu.test(source)) return false
  const { items, mistakes } = readAiken(source)
  return (
    items.length > 0 &&
    mistakes.length === 0 &&
    // Numbers are the recogniser's: Aiken knows none. Nor has it titles above its questions.
    items.every(
      ({ stem: { text } }) => !/^\s{0,8}(?:\p{Nd}|Q|#|第|[（(]?\p{Nd})/u.test(text) && !text.includes('\n'),
    ) &&
    items.at(-1)?.span.end === source.trimEnd().length
  )
}
