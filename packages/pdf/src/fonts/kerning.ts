/** Returns how much nearer two glyphs stand to each other than their advances say, in font units (mostly negative). */
export type Kerning = (left: number, right: number) => number

const none: Kerning = () => 0

/**
 * Reads the pairs of a font's `kern` feature (OpenType 1.9, GPOS, lookup type 2) straight from its bytes: fontkit builds
 * objects of the whole table first, which takes longer than setting a small paper.
 * @param file the font file, TrueType
 * @returns the kerning of Latin text; nothing where the font has none
 */
export function readKerning(file: Uint8Array): Kerning {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const gpos = tableOf(view, 'GPOS')
  if (gpos === undefined) return none
  const lookups = kerningLookups(view, gpos).map((offset) => subtablesOf(view, offset))
  const known = new Map<number, number>()
  return (left, right) => {
    const pair = left * 0x10000 + right
    let value = known.get(pair)
    if (value === undefined) {
      value = lookups.reduce((sum, subtables) => sum + adjustment(view, subtables, left, right), 0)
      known.set(pair, value)
    }
    return value
  }
}

/** In each lookup the first subtable that knows the pair decides. */
function adjustment(view: DataView, subtables: readonly number[], left: number, right: number): number {
  for (const subtable of subtables) {
    const value = pairValue(view, subtable, left, right)
    if (value !== undefined) return value
  }
  return 0
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(offset + at)))
}

function tableOf(view: DataView, tag: string): number | undefined {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index++)
    if (tagAt(view, 12 + index * 16) === tag) return view.getUint32(12 + index * 16 + 8)
  return undefined
}

/** Offsets of the lookups of the feature `kern` for Latin, or for the default script; each once, in order. */
function kerningLookups(view: DataView, gpos: number): number[] {
  const scripts = gpos + view.getUint16(gpos + 4)
  const features = gpos + view.getUint16(gpos + 6)
  const lookups = gpos + view.getUint16(gpos + 8)
  const byTag = new Map<string, number>()
  for (let index = 0; index < view.getUint16(scripts); index++)
    byTag.set(tagAt(view, scripts + 2 + index * 6), scripts + view.getUint16(scripts + 2 + index * 6 + 4))
  const script = byTag.get('latn') ?? byTag.get('DFLT')
  if (script === undefined || view.getUint16(script) === 0) return []
  const language = script + view.getUint16(script)
  const indexes = new Set<number>()
  for (let at = 0; at < view.getUint16(language + 4); at++) {
    const record = features + 2 + view.getUint16(language + 6 + at * 2) * 6
    if (tagAt(view, record) !== 'kern') continue
    const feature = features + view.getUint16(record + 4)
    for (let each = 0; each < view.getUint16(feature + 2); each++) indexes.add(view.getUint16(feature + 4 + each * 2))
  }
  return [...indexes].sort((a, b) => a - b).map((index) => lookups + view.getUint16(lookups + 2 + index * 2))
}

const pairs = 2
const extension = 9

/** Offsets of a lookup's subtables of pairs, behind the 32-bit offsets of an extension where it is one. */
function subtablesOf(view: DataView, lookup: number): number[] {
  const type = view.getUint16(lookup)
  const subtables: number[] = []
  for (let index = 0; index < view.getUint16(lookup + 4); index++) {
    const at = lookup + view.getUint16(lookup + 6 + index * 2)
    if (type === pairs) subtables.push(at)
    else if (type === extension && view.getUint16(at + 2) === pairs) subtables.push(at + view.getUint32(at + 4))
  }
  return subtables
}

/** The adjustment of the left glyph's advance, or undefined where the subtable does not know the pair. */
function pairValue(view: DataView, subtable: number, left: number, right: number): number | undefined {
  const index = coverageIndex(view, subtable + view.getUint16(subtable + 2), left)
  if (index === undefined) return undefined
  const first = view.getUint16(subtable + 4)
  const size = (bits(first) + bits(view.getUint16(subtable + 6))) * 2
  // Of a value record only the advance in x is wanted; placements before it are stepped over.
  const advance = bits(first & 3) * 2
  if (view.getUint16(subtable) === 1) {
    const set = subtable + view.getUint16(subtable + 10 + index * 2)
    const found = search(view.getUint16(set), (at) => right - view.getUint16(set + 2 + at * (2 + size)))
    if (found === undefined) return undefined
    return (first & 4) === 0 ? 0 : view.getInt16(set + 2 + found * (2 + size) + 2 + advance)
  }
  const rows = classOf(view, subtable + view.getUint16(subtable + 8), left)
  const column = classOf(view, subtable + view.getUint16(subtable + 10), right)
  const columns = view.getUint16(subtable + 14)
  return (first & 4) === 0 ? 0 : view.getInt16(subtable + 16 + (rows * columns + column) * size + advance)
}

function bits(format: number): number {
  let count = 0
  for (let rest = format; rest > 0; rest >>= 1) count += rest & 1
  return count
}

/** Place of a glyph in a coverage table. */
function coverageIndex(view: DataView, table: number, glyph: number): number | undefined {
  const count = view.getUint16(table + 2)
  if (view.getUint16(table) === 1) return search(count, (at) => glyph - view.getUint16(table + 4 + at * 2))
  const range = searchRange(view, table + 4, count, glyph)
  return range === undefined ? undefined : view.getUint16(range + 4) + glyph - view.getUint16(range)
}

function classOf(view: DataView, table: number, glyph: number): number {
  if (view.getUint16(table) === 1) {
    const at = glyph - view.getUint16(table + 2)
    return at >= 0 && at < view.getUint16(table + 4) ? view.getUint16(table + 6 + at * 2) : 0
  }
  const range = searchRange(view, table + 4, view.getUint16(table + 2), glyph)
  return range === undefined ? 0 : view.getUint16(range + 4)
}

/** Offset of the range (first, last, value) that holds a glyph. */
function searchRange(view: DataView, ranges: number, count: number, glyph: number): number | undefined {
  const found = search(count, (at) => {
    const range = ranges + at * 6
    if (glyph < view.getUint16(range)) return -1
    return glyph > view.getUint16(range + 2) ? 1 : 0
  })
  return found === undefined ? undefined : ranges + found * 6
}

/** Halves 0 … count − 1 until `compare` says 0; it says where the wanted one lies. */
function search(count: number, compare: (at: number) => number): number | undefined {
  let low = 0
  let high = count - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const side = compare(middle)
    if (side === 0) return middle
    if (side < 0) high = middle - 1
    else low = middle + 1
  }
  return undefined
}
