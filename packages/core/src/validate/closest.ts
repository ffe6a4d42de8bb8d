/**
 * Returns the name that a mistyped one probably meant: the one with the fewest letters to change, at most a third of
 * them; undefined where none is near.
 */
export function closest(name: string, names: readonly string[]): string | undefined {
  const given = name.toLowerCase().replaceAll(/[-_ ]/g, '')
  const ranked = names
    .map((candidate) => ({ candidate, distance: editDistance(given, candidate.toLowerCase().replaceAll('-', '')) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = ranked
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : undefined
}

/** Letters to change, add, drop or swap with their neighbour (optimal string alignment), row by row. */
function editDistance(a: string, b: string): number {
  let above: readonly number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swap = swapped ? (above[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY
      next.push(Math.min(change, swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    above = row
    row = next
  }
  return row[b.length] ?? 0
}
