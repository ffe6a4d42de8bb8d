import type { Environment } from './environment.ts'
import { readAs } from './read-as.ts'
import type { ReadInput } from './read-input.ts'
import { printable, truncate } from './terminal/width.ts'

/** Readings that are told of. */
const most = 4

/**
 * Tells how an article was read: its marks, the reading that was taken, those that were weighed against it, and what spoke
 * for and against each. Readings of other names that begin the same questions are one.
 *
 * @param read - the article
 * @param environment - the language and colours
 * @returns lines
 */
export function explainReading({ bank, readings }: ReadInput, { say, style, language }: Environment): string[] {
  if (readings.length === 0) return [say('noReading')]
  const marks = bank === undefined ? [] : readAs(bank, say).map((cells) => `${say('readAs')}  ${cells.join('  ')}`)
  const starts = ({ questions, lines }: ReadInput['readings'][number]) => `${questions}: ${lines.join(' ')}`
  const different = readings.filter((one, at) => readings.findIndex((former) => starts(former) === starts(one)) === at)
  return [
    ...marks,
    ...different
      .slice(0, most)
      .flatMap(({ mark, score, questions, reasons, lines }, at) => [
        `${(at === 0 ? style.good : style.quiet)(say(at === 0 ? 'whyTaken' : 'whyNot'))}  ${mark.style} "${printable(truncate(mark.example, 40))}" ×${questions}  (${score.toFixed(2)})  ${say('atLines', { lines: lines.join(', ') })}`,
        ...reasons.map((reason) => `    ${style.quiet(printable(reason[language]))}`),
      ]),
  ]
}
