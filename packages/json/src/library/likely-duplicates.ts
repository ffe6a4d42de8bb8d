/** A question of some collection, as far as likeness is concerned. */
export interface Comparable {
  /** Questions are compared across collections only. */
  readonly collection: string
  readonly text: string
}

/** Questions that are probably the same, by their places in the list that was given. */
export interface Likeness {
  readonly members: readonly number[]
  /** The least likeness that joins two of them: shared three-letter runs of all such runs, 0 to 1. */
  readonly similarity: number
}

/**
 * Returns groups of questions of different collections that probably ask the same. They are named, never merged.
 *
 * Texts are compared by their letters and digits alone. Candidates are found by MinHash (Broder 1997), so the time grows
 * with the number of questions, not its square; a candidate pair counts when its Jaccard index of three-character shingles
 * reaches `threshold`.
 *
 * @param questions all questions of all collections
 * @param threshold default 0.7
 */
export function likelyDuplicates(questions: readonly Comparable[], threshold = 0.7): readonly Likeness[] {
  const shingles = questions.map(({ text }) => shinglesOf(text))
  const groups = new Groups(questions.length)
  const compared = new Set<string>()
  for (const bucket of buckets(shingles).values())
    for (const [at, one] of bucket.entries())
      for (const other of bucket.slice(at + 1, at + 1 + bucketLimit)) {
        const pair = `${one} ${other}`
        if (compared.has(pair) || questions[one]?.collection === questions[other]?.collection) continue
        compared.add(pair)
        const similarity = jaccard(shingles[one] ?? none, shingles[other] ?? none)
        if (similarity >= threshold) groups.join(one, other, similarity)
      }
  return groups.all()
}

/** Texts shorter than this say too little ("Why?"). */
const shortest = 6
/** How many of one bucket each is compared with: a stock phrase in thousands of questions must not make it quadratic. */
const bucketLimit = 50
const none: ReadonlySet<number> = new Set()

function shinglesOf(text: string): ReadonlySet<number> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ''),
  ]
  const result = new Set<number>()
  if (letters.length < shortest) return result
  for (let at = 0; at + 3 <= letters.length; at++) result.add(hash(letters.slice(at, at + 3).join('')))
  return result
}

const bands = 12
const rows = 2

/** Questions that share a band of their signatures, by band. */
function buckets(shingles: readonly ReadonlySet<number>[]): ReadonlyMap<string, number[]> {
  const result = new Map<string, number[]>()
  for (const [index, set] of shingles.entries()) {
    if (set.size === 0) continue
    const signature = Array.from({ length: bands * rows }, (_, seed) => minimum(set, seed + 1))
    for (let band = 0; band < bands; band++) {
      const key = `${band}:${signature.slice(band * rows, (band + 1) * rows).join(',')}`
      const bucket = result.get(key)
      if (bucket === undefined) result.set(key, [index])
      else bucket.push(index)
    }
  }
  return result
}

function minimum(set: ReadonlySet<number>, seed: number): number {
  let least = 0xffffffff
  for (const value of set) least = Math.min(least, mix(value ^ Math.imul(seed, 0x9e3779b1)))
  return least
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function jaccard(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0
  for (const value of one) if (other.has(value)) shared++
  return shared / (one.size + other.size - shared)
}

/** Disjoint sets of numbers, each with the least likeness that joined it. */
class Groups {
  readonly #parent: number[]
  readonly #least: number[]

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index)
    this.#least = Array.from({ length: size }, () => 1)
  }

  join(one: number, other: number, similarity: number): void {
    const [a, b] = [this.#root(one), this.#root(other)].sort((x, y) => x - y) as [number, number]
    this.#parent[b] = a
    this.#least[a] = Math.min(this.#least[a] ?? 1, this.#least[b] ?? 1, similarity)
  }

  all(): Likeness[] {
    const members = new Map<number, number[]>()
    for (let index = 0; index < this.#parent.length; index++) {
      const root = this.#root(index)
      members.set(root, [...(members.get(root) ?? []), index])
    }
    return [...members]
      .filter(([, group]) => group.length > 1)
      .map(([root, group]) => ({ members: group, similarity: Math.round((this.#least[root] ?? 1) * 100) / 100 }))
  }

  #root(index: number): number {
    let root = index
    while (this.#parent[root] !== root) root = this.#parent[root] as number
    this.#parent[index] = root
    return root
  }
}
