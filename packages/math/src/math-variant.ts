/**
 * Returns text in the Unicode letters of a MathML `mathvariant`: MathML Core knows no variants, so `ℝ` must be the
 * letter itself. Characters that have no such form stay as they are.
 *
 * The ranges are those of the block Mathematical Alphanumeric Symbols (U+1D400–1D7FF) with the older letters in
 * Letterlike Symbols that fill its holes.
 *
 * @param variant `bold`, `italic`, `double-struck`, …; `normal` and unknown variants change nothing
 */
export function toMathVariant(text: string, variant: string): string {
  const starts = ranges[variant]
  if (starts === undefined) return text
  return [...text].map((character) => convert(character, variant, starts)).join('')
}

/** First code points of A–Z, a–z, 0–9, Α–Ω, α–ω; 0 where there are none. */
type Starts = readonly [upper: number, lower: number, digits: number, greekUpper: number, greekLower: number]

const ranges: Readonly<Record<string, Starts>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2],
  italic: [0x1d434, 0x1d44e, 0, 0x1d6e2, 0x1d6fc],
  'bold-italic': [0x1d468, 0x1d482, 0, 0x1d71c, 0x1d736],
  script: [0x1d49c, 0x1d4b6, 0, 0, 0],
  'bold-script': [0x1d4d0, 0x1d4ea, 0, 0, 0],
  fraktur: [0x1d504, 0x1d51e, 0, 0, 0],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8, 0, 0],
  'bold-fraktur': [0x1d56c, 0x1d586, 0, 0, 0],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2, 0, 0],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec, 0x1d756, 0x1d770],
  'sans-serif-italic': [0x1d608, 0x1d622, 0, 0, 0],
  'sans-serif-bold-italic': [0x1d63c, 0x1d656, 0, 0x1d790, 0x1d7aa],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6, 0, 0],
}

const letterlike: Readonly<Record<string, string>> = {
  'italic h': 'ℎ',
  ...holes('script', 'BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ'),
  ...holes('fraktur', 'CℭHℌIℑRℜZℨ'),
  ...holes('double-struck', 'CℂHℍNℕPℙQℚRℝZℤ'),
}

function holes(variant: string, pairs: string): Record<string, string> {
  return Object.fromEntries((pairs.match(/../g) ?? []).map((pair) => [`${variant} ${pair[0]}`, pair[1] as string]))
}

function convert(character: string, variant: string, starts: Starts): string {
  const hole = letterlike[`${variant} ${character}`]
  if (hole !== undefined) return hole
  const code = character.codePointAt(0) as number
  const bases = [0x41, 0x61, 0x30, 0x391, 0x3b1]
  const lengths = [26, 26, 10, 25, 25]
  const at = bases.findIndex((base, index) => code >= base && code < base + (lengths[index] as number))
  const start = at < 0 ? 0 : (starts[at] as number)
  return start === 0 ? character : String.fromCodePoint(start + code - (bases[at] as number))
}
