import { say } from '../../messages/say.ts'
import { joined, type Sentence } from '../../messages/sentence.ts'
import { isControl, likelihood } from './likelihood.ts'
import { strictDecoder } from './strict-decoder.ts'

/** What the bytes of a file without a byte-order mark are. */
export type Guess =
  | { readonly kind: 'text'; readonly source: string; readonly encoding: string }
  | { readonly kind: 'binary'; readonly reason: Sentence }
  | { readonly kind: 'unknown'; readonly reason: Sentence; readonly candidates: readonly string[] }

/** Encodings that an article may arrive in. */
const accepted = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
/**
 * Encodings that are never assumed, only weighed: where one of them explains the bytes better, the guess is refused and
 * the person is told its name. Without them every French or Japanese file would be taken for rare Chinese.
 */
const rivals = ['windows-1252', 'windows-1251', 'shift_jis', 'euc-jp', 'euc-kr'] as const

/** The best reading must be e^8, about 3,000 times, as likely as the next different one. */
const leastMargin = 8
/** … and its characters must be, on average, as common as those of ordinary text (nats per byte; see likelihood.ts). */
const leastPerByte = -5.4
/** How much is weighed: the first and last bytes of a large file tell enough. */
const sampleBytes = 65_536

/**
 * Returns what encoding the bytes are in, with the text, or why that cannot be said.
 *
 * @param bytes A whole file without a byte-order mark.
 */
export function guessEncoding(bytes: Uint8Array): Guess {
  const nuls = count(bytes, (byte) => byte === 0)
  const utf8 = readingOf(bytes, 'utf-8')
  if (nuls > 0) {
    const utf16 = likeliestUtf16(bytes)
    if (utf16 && (!utf8 || utf16.score > utf8.score + leastMargin)) return asText(utf16)
    if (nuls > 2 && nuls * 100 > bytes.length) return { kind: 'binary', reason: say('binary.nuls') }
  }
  if (!utf8) return bestOf(bytes)
  if (fullOfControls(utf8.source)) return { kind: 'binary', reason: say('binary.controls') }
  const other = shortUtf16(bytes, utf8.source) ?? shortDouble(bytes, utf8)
  if (!other) return asText(utf8)
  return { kind: 'unknown', reason: say('encoding.short', { other }), candidates: ['utf-8', other] }
}

function asText({ source, encoding }: Reading): Guess {
  return { kind: 'text', source, encoding }
}

/**
 * The byte order that makes the better text of bytes with NULs among them. Their places alone do not tell: ASCII has its
 * NULs in the high bytes, but 一 (U+4E00) has one in its low byte.
 */
function likeliestUtf16(bytes: Uint8Array): Reading | undefined {
  const readings = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => (bytes.length % 2 === 0 ? readingOf(bytes, encoding) : undefined))
    .filter((reading) => reading !== undefined && !fullOfControls(reading.source))
    .toSorted((a, b) => (b as Reading).score - (a as Reading).score) as Reading[]
  const [best, next] = readings
  if (!best || best.score / bytes.length < leastPerByte) return undefined
  return next && best.score - next.score < leastMargin ? undefined : best
}

interface Reading {
  readonly encoding: string
  readonly source: string
  readonly score: number
}

function bestOf(bytes: Uint8Array): Guess {
  const readings: Reading[] = []
  for (const encoding of [...accepted, ...rivals]) {
    if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) continue
    const reading = readingOf(bytes, encoding)
    if (reading && !fullOfControls(reading.source)) readings.push(reading)
  }
  readings.sort((a, b) => b.score - a.score)
  const [best, ...rest] = readings
  if (!best) return controlsIn(bytes) ? { kind: 'binary', reason: say('binary.controls') } : refused([])
  const next = rest.find((reading) => reading.source !== best.source)
  const names = [best, ...rest.filter((reading) => best.score - reading.score < leastMargin)].map((r) => r.encoding)
  if (next && best.score - next.score < leastMargin) return refused(names)
  if (best.score / bytes.length < leastPerByte) return refused(names)
  if (!(accepted as readonly string[]).includes(best.encoding)) return refused(names)
  return { kind: 'text', source: best.source, encoding: best.encoding }
}

function refused(candidates: readonly string[]): Guess {
  const reason =
    candidates.length === 0
      ? say('encoding.none')
      : candidates.length === 1
        ? say('encoding.rare', { name: candidates[0] ?? '' })
        : say('encoding.several', {
            names: joined(...candidates.flatMap((one, at) => (at === 0 ? [one] : [say('encoding.and'), one]))),
          })
  return { kind: 'unknown', reason, candidates }
}

/** The text in one encoding with its likelihood, that of a sample scaled up; `undefined` where it is not valid. */
function readingOf(bytes: Uint8Array, encoding: string): Reading | undefined {
  const source = decodeStrictly(bytes, encoding)
  if (source === undefined) return undefined
  const sample = sampleOf(source)
  return { encoding, source, score: likelihood(sample) * (source.length / Math.max(1, sample.length)) }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return strictDecoder(encoding)?.decode(bytes)
  } catch {
    return undefined
  }
}

function sampleOf(source: string): string {
  if (source.length <= sampleBytes) return source
  return source.slice(0, sampleBytes / 2) + source.slice(-sampleBytes / 2)
}

/** Text holds hardly any control characters; more than one in a hundred, and more than two, is data. */
function fullOfControls(source: string): boolean {
  let controls = 0
  for (let at = 0; at < source.length; at++) if (isControl(source.charCodeAt(at))) controls++
  return controls > 2 && controls * 100 > source.length
}

function controlsIn(bytes: Uint8Array): boolean {
  return count(bytes, isControl) * 50 > bytes.length
}

function count(bytes: Uint8Array, is: (byte: number) => boolean): number {
  let found = 0
  for (const byte of bytes) if (is(byte)) found++
  return found
}

/**
 * A few Chinese characters in UTF-16 can, by chance, be the bytes of ASCII words without any space. Returns the UTF-16
 * that would read as common Chinese; longer texts never do.
 */
function shortUtf16(bytes: Uint8Array, utf8: string): string | undefined {
  if (bytes.length > 16 || bytes.length % 2 === 1 || /[ \t]|\r\n/.test(utf8)) return undefined
  return (['utf-16le', 'utf-16be'] as const).find((encoding) => {
    const reading = readingOf(bytes, encoding)
    return reading && bytes.length > 0 && reading.score / bytes.length > leastPerByte + 0.5
  })
}

/**
 * A character or two of GBK or Big5 can, by chance, be valid UTF-8 of a script that nobody here writes (`栈` is `ջ`).
 * Returns the encoding in which the bytes read as common Chinese where UTF-8 makes rare letters of them.
 */
function shortDouble(bytes: Uint8Array, utf8: Reading): string | undefined {
  const high = count(bytes, (byte) => byte >= 0x80)
  if (high === 0 || high > 16) return undefined
  return (['gb18030', 'big5'] as const).find((encoding) => {
    const reading = readingOf(bytes, encoding)
    return reading !== undefined && reading.score > utf8.score + (onlyLatin.test(utf8.source) ? leastHint : leastDoubt)
  })
}

const onlyLatin = /^[\0-\xff]*$/
/**
 * By so much (nats) must another reading be likelier for UTF-8, which hardly ever fits by chance, to be doubted; and by
 * so much more where it gives `°` and `é`, which people do write. */
const leastDoubt = 3
const leastHint = 14
