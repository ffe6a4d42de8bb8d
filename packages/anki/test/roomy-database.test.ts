import initSqlJs from 'sql.js'
import { describe, expect, it } from 'vitest'
import { openWithRoom } from '../src/collection/roomy-database.ts'

describe('a database with room', async () => {
  const sql = await initSqlJs()
  const empty = () => {
    const db = new sql.Database()
    db.run('PRAGMA journal_mode = OFF; CREATE TABLE words (word TEXT)')
    const bytes = db.export()
    db.close()
    return bytes
  }
  const fill = (room: number) => {
    const opened = openWithRoom(sql, empty(), room)
    opened.db.run(
      "BEGIN; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO words SELECT 'word ' || i FROM n; COMMIT",
    )
    return opened
  }
  const wordsIn = (bytes: Uint8Array) => {
    const db = new sql.Database(bytes)
    const result = db.exec('SELECT count(*), max(rowid) FROM words; PRAGMA integrity_check').map(({ values }) => values)
    db.close()
    return result
  }
  const whole = [[[5000, 5000]], [['ok']]]

  it('is read where it lies, without a copy', () => {
    const { db, read } = fill(4 * 1024 * 1024)
    expect(read().buffer).toBe(read().buffer)
    expect(read().byteLength).toBeLessThan(200_000)
    const bytes = read()
    db.close()
    expect(wordsIn(bytes)).toEqual(whole)
  })

  it('is exported when it has outgrown its room', () => {
    const { db, read } = fill(10)
    expect(read().buffer).not.toBe(read().buffer)
    const bytes = read()
    db.close()
    expect(wordsIn(bytes)).toEqual(whole)
  })
})
