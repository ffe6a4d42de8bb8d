/** The shares of a question's grade that Moodle accepts, in percent. */
const shares = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
]

/**
 * Returns what each right and each wrong option adds to the grade, in percent: all right ones together give 100, and who
 * ticks everything gets nothing. Moodle refuses shares that are not on its list, so the nearest is taken.
 *
 * @param right how many options are right
 * @param wrong how many are not
 */
export function fractions(right: number, wrong: number): { readonly right: number; readonly wrong: number } {
  return { right: nearest(100 / right), wrong: wrong === 0 ? 0 : -nearest(100 / wrong) }
}

function nearest(value: number): number {
  return shares.reduce((best, share) => (Math.abs(share - value) < Math.abs(best - value) ? share : best))
}
