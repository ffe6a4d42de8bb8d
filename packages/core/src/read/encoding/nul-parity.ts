/**
 * Returns the UTF-16 that the NUL bytes point to: ASCII characters have theirs at odd places in little endian and at
 * even places in big endian. Returns `undefined` where there are none (or so few that they are slips in some other
 * text), and `'binary'` where they follow neither parity.
 *
 * @param bytes A whole file without a byte-order mark.
 */
export function nulParity(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | 'binary' | undefined {
  let even = 0
  let odd = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  const nuls = even + odd
  if (nuls === 0) return undefined
  // In UTF-16 no half is mixed: U+0000 itself, and characters such as U+4E00, are one NUL in many.
  if (bytes.length % 2 === 0) {
    if (odd > 0 && even * 8 <= odd && plausibleLines(bytes, 1)) return 'utf-16le'
    if (even > 0 && odd * 8 <= even && plausibleLines(bytes, 0)) return 'utf-16be'
  }
  return nuls > 2 && nuls * 100 > bytes.length ? 'binary' : undefined
}

/** Whether the bytes beside the NULs are ASCII text: in a table of small numbers they are control characters. */
function plausibleLines(bytes: Uint8Array, high: 0 | 1): boolean {
  let text = 0
  let other = 0
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at + high] !== 0) continue
    const low = bytes[at + 1 - high] ?? 0
    if (low === 9 || low === 10 || low === 13 || (low >= 0x20 && low < 0x7f) || low >= 0xa0) text++
    else other++
  }
  return text > 0 && other * 20 <= text
}
