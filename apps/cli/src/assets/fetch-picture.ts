import { type PictureType, type Sentence, sniffPicture } from '@cardpress/core'
import { version } from '../version.ts'

/** How far a fetch goes before it is given up. */
export interface FetchLimits {
  /** Largest picture in bytes. Default: 20 MiB; a picture of an article is seldom over 2. */
  readonly bytes?: number
  /** How many times a server may send us on. Default: 5. */
  readonly redirects?: number
  /** Time for one picture, redirects and all, in milliseconds. Default: 30,000. */
  readonly milliseconds?: number
}

/** A picture from another machine, or why it cannot be had. */
export type FetchedPicture =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array; readonly type: PictureType }
  | { readonly kind: 'status'; readonly status: number }
  /** The bytes are none of the pictures that every output can show; `reason` is the end of a sentence. */
  | { readonly kind: 'no-picture'; readonly reason: Sentence }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'redirects'; readonly limit: number }
  | { readonly kind: 'slow'; readonly seconds: number }
  /** Neither http nor https, with a password in it, or no address at all. */
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'network'; readonly reason: string }

const defaults = { bytes: 20 * 1_048_576, redirects: 5, milliseconds: 30_000 } as const satisfies FetchLimits

/**
 * Fetches a picture. What it is is told from its bytes; what the server or the address calls it does not count. No cookie,
 * no password and no referrer is sent.
 *
 * @param url - a full http or https address
 * @param limits - see {@link FetchLimits}
 */
export async function fetchPicture(url: string, limits: FetchLimits = {}): Promise<FetchedPicture> {
  const most = { ...defaults, ...limits }
  const signal = AbortSignal.timeout(most.milliseconds)
  try {
    let at = url
    for (let redirects = 0; redirects <= most.redirects; redirects++) {
      const target = addressOf(at)
      if (target === undefined) return { kind: 'address', url: at }
      const response = await fetch(target, { redirect: 'manual', signal, headers })
      const location = isRedirect(response.status) ? response.headers.get('location') : null
      if (location === null) return await toPicture(response, most.bytes)
      await response.body?.cancel()
      at = URL.canParse(location, target.href) ? new URL(location, target).href : location
    }
    return { kind: 'redirects', limit: most.redirects }
  } catch (error) {
    if (signal.aborted) return { kind: 'slow', seconds: most.milliseconds / 1000 }
    return { kind: 'network', reason: reasonOf(error) }
  }
}

/** Only formats that every output shows: some servers choose by this header and would send AVIF. */
const headers = {
  accept: 'image/png,image/jpeg,image/gif,image/webp,image/svg+xml',
  'user-agent': `cardpress/${version}`,
} as const

function addressOf(url: string): URL | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const isWeb = parsed.protocol === 'http:' || parsed.protocol === 'https:'
  return isWeb && parsed.username === '' && parsed.password === '' ? parsed : undefined
}

function isRedirect(status: number): boolean {
  return status >= 301 && status <= 308 && status !== 304 && status !== 305 && status !== 306
}

async function toPicture(response: Response, limit: number): Promise<FetchedPicture> {
  if (!response.ok) {
    await response.body?.cancel()
    return { kind: 'status', status: response.status }
  }
  const bytes = await readUpTo(response, limit)
  if (bytes === undefined) return { kind: 'too-large', limit }
  const type = sniffPicture(bytes)
  return 'refused' in type ? { kind: 'no-picture', reason: type.refused } : { kind: 'picture', bytes, type }
}

/** The body, or undefined once it is longer: what the server says of its length is believed only where it is too much. */
async function readUpTo(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const tooLong = Number(response.headers.get('content-length') ?? 0) > limit
  const chunks: Uint8Array[] = []
  let size = 0
  if (response.body === null) return new Uint8Array()
  const reader = response.body.getReader()
  for (;;) {
    if (tooLong || size > limit) {
      await reader.cancel()
      return undefined
    }
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks, size)
    chunks.push(value)
    size += value.byteLength
  }
}

/** `fetch` wraps what happened in a "fetch failed". */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return code ?? (cause instanceof Error ? cause.message : String(cause))
}
