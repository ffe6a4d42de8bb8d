/** Encodings of the test samples; `null` where a character has no place in the encoding. */
export const encoders: Readonly<Record<string, (text: string) => Uint8Array | null>> = {
  'utf-8': (text) => new TextEncoder().encode(text),
  'utf-8 with mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'utf-16le': (text) => utf16(text, true),
  'utf-16le with mark': (text) => utf16(`\ufeff${text}`, true),
  'utf-16be': (text) => utf16(text, false),
  'utf-16be with mark': (text) => utf16(`\ufeff${text}`, false),
  gb18030: (text) => multibyte(text, 'gb18030', true),
  gbk: (text) => multibyte(text, 'gbk', false),
  big5: (text) => multibyte(text, 'big5', false),
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little)
  return bytes
}

const tables = new Map<string, Map<string, number[]>>()

/** The platform has decoders only: their two-byte tables are turned around. */
function tableOf(encoding: string): Map<string, number[]> {
  let table = tables.get(encoding)
  if (table) return table
  table = new Map()
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const character = decoder.decode(Uint8Array.of(lead, trail))
        if ([...character].length === 1 && !table.has(character)) table.set(character, [lead, trail])
      } catch {
        // Not a pair of this encoding.
      }
    }
  tables.set(encoding, table)
  return table
}

function multibyte(text: string, encoding: string, fourBytes: boolean): Uint8Array | null {
  const table = tableOf(encoding)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) as number
    const pair = code < 0x80 ? [code] : (table.get(character) ?? (fourBytes ? four(code) : undefined))
    if (!pair) return null
    bytes.push(...pair)
  }
  return Uint8Array.from(bytes)
}

/** GB 18030's four-byte form of the supplementary planes: 0x90308130 is U+10000, in steps of 10, 126, 10. */
function four(code: number): number[] | undefined {
  if (code < 0x10000) return undefined
  const linear = code - 0x10000
  return [
    0x90 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ]
}

/** Bytes 80 to 9F of Windows-1252, as the Encoding Standard's index has them. */
const high = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Returns a text in Windows-1252; `null` where a character has no place in it. */
export function windows1252(text: string): Uint8Array | null {
  const bytes = [...text].map((character) => {
    const code = character.charCodeAt(0)
    const place = high.indexOf(character)
    return place === -1 ? code : 0x80 + place
  })
  return bytes.every((byte) => byte < 256) ? Uint8Array.from(bytes) : null
}
