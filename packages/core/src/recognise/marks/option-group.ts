/** One option of a group: where its mark stands. */
export interface FoundOption {
  readonly label: string
  /** Index of its line. */
  readonly line: number
  /** Offsets in the line: its mark, and where its text begins. */
  readonly start: number
  readonly end: number
  /** A ticked or empty box stands before it. */
  readonly checked?: boolean
}

/** Options that belong together: A, B, C … in order, or a list of boxes. */
export interface OptionGroup {
  readonly style: string
  readonly options: readonly FoundOption[]
  /** Indices of the first and the last option's line. */
  readonly first: number
  readonly last: number
  /** Indices of the lines that only mark the option below: its letter, or that it was chosen, or is right. */
  readonly markLines?: readonly number[]
}

/** Options further apart than this many lines do not belong together. */
export const reach = 40

/** Returns the label of the option at an index: A … Z, AA … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
