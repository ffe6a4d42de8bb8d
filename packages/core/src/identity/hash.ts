import { createHash } from 'node:crypto'

/** Hashes a list of strings with SHA-256, so that no two lists run together. */
export function hashParts(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest()
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Returns bytes in RFC 4648 base 32, in lower case and without padding. Whole letters only: 5 bytes make 8. */
export function base32(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let left = bytes.length * 8; left > 0; left -= 5) {
    text = letters[Number(bits & 31n)] + text
    bits >>= 5n
  }
  return text
}
