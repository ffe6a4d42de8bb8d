import type { Mark, QuestionBank } from '@cardpress/core'
import { printable, truncate } from './terminal/width.ts'
import { isTextKey, type Say } from './texts/index.ts'

/**
 * Returns how an article is read, as the cells of one row: the marks of questions, options, keys and explanations, and what else could
 * be where that is not certain.
 *
 * @param bank - the bank of the article
 * @param say - the language
 */
export function readAs(bank: QuestionBank, say: Say): string[][] {
  const { reading } = bank
  const marks = (['question', 'option', 'key', 'explanation'] as const).flatMap((part) => {
    const mark = reading[part]
    if (mark === undefined) return []
    const run = part === 'question' ? numbering(bank, say) : undefined
    return [`${say(`mark.${part}`)} ${describe(mark, say, run)}`]
  })
  if (reading.runnerUp !== undefined && reading.confidence !== 'sure')
    marks.push(`${say('runnerUp')} ${describe(reading.runnerUp, say)}`)
  return marks.length === 0 ? [] : [[marks.join(' · ')]]
}

function describe({ style, example, count }: Mark, say: Say, run = `×${count}`): string {
  // Some marks are no text: a ticked box, or what follows the key without a word before it.
  const known = `style.${style}`
  const shown = example === '' ? (isTextKey(known) ? say(known) : style) : `"${printable(truncate(example, 24))}"`
  return `${shown} ${run}`
}

/** `1→29, no gap`; undefined where questions are not numbered, or begin anew in each section. */
function numbering({ questions }: QuestionBank, say: Say): string | undefined {
  const numbers = questions.map(({ number }) => (/^\d{1,6}$/.test(number ?? '') ? Number(number) : Number.NaN))
  const [first] = numbers
  const last = numbers.at(-1)
  if (
    first === undefined ||
    Number.isNaN(first) ||
    last === undefined ||
    numbers.some((number, at) => at > 0 && !(number > Number(numbers[at - 1])))
  )
    return undefined
  const seen = new Set(numbers)
  const missing: number[] = []
  for (let number = first; number < last && missing.length <= mostMissing; number++)
    if (!seen.has(number)) missing.push(number)
  const range = `${first}→${last}`
  if (missing.length === 0) return say('noGap', { range })
  const list = missing.slice(0, mostMissing).join(', ')
  return say('gapsIn', { range, list: missing.length > mostMissing ? `${list} …` : list })
}

/** Missing numbers that are listed. */
const mostMissing = 5
