import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** One entry of a zip file. */
export interface ZipEntry {
  readonly name: string
  /** Bytes; must be what `chunks` gives. */
  readonly size: number
  /** Whether to deflate it; pictures are compressed already. */
  readonly compress: boolean
  /** Called when the entry's turn has come, so that only one is in memory. */
  readonly chunks: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/**
 * Returns the bytes of a zip file, deflated at level 6 while they are asked for. The same entries give the same bytes:
 * every entry has the oldest date that zip knows, as it is on the clock of the machine's own time zone, because zip dates
 * are local.
 */
export async function* zip(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const file = new ZipFile()
  const failed = new AbortController()
  let failure: unknown
  const fail = (error: unknown): void => {
    failure ??= error
    failed.abort()
  }
  file.on('error', fail)
  for (const { name, size, compress, chunks } of entries)
    file.addReadStreamLazy(
      name,
      {
        size,
        mtime: new Date(1980, 0, 1),
        mode: 0o100644,
        forceDosTimestamp: true,
        compressionLevel: compress ? 6 : 0,
      },
      (done) => done(undefined, Readable.from(chunks(), { objectMode: false }).on('error', fail)),
    )
  file.end()
  const output = file.outputStream as Readable
  failed.signal.addEventListener('abort', () => output.destroy())
  try {
    for await (const chunk of output) yield chunk as Uint8Array
  } catch (error) {
    throw failure ?? error
  }
  if (failure !== undefined) throw failure
}

/**
 * Returns a byte array in copies of 1 MiB each. Views would do, but reading a resizable buffer byte by byte, as checksums
 * are made, takes many times longer.
 */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += sliceSize) yield bytes.slice(start, start + sliceSize)
}

const sliceSize = 1024 * 1024
