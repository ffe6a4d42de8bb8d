import { TextDecoder } from 'node:util'

/** Decodes bytes of one encoding, or throws where they are not valid in it. */
export interface StrictDecoder {
  /** WHATWG name of the encoding. */
  readonly encoding: string
  decode(bytes: Uint8Array): string
}

/**
 * Returns a decoder that keeps byte-order marks and refuses invalid bytes; `undefined` for a label that names no encoding.
 *
 * Node reads Windows-1252 as Latin-1 from 20.18.3 on and in some releases of 22 and 24 (nodejs/node issue 56542): its curly
 * quotes would become control characters.
 *
 * @param label WHATWG label of an encoding.
 */
export function strictDecoder(label: string): StrictDecoder | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
    const { encoding } = decoder
    if (encoding !== 'windows-1252') return { encoding, decode: (bytes) => decoder.decode(bytes) }
    return { encoding, decode: (bytes) => decoder.decode(bytes).replace(/[\x80-\x9f]/g, named) }
  } catch {
    return undefined
  }
}

/** Bytes 80 to 9F of Windows-1252, as the Encoding Standard's index has them. */
const high = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function named(unit: string): string {
  return high[unit.charCodeAt(0) - 0x80] as string
}
