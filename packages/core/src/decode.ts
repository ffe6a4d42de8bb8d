import { TextDecoder } from 'node:util'
import { articleError } from './read/article-error.ts'
import { guessEncoding } from './read/encoding/guess-encoding.ts'

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
  if (kind) throw notText(path, `the bytes are those of ${kind}`)

  const guess = guessEncoding(bytes)
  if (guess.kind === 'binary') throw notText(path, guess.reason)
  if (guess.kind === 'unknown') {
    const hint = guess.candidates.length > 0 ? guess.candidates.join(', ') : 'gb18030, big5, windows-1252'
    throw articleError(
      `This text is in no encoding that can be told for certain: ${guess.reason}. Save it as UTF-8, or name its encoding with --encoding (${hint})`,
      'unknown-encoding',
      path,
    )
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
  const decoder = decoderFor(label)
  if (!decoder)
    throw articleError(
      `“${label}” is not the name of an encoding. Known ones are utf-8, utf-16le, utf-16be, gb18030, gbk, big5, shift_jis, windows-1252, …`,
      'wrong-encoding',
      path,
    )
  const skipped = mark?.encoding === decoder.encoding ? mark.length : 0
  try {
    const source = decoder.decode(bytes.subarray(skipped))
    return { source, encoding: decoder.encoding, bom: skipped > 0 }
  } catch {
    const how = label === mark?.encoding ? 'Its byte-order mark says' : 'It was said to be'
    throw articleError(
      `${how} ${decoder.encoding}, but the bytes are not valid ${decoder.encoding}. Name the encoding with --encoding, or save the text as UTF-8`,
      'wrong-encoding',
      path,
    )
  }
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true })
  } catch {
    return undefined
  }
}

function notText(path: string, reason: string) {
  return articleError(
    `This is not a text file: ${reason}. Cardpress reads Markdown, plain text and saved web pages`,
    'binary-file',
    path,
  )
}

/** Files that people take for articles, by their first bytes (from the formats' own specifications). */
const signatures: ReadonlyArray<readonly [string, string]> = [
  ['%PDF-', 'a PDF; copy its text into a .txt file'],
  ['PK\u0003\u0004', 'a zip archive (a .docx, .apkg or .epub is one); save the document as a web page or as text'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document (.doc); save it as a web page or as text'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\u001f\u008b', 'a gzip archive'],
  ['SQLite format 3', 'an SQLite database'],
  ['\u007fELF', 'a program'],
]

function binaryKind(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return signatures.find(([start]) => head.startsWith(start))?.[1]
}
