import type { Features } from '../lines/features.ts'
import type { Line } from '../lines/line.ts'

/**
 * Returns the line where a page that asks 1, 2, 3 … to its middle, and then counts from 1 again without asking, begins to
 * give the answers, though no word says so.
 *
 * @param lines The lines of the page.
 * @param features Their features.
 */
export function answerRun(lines: readonly Line[], features: readonly Features[]): Line | undefined {
  const numbered = lines.filter(({ index, kind, text }) => {
    const [number] = features[index]?.numbers ?? []
    return (
      number !== undefined &&
      (kind === 'text' || kind === 'heading') &&
      !number.style.startsWith('multi') &&
      text.length < 400
    )
  })
  const values = numbered.map(({ index }) => features[index]?.numbers[0]?.value ?? 0)
  const restart = values.lastIndexOf(1)
  if (restart < 4 || values[0] !== 1 || values.length !== restart * 2) return undefined
  if (values.some((value, at) => value !== (at % restart) + 1)) return undefined
  const asking = (part: readonly Line[]): number =>
    part.filter(({ index }) => (features[index]?.likeness ?? 0) >= 0.7).length
  const answers = numbered.slice(restart)
  if (asking(numbered.slice(0, restart)) * 5 < restart * 3 || asking(answers) * 8 > restart) return undefined
  return answers[0]
}
