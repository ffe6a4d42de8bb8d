import type { Database, SqlJsStatic } from 'sql.js'

/** A database whose file lies in memory that can be read where it is. */
export interface RoomyDatabase {
  readonly db: Database
  /** Returns the bytes of the file as committed last; they are valid until something is written. */
  read(): Uint8Array
}

/**
 * Opens a database in an array that has room for what will be written.
 *
 * sql.js keeps a file in an array of its own: it moves the file to a larger one whenever it has become too small, and
 * `export` makes one more copy. In a deck of 50,000 notes that is 120 MB and a quarter of the time. When it opens bytes,
 * it takes the array that their `slice` returns; the one given here is larger, and is known outside. Memory that is
 * never written to is never used, so the room may be generous.
 *
 * Should the file outgrow the array all the same, or another sql.js take bytes otherwise, `read` exports.
 *
 * @param bytes a database; it is copied.
 * @param room bytes that the file may have before it must be moved.
 */
export function openWithRoom(sql: SqlJsStatic, bytes: Uint8Array, room: number): RoomyDatabase {
  const memory = reserve(Math.max(room, bytes.byteLength))
  const source = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  source.slice = (start, end) => {
    memory.set(source.subarray(start, end))
    return memory
  }
  const db = new sql.Database(source)
  return {
    db,
    read() {
      const [[pages], [pageSize]] = db.exec('PRAGMA page_count; PRAGMA page_size').map(({ values }) => values[0]) as [
        [number],
        [number],
      ]
      const size = pages * pageSize
      return size <= memory.byteLength && pagesInHead(memory) === pages ? memory.subarray(0, size) : db.export()
    },
  }
}

/**
 * Returns an array of zeros that uses memory only where it is written to. A buffer that was made small and resized is not
 * taken by V8 for memory under pressure: a large one makes it mark garbage without end while notes are written, and keep
 * what it marks, 80 MB in a deck of 50,000.
 */
function reserve(size: number): Uint8Array<ArrayBuffer> {
  const buffer = new ResizableBuffer(0, { maxByteLength: size })
  buffer.resize(size)
  return new Uint8Array(buffer)
}

/** ES2024, which Node 20 has and the types of ES2023 do not. */
const ResizableBuffer = ArrayBuffer as unknown as new (
  size: number,
  options: { readonly maxByteLength: number },
) => ArrayBuffer & { resize(size: number): void }

/** SQLite writes how many pages a file has into its head, at byte 28, each time it commits. */
function pagesInHead(file: Uint8Array): number {
  return new DataView(file.buffer, file.byteOffset).getUint32(28)
}
