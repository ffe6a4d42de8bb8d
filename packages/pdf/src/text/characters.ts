/** What a character is to the setter of a line. */
export type CharacterClass =
  /** Hanzi, kana, bopomofo, hangul and other full-width signs that may stand at either end of a line. */
  | 'han'
  /** Full-width opening bracket or quote: its left half is empty, it never ends a line. */
  | 'open'
  /** Full-width closing bracket, quote, comma, stop: its right half is empty, it never starts a line. */
  | 'close'
  /** Full-width sign without an empty half that never starts a line: · ～ — … */
  | 'middle'
  | 'space'
  /** Everything else: letters, digits, symbols that form words. */
  | 'word'

const opening = new Set('（《「『【〔〖〘〚［｛｟〈“‘')
const closing = new Set('）》」』】〕〗〙〛］｝｠〉”’，。、；：？！．')
/** Commas and stops, the only signs that may hang over the edge of a column. */
const hanging = new Set('，。、．')
const middle = new Set('·・～〜—―…‥‧')
/** These belong to Chinese when they stand beside Chinese, and to Latin otherwise. */
const ambiguous = new Set('“”‘’·—―…‥×÷→←↑↓①②③④⑤⑥⑦⑧⑨⑩')

/**
 * Returns the class of a character.
 * @param character one code point as a string
 * @param han whether an ambiguous sign (a curly quote, a dash, an ellipsis) stands in Chinese text
 */
export function classify(character: string, han: boolean): CharacterClass {
  if (character === ' ' || character === '\u3000') return 'space'
  if (ambiguous.has(character) && !han) return 'word'
  if (opening.has(character)) return 'open'
  if (closing.has(character)) return 'close'
  if (middle.has(character)) return 'middle'
  return isHan(character.codePointAt(0) ?? 0) ? 'han' : 'word'
}

/** Returns whether a sign looks different in Chinese and in Latin text. */
export function isAmbiguous(character: string): boolean {
  return ambiguous.has(character)
}

/** Returns whether a sign may hang over the right edge of a column. */
export function mayHang(character: string): boolean {
  return hanging.has(character)
}

/** Returns whether a code point is a full-width East Asian one (ideographs, kana, bopomofo, hangul, their punctuation). */
export function isHan(codePoint: number): boolean {
  return (
    (codePoint >= 0x2e80 && codePoint <= 0x9fff) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
    (codePoint >= 0xff00 && codePoint <= 0xffef && !(codePoint >= 0xff61 && codePoint <= 0xff9f)) ||
    (codePoint >= 0x20000 && codePoint <= 0x3ffff)
  )
}

/** Returns whether a code point takes part in the 0.14 em gap between Chinese and Latin: a letter or a digit. */
export function isLetterOrDigit(character: string): boolean {
  return /^[\p{L}\p{N}%$#@&+\-=°√∑∏∫≤≥≈αβ]$/u.test(character) && !isHan(character.codePointAt(0) ?? 0)
}
