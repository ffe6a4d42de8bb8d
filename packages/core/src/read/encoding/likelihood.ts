import { commonest } from './commonest.ts'

/**
 * Returns the natural logarithm of how likely a text is: a sum over its characters of a coarse language model. Wrong
 * decodings turn common characters into rare ones, so they lose several nats with each of them.
 *
 * The classes and their shares are those of ordinary Chinese prose: the few hundred commonest characters make up half
 * of it, the first levels of GB 2312 and Big5 (the characters taught at school) nearly all of the rest.
 *
 * @param text A decoded text, or a sample of it.
 */
export function likelihood(text: string): number {
  let sum = 0
  let before: Script = 'neutral'
  for (const character of text) {
    const { script, weight } = classify(character)
    sum += weight
    if (script !== 'neutral' && before !== 'neutral' && script !== before) sum += switchOf(before, script)
    before = script
  }
  return sum
}

/** Whether a UTF-16 unit is a control character that text does not hold (tab, line ends, form feed and escape may be). */
export function isControl(unit: number): boolean {
  if (unit < 0x20) return !(unit >= 9 && unit <= 13) && unit !== 0x1b
  return unit >= 0x7f && unit < 0xa0 && unit !== 0x85
}

type Script = 'neutral' | 'ascii' | 'latin' | 'cyrillic' | 'greek' | 'hanzi' | 'kana' | 'hangul' | 'odd'

interface Class {
  readonly script: Script
  readonly weight: number
}

const share = (part: number, members: number): number => Math.log(part / members)

const veryCommon: Class = { script: 'hanzi', weight: share(0.5, 600) }
const school: Class = { script: 'hanzi', weight: share(0.45, 5000) }
const rareHanzi: Class = { script: 'hanzi', weight: share(0.004, 20_000) }
const punctuation: Class = { script: 'neutral', weight: share(0.12, 30) }
const letter: Class = { script: 'ascii', weight: share(0.7, 52) }
const neutral: Class = { script: 'neutral', weight: share(0.4, 40) }
const kana: Class = { script: 'kana', weight: share(0.6, 170) }
const hangul: Class = { script: 'hangul', weight: share(0.9, 2350) }
const rareHangul: Class = { script: 'hangul', weight: share(0.002, 8822) }
const latin: Class = { script: 'latin', weight: share(0.03, 60) }
const greek: Class = { script: 'greek', weight: share(0.02, 50) }
const cyrillic: Class = { script: 'cyrillic', weight: share(0.8, 64) }
const symbol: Class = { script: 'neutral', weight: share(0.01, 500) }
const odd: Class = { script: 'odd', weight: share(0.0002, 2000) }
const impossible: Class = { script: 'odd', weight: -22 }

/** Letters of two scripts side by side: usual between Chinese and ASCII words, telling in all other pairs. */
function switchOf(before: Script, script: Script): number {
  const pair = `${before}-${script}`
  if (pair === 'hanzi-ascii' || pair === 'ascii-hanzi') return -1
  if (pair === 'ascii-latin' || pair === 'latin-ascii') return -0.3
  if (pair === 'hanzi-kana' || pair === 'kana-hanzi') return -0.7
  return -4
}

function classify(character: string): Class {
  const code = character.codePointAt(0) as number
  if (code < 0x80) return ascii(code)
  if (code >= 0x4e00 && code <= 0x9fff)
    return commonest.has(character) ? veryCommon : schoolCharacters().has(character) ? school : rareHanzi
  if ('，。、；：？！（）《》“”‘’—…·【】「」『』～￥'.includes(character)) return punctuation
  if (code >= 0x3041 && code <= 0x30ff) return kana
  if (code >= 0xac00 && code <= 0xd7a3) return commonHangul().has(character) ? hangul : rareHangul
  if (code >= 0xff01 && code <= 0xff5e) return symbol
  if (code < 0xa0 || code === 0xfffd) return impossible
  if (code < 0xc0) return symbol
  if (code < 0x250) return code === 0xd7 || code === 0xf7 ? symbol : latin
  if (code >= 0x370 && code < 0x400) return greek
  if (code >= 0x400 && code < 0x530) return cyrillic
  if (code >= 0x2000 && code < 0x2e00) return symbol
  if (code >= 0x3000 && code < 0x3040) return symbol
  if (code >= 0x1f300 && code < 0x1fb00) return symbol
  if (code >= 0xe000 && code < 0xf900) return impossible
  if (code >= 0x3400 && code < 0x4dc0) return { script: 'hanzi', weight: share(0.0005, 7000) }
  return odd
}

function ascii(code: number): Class {
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return letter
  return isControl(code) ? impossible : neutral
}

let school_: ReadonlySet<string> | undefined

/** The characters of GB 2312's level 1 (rows 16–55) and Big5's level 1 (A440–C67E), as the platform's decoders give them. */
function schoolCharacters(): ReadonlySet<string> {
  school_ ??= new Set([...charactersOf('gb18030', 0xb0, 0xd7), ...charactersOf('big5', 0xa4, 0xc6)])
  return school_
}

let hangul_: ReadonlySet<string> | undefined

/** The syllables of KS X 1001 (rows 16–40), which Korean is written with; the other four fifths hardly ever occur. */
function commonHangul(): ReadonlySet<string> {
  hangul_ ??= new Set(charactersOf('euc-kr', 0xb0, 0xc8))
  return hangul_
}

function charactersOf(encoding: string, firstLead: number, lastLead: number): string {
  const bytes: number[] = []
  const trails = encoding === 'big5' ? [...range(0x40, 0x7e), ...range(0xa1, 0xfe)] : range(0xa1, 0xfe)
  for (const lead of range(firstLead, lastLead)) for (const trail of trails) bytes.push(lead, trail)
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '')
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
