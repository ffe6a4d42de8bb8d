/**
 * Shares the width of a table among its columns.
 * @param natural what each column would take on one line
 * @param least what each needs so that no word is divided
 * @param room what there is, in the same unit
 * @returns widths that add up to at most `room`
 */
export function columnWidths(natural: readonly number[], least: readonly number[], room: number): number[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const wanted = sum(natural)
  const needed = sum(least)
  // A table that nearly fills the column fills it; a small one keeps its size.
  if (wanted <= room)
    return wanted > room * 0.6 ? natural.map((value) => value + ((room - wanted) * value) / wanted) : [...natural]
  if (needed >= room) return squeezed(least, room)
  const spare = room - needed
  const hunger = natural.map((value, index) => Math.sqrt(Math.max(0, value - (least[index] ?? 0))))
  const total = sum(hunger)
  return least.map((value, index) => value + (total > 0 ? (spare * (hunger[index] ?? 0)) / total : 0))
}

/** Takes from the widest columns first until everything fits. */
function squeezed(least: readonly number[], room: number): number[] {
  let low = 0
  let high = Math.max(...least)
  for (let step = 0; step < 40; step++) {
    const cap = (low + high) / 2
    const total = least.reduce((sum, value) => sum + Math.min(value, cap), 0)
    if (total > room) high = cap
    else low = cap
  }
  return least.map((value) => Math.min(value, low))
}
