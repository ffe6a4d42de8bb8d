import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { runIn } from './support/run-in.ts'

const article =
  '1.What is a heap?\nA tree.\n2.What is a stack?\nA pile.\n3.What is a queue?\nA row of things that wait.\n'

let folder: string
const lockFile = () => join(folder, 'notes.cardpress.lock.json')
const locked = () => JSON.parse(readFileSync(lockFile(), 'utf8'))

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-adopt-'))
  writeFileSync(join(folder, 'notes.txt'), article)
  expect((await runIn(folder, ['build', 'notes.txt', '--only', 'anki', '--out', 'out'])).status).toBe(0)
})

describe('lock --adopt', () => {
  test('makes a lost lock again, so that an edited question keeps its card', async () => {
    const before = locked()
    rmSync(lockFile())
    // The title and a prompt have changed since the deck was built: only the deck tells the old ids.
    writeFileSync(join(folder, 'notes.txt'), article.replace('What is a queue?', 'What exactly is a queue?'))
    const { status, stderr } = await runIn(folder, ['lock', 'notes.txt', '--adopt', 'out/notes.apkg'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'notes.txt: lock made again, 3 of 3 notes known\n' })
    const after = locked()
    expect(after.collection).toBe(before.collection)
    expect(after.deck).toBe(before.deck)
    expect(after.questions.map(({ id }: { id: string }) => id)).toEqual(
      before.questions.map(({ id }: { id: string }) => id),
    )
  })

  test('leaves a lock that is there alone', async () => {
    const before = readFileSync(lockFile(), 'utf8')
    const { status, stderr } = await runIn(folder, ['lock', 'notes.txt', '--adopt', 'out/notes.apkg'])
    expect(status).toBe(2)
    expect(stderr).toContain('notes.txt has a lock already')
    expect(readFileSync(lockFile(), 'utf8')).toBe(before)
  })

  test('replaces a lock that cannot be read', async () => {
    writeFileSync(lockFile(), '{ "lockVersion": 1,')
    expect((await runIn(folder, ['lock', 'notes.txt', '--adopt', 'out/notes.apkg'])).status).toBe(0)
    expect(locked().questions).toHaveLength(3)
  })

  test('says so when the file is no deck', async () => {
    rmSync(lockFile())
    const { status, stderr } = await runIn(folder, ['lock', 'notes.txt', '--adopt', 'notes.txt'])
    expect(status).toBe(2)
    expect(stderr).toContain('notes.txt cannot be read as a deck')
  })
})

test('the receipt gives a search for the notes of a question that is gone', async () => {
  writeFileSync(join(folder, 'notes.txt'), article.replace('2.What is a stack?\nA pile.\n3.', '2.'))
  const { status, stderr } = await runIn(folder, ['build', 'notes.txt', '--only', 'anki', '--out', 'out'])
  expect(status).toBe(0)
  expect(stderr).toMatch(/nid:\d+,\d+,\d+/)
})
