/**
 * Results of pure work that the process keeps while it runs: what a watch sets again after each edit is mostly what it
 * set before, and the papers of one bank share pictures, formulas and glyphs. The oldest are forgotten beyond a size.
 */
export class Memory<Value> {
  readonly #known = new Map<string, Value>()
  readonly #most: number
  readonly #sizeOf: (key: string, value: Value) => number
  #size = 0

  /**
   * @param most - how much is kept, in the unit of `sizeOf`
   * @param sizeOf - what a result costs to keep. Default: each counts as one
   */
  constructor(most: number, sizeOf: (key: string, value: Value) => number = () => 1) {
    this.#most = most
    this.#sizeOf = sizeOf
  }

  /** Returns the result for a key, which says all that `make` depends on; made where it is not known. */
  get(key: string, make: () => Value): Value {
    const known = this.#known.get(key)
    if (known !== undefined) {
      // To the end of the line of those that are forgotten.
      this.#known.delete(key)
      this.#known.set(key, known)
      return known
    }
    const value = make()
    const size = this.#sizeOf(key, value)
    if (value === undefined || size > this.#most) return value
    this.#known.set(key, value)
    this.#size += size
    for (const [oldest, old] of this.#known) {
      if (this.#size <= this.#most) break
      this.#known.delete(oldest)
      this.#size -= this.#sizeOf(oldest, old)
    }
    return value
  }
}
