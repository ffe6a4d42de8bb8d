import type { Environment } from './environment.ts'
import type { ReadInput } from './read-input.ts'
import { printable, truncate } from './terminal/width.ts'

/**
 * Tells how an article was read: the reading that was taken, those that were weighed against it, and what spoke for and
 * against each.
 *
 * @param read - the article
 * @param environment - the language and colours
 * @returns lines
 */
export function explainReading({ readings }: ReadInput, { say, style, language }: Environment): string[] {
  if (readings.length === 0) return [say('noReading')]
  return readings
    .slice(0, 4)
    .flatMap(({ mark, score, questions, reasons, lines }, at) => [
      `${(at === 0 ? style.good : style.quiet)(say(at === 0 ? 'whyTaken' : 'whyNot'))}  ${mark.style} "${printable(truncate(mark.example, 40))}" ×${questions}  (${score.toFixed(2)})  ${say('atLines', { lines: lines.join(', ') })}`,
      ...reasons.map((reason) => `    ${style.quiet(printable(reason[language]))}`),
    ])
}
