/**
 * Yields an object as JSON, indented by two spaces, its last property an array whose items are made and written a batch at
 * a time, so that not all of them are in memory at once.
 *
 * @param head the properties before the array
 * @param name the name of the array
 * @param items the items, made when they are asked for
 * @param tail the properties behind the array
 */
export function* jsonChunks(
  head: object,
  name: string,
  items: Iterable<unknown>,
  tail: object = {},
): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  const opening = JSON.stringify(head, null, 2).slice(0, -2)
  let batch = `${opening}${opening.length > 1 ? ',' : ''}\n  ${JSON.stringify(name)}: [`
  let first = true
  for (const item of items) {
    batch += `${first ? '' : ','}\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`
    first = false
    if (batch.length > batchLength) {
      yield encoder.encode(batch)
      batch = ''
    }
  }
  const closing = JSON.stringify(tail, null, 2).slice(1, -1)
  yield encoder.encode(`${batch}${first ? '' : '\n  '}]${closing === '' ? '\n' : `,${closing}`}}\n`)
}

/** Returns a value as one chunk of JSON, indented by two spaces. */
export function jsonChunk(value: unknown): [Uint8Array] {
  return [new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)]
}

const batchLength = 1 << 20
