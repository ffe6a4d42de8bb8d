import { say } from './messages/say.ts'
import type { Sentence } from './messages/sentence.ts'
import { articleError } from './read/article-error.ts'
import { guessEncoding } from './read/encoding/guess-encoding.ts'
import { strictDecoder } from './read/encoding/strict-decoder.ts'

/** Options of {@link decode}. */
export interface DecodeOptions {
  /** WHATWG label of the encoding, when the person knows it (`gbk`, `utf-16le`, …). Default: found from the bytes. */
  readonly encoding?: string | undefined
  /** Where the bytes come from, for messages. Default: `stdin`. */
  readonly path?: string | undefined
}

/** Text, and how it was written in bytes. */
export interface Decoded {
  /** The text after the byte-order mark, with every character as it was. */
  readonly source: string
  /** WHATWG name of the encoding: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `big5`, or what the person named. */
  readonly encoding: string
  /** Whether a byte-order mark stood before the text. */
  readonly bom: boolean
}

/**
 * Returns the text that the bytes of an article stand for.
 *
 * The order is: what the person said, a byte-order mark, UTF-16 by the parity of its NUL bytes, strict UTF-8, and then
 * the most likely of GB18030, Big5 and UTF-16 by the characters that each of them would give. A guess that another
 * encoding explains nearly as well is refused: the text would look right in places and be wrong in others.
 *
 * @param bytes The file as it is.
 * @param options What is known of it.
 * @throws VFileMessage with rule id `unknown-encoding` (no encoding fits, or more than one does), `wrong-encoding` (not
 *   valid in the encoding that was named or marked) or `binary-file` (not text at all).
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const path = options.path ?? 'stdin'
  const mark = byteOrderMark(bytes)
  if (options.encoding !== undefined) return decodeAs(bytes, options.encoding, mark, path)
  if (mark) return decodeAs(bytes, mark.encoding, mark, path)
  const kind = binaryKind(bytes)
  if (kind) throw notText(path, say('binary.bytes', { kind: say(kind) }))

  const guess = guessEncoding(bytes)
  if (guess.kind === 'binary') throw notText(path, guess.reason)
  if (guess.kind === 'unknown') {
    const hint = guess.candidates.length > 0 ? guess.candidates.join(', ') : 'gb18030, big5, windows-1252'
    throw articleError(say('unknown-encoding', { reason: guess.reason, hint }), 'unknown-encoding', path)
  }
  return { source: guess.source, encoding: guess.encoding, bom: false }
}

interface Mark {
  readonly encoding: string
  readonly length: number
}

function byteOrderMark(bytes: Uint8Array): Mark | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return { encoding: 'gb18030', length: 4 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

/** Decodes as one encoding that is given; the mark is left out only where it is this encoding's own. */
function decodeAs(bytes: Uint8Array, label: string, mark: Mark | undefined, path: string): Decoded {
  const decoder = strictDecoder(label)
  if (!decoder) throw articleError(say('encoding.no-name', { label }), 'wrong-encoding', path)
  const skipped = mark?.encoding === decoder.encoding ? mark.length : 0
  try {
    const source = decoder.decode(bytes.subarray(skipped))
    return { source, encoding: decoder.encoding, bom: skipped > 0 }
  } catch {
    throw articleError(
      say(label === mark?.encoding ? 'encoding.marked' : 'encoding.said', { encoding: decoder.encoding }),
      'wrong-encoding',
      path,
    )
  }
}

function notText(path: string, reason: Sentence) {
  return articleError(say('binary-file', { reason }), 'binary-file', path)
}

/** Files that people take for articles, by their first bytes (from the formats' own specifications). */
const signatures = [
  ['%PDF-', 'binary.pdf'],
  ['PK\u0003\u0004', 'binary.zip'],
  ['\u00d0\u00cf\u0011\u00e0', 'binary.office'],
  ['\u0089PNG', 'binary.png'],
  ['\u00ff\u00d8\u00ff', 'binary.jpeg'],
  ['GIF8', 'binary.gif'],
  ['\u001f\u008b', 'binary.gzip'],
  ['SQLite format 3', 'binary.sqlite'],
  ['\u007fELF', 'binary.program'],
] as const

function binaryKind(bytes: Uint8Array) {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return signatures.find(([start]) => head.startsWith(start))?.[1]
}
