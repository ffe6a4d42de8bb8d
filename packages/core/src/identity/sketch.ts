import { normalisePrompt, significantLength } from './normalise.ts'

/** Buckets of a sketch; each is two letters of base 64 (12 bits). */
const buckets = 32
const empty = '..'
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Shorter texts than this many letters say little about which question they belong to. */
export const shortestSketched = 12

/**
 * Returns 64 letters from which the likeness of two texts can be told, but not the texts: one-permutation minhash
 * (Li, Owen and Zhang, NIPS 2012) of the text's runs of three characters. Empty for a text of less than 12 letters.
 */
export function sketch(text: string): string {
  const normalised = normalisePrompt(text).replaceAll(' ', '')
  if (significantLength(normalised) < shortestSketched) return ''
  const least = new Array<number>(buckets).fill(Number.POSITIVE_INFINITY)
  for (let at = 0; at + 3 <= normalised.length; at++) {
    const hash = fnv1a(normalised, at, at + 3)
    const bucket = hash % buckets
    const rest = Math.floor(hash / buckets)
    if (rest < (least[bucket] ?? 0)) least[bucket] = rest
  }
  return least.map((value) => (Number.isFinite(value) ? letters(value) : empty)).join('')
}

/**
 * Returns how like two sketched texts are, from 0 to 1 (an estimate of the share of common runs of three characters,
 * within about ±0.1), or undefined where one of them was too short to tell.
 */
export function sketchLikeness(a: string, b: string): number | undefined {
  if (a === '' || b === '' || a.length !== b.length) return undefined
  let same = 0
  let filled = 0
  for (let at = 0; at < a.length; at += 2) {
    const [left, right] = [a.slice(at, at + 2), b.slice(at, at + 2)]
    if (left === empty && right === empty) continue
    filled++
    if (left === right) same++
  }
  return filled === 0 ? undefined : same / filled
}

/** The 12 low bits of a number that was already the least of its bucket. */
function letters(value: number): string {
  return `${base64[(value >>> 6) & 63]}${base64[value & 63]}`
}

/** FNV-1a over UTF-16 units, finished by a multiply-and-shift mix: the low bits of plain FNV are too regular. */
function fnv1a(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash >>> 0
}
