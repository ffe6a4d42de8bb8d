import type { Line } from '../lines/line.ts'

const letterAlone = /^\s?[A-Za-z]\s?[.．、:：)）]\s{0,8}$/u

/**
 * Tells whether all of a line is strong or highlighted, its letter aside: `A. **right**`.
 *
 * @param line The line.
 */
export function isEmphasised({ runs }: Line): boolean {
  const solid = runs.filter((run) => run.text.trim() !== '' && !letterAlone.test(run.text))
  return (
    solid.length > 0 &&
    solid.every((run) => run.wraps.some((wrap) => wrap.type === 'strong' || (wrap.type as string) === 'highlight'))
  )
}
