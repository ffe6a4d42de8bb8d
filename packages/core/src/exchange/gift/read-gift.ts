import gift, { type GIFTQuestion } from 'gift-pegjs'
import { say } from '../../messages/say.ts'
import { trimSpan } from '../../recognise/spans.ts'
import type { Span } from '../../schema/bank.ts'
import type { QuizFile, QuizItem } from '../quiz-item.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { type Place, toItem } from './to-item.ts'

/**
 * Returns the questions of a file in GIFT, Moodle's text format: choice, true-false, short-answer and essay questions as
 * they are; numeric and matching ones as open questions.
 *
 * @param source The file.
 * @see https://docs.moodle.org/en/GIFT_format
 */
export function readGift(source: string): QuizFile {
  const leftovers: Array<QuizFile['leftovers'][number]> = []
  const mistakes: Array<QuizFile['mistakes'][number]> = []
  const leave = (span: Span | undefined, reason: string): void => {
    const trimmed = span && trimSpan(source, span)
    if (trimmed) leftovers.push({ span: trimmed, reason })
  }
  const found: Array<{ place: Place; parsed: Exclude<GIFTQuestion, { type: 'Category' | 'Description' }> }> = []
  const paths: string[][] = []
  let path: string[] = []
  for (const paragraph of paragraphsOf(source)) {
    const { span, body } = paragraph
    leave({ start: span.start, end: body?.start ?? span.end }, 'comment')
    if (!body) continue
    const result = parse(source, paragraph)
    if ('mistake' in result) {
      mistakes.push(result.mistake)
      leave(body, 'no-question')
      continue
    }
    for (const parsed of result.parsed) {
      if (parsed.type === 'Category') {
        path = pathOf(parsed.title)
        leave(body, 'section-heading')
      } else if (parsed.type === 'Description') leave(body, 'preamble')
      else {
        paths.push(path)
        found.push({
          parsed,
          place: {
            source: source.slice(body.start, body.end),
            span: trimSpan(source, body) ?? body,
            line: paragraph.line,
            section: path,
          },
        })
      }
    }
  }
  // What all categories begin with is the name of the whole.
  const [first] = paths
  const title = first?.length && paths.every((one) => one[0] === first[0]) ? first[0] : undefined
  const items = found.map(
    ({ parsed, place }): QuizItem =>
      toItem(parsed, title === undefined ? place : { ...place, section: place.section.slice(1) }),
  )
  return { items, title, leftovers, mistakes }
}

type Parsed = { readonly parsed: readonly GIFTQuestion[] } | { readonly mistake: QuizFile['mistakes'][number] }

function parse(source: string, { span, body }: Paragraph): Parsed {
  try {
    const parsed = gift.parse(source.slice(span.start, span.end))
    // Two questions without a blank line between them share what lies around them.
    if (parsed.length > 1 && body)
      return {
        mistake: {
          span: body,
          ruleId: 'broken-gift',
          reason: say('gift.two'),
        },
      }
    return { parsed }
  } catch (error) {
    const offset = (error as { location?: { start?: { offset?: number } } }).location?.start?.offset
    if (offset === undefined) throw error
    const at = Math.min(span.start + offset, span.end)
    const isEnd = at >= span.end
    return {
      mistake: {
        span: { start: isEnd ? (body ?? span).start : at, end: Math.max(span.end, at) },
        ruleId: 'broken-gift',
        reason: isEnd
          ? say('gift.open')
          : say('gift.broken', { text: source.slice(at, at + 20).split('\n', 1)[0] as string, braces: '{ }' }),
      },
    }
  }
}

/** `$course$/top/Rivers/Europe`: names parted by `/`, of which `//` is one in a name. */
function pathOf(category: string): string[] {
  return category
    .split(/(?<!\/)\/(?!\/)/u)
    .map((name) => name.replaceAll('//', '/').trim())
    .filter((name) => name !== '' && name !== '$course$' && name !== 'top')
}
