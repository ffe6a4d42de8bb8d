import { hash } from 'node:crypto'

/** Hashes a list of strings with SHA-256, so that no two lists run together: 64 hexadecimal digits. */
export function hashParts(...parts: readonly string[]): string {
  return hash('sha256', JSON.stringify(parts), 'hex')
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Returns bytes in RFC 4648 base 32, in lower case and without padding.
 *
 * @param hex the bytes as hexadecimal digits, a multiple of five: each five make four letters.
 */
export function base32(hex: string): string {
  let text = ''
  for (let at = 0; at < hex.length; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16)
    for (let shift = 15; shift >= 0; shift -= 5) text += letters[(bits >> shift) & 31]
  }
  return text
}
