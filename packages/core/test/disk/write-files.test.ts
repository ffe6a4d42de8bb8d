import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmittedFile } from '@cardpress/core'
import { DiskError, discardUnfinished, writeFileAtomic, writeFiles } from '@cardpress/core/disk'
import { beforeEach, describe, expect, test } from 'vitest'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-write-'))
})

const file = (path: string, text: string): EmittedFile => ({ path, chunks: [Buffer.from(text)] })
const list = async (at: string) => (await readdir(at, { recursive: true })).sort()

async function failure(work: Promise<unknown>): Promise<DiskError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(DiskError)
  return error as DiskError
}

describe('writeFiles', () => {
  test('writes every file below a folder that it makes', async () => {
    const out = join(folder, 'deep', 'dist')
    const written = await writeFiles(out, [file('a.apkg', 'deck'), file('json/questions.json', '{}')])
    expect(written).toEqual([
      { path: 'a.apkg', file: join(out, 'a.apkg'), bytes: 4 },
      { path: 'json/questions.json', file: join(out, 'json/questions.json'), bytes: 2 },
    ])
    expect(await readFile(join(out, 'a.apkg'), 'utf8')).toBe('deck')
    expect(await list(out)).toEqual(['a.apkg', 'json', 'json/questions.json'])
  })

  test('streams chunks in order, crumbs and blocks alike', async () => {
    async function* chunks() {
      for (let i = 0; i < 3000; i++) yield Buffer.alloc(i % 7 === 0 ? 4096 : 1, i % 251)
    }
    await writeFiles(folder, [{ path: 'media', chunks: chunks() }])
    const expected: Buffer[] = []
    for await (const chunk of chunks()) expected.push(chunk)
    expect((await readFile(join(folder, 'media'))).equals(Buffer.concat(expected))).toBe(true)
  })

  test('leaves earlier outputs untouched and no trace when an emitter throws before the renames', async () => {
    await writeFile(join(folder, 'a'), 'old a')
    await writeFile(join(folder, 'b'), 'old b')
    async function* files(): AsyncGenerator<EmittedFile> {
      yield file('a', 'new a')
      yield file('new/deep/c', 'new c')
      yield {
        path: 'b',
        chunks: (function* () {
          yield Buffer.from('half')
          throw new RangeError('emitter')
        })(),
      }
    }
    await expect(writeFiles(folder, files())).rejects.toThrow(new RangeError('emitter'))
    expect(await list(folder)).toEqual(['a', 'b'])
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('old a')
    expect(await readFile(join(folder, 'b'), 'utf8')).toBe('old b')
  })

  test('refuses two names that are one file where case is folded, before anything changes', async () => {
    const error = await failure(writeFiles(folder, [file('Straße.pdf', '1'), file('STRASSE.pdf', '2')]))
    expect(error.message).toBe('STRASSE.pdf: is the same file as Straße.pdf on macOS and Windows; rename one of them')
    expect(await list(folder)).toEqual([])
  })

  test.each(['../up', '/abs', 'a//b', 'con', 'nul.txt', 'a:b', 'dot.', 'C:\\x', `${'字'.repeat(86)}`])(
    'refuses the path %j',
    async (path) => {
      await failure(writeFiles(folder, [file(path, '')]))
      expect(await list(folder)).toEqual([])
    },
  )

  test('says so when the output folder is a file', async () => {
    await writeFile(join(folder, 'dist'), '')
    const error = await failure(writeFiles(join(folder, 'dist'), [file('a', '')]))
    expect(error.message).toBe(`${join(folder, 'dist')}: is a file, not a folder; choose another output folder`)
    const below = await failure(writeFiles(join(folder, 'dist', 'sub'), [file('a', '')]))
    expect(below.path).toContain('dist')
  })

  test('says so when a folder is in the place of a file', async () => {
    await mkdir(join(folder, 'a'))
    const error = await failure(writeFiles(folder, [file('b', ''), file('a', '')]))
    expect(error.what.en).toBe('is a folder where a file is to be written')
    expect(await list(folder)).toEqual(['a'])
  })

  test('writes through symbolic links, also dangling ones, and keeps them', async () => {
    await mkdir(join(folder, 'real'))
    await writeFile(join(folder, 'real', 'a'), 'old')
    await symlink('real', join(folder, 'dist'))
    await symlink('a', join(folder, 'real', 'link'))
    await symlink('../later', join(folder, 'real', 'dangling'))
    await writeFiles(join(folder, 'dist'), [file('link', 'new'), file('dangling', 'made')])
    expect(await readFile(join(folder, 'real', 'a'), 'utf8')).toBe('new')
    expect((await lstat(join(folder, 'real', 'link'))).isSymbolicLink()).toBe(true)
    expect(await readFile(join(folder, 'later'), 'utf8')).toBe('made')
  })

  test('refuses a circle of symbolic links', async () => {
    await symlink('b', join(folder, 'a'))
    await symlink('a', join(folder, 'b'))
    expect((await failure(writeFiles(folder, [file('a', '')]))).what.en).toBe('symbolic links go round in a circle')
  })

  test('keeps the permissions of a file that it replaces', async () => {
    await writeFile(join(folder, 'a'), 'old')
    await chmod(join(folder, 'a'), 0o640)
    await writeFiles(folder, [file('a', 'new')])
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o640)
  })

  test('removes what dead writers left and keeps what living ones are writing', async () => {
    const { createHash } = await import('node:crypto')
    const { hostname } = await import('node:os')
    const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
    const dead = `.cardpress-${here}-4194999-0.tmp`
    const predecessor = `.cardpress-${here}-${process.pid}-99999.tmp`
    const living = `.cardpress-${here}-${process.ppid}-0.tmp`
    const elsewhere = '.cardpress-00000000-1-0.tmp'
    const elsewhereOld = '.cardpress-00000000-2-0.tmp'
    for (const name of [dead, predecessor, living, elsewhere, elsewhereOld]) await writeFile(join(folder, name), '')
    const twoDaysAgo = new Date(Date.now() - 2 * 24 * 3600 * 1000)
    await utimes(join(folder, elsewhereOld), twoDaysAgo, twoDaysAgo)
    await writeFiles(folder, [file('a', '')])
    expect(await list(folder)).toEqual([elsewhere, living, 'a'].sort())
  })

  test('writes a name of 255 bytes', async () => {
    const name = '字'.repeat(85)
    await writeFiles(folder, [file(name, 'x')])
    expect(await list(folder)).toEqual([name])
  })

  test('discards the files of a run that is interrupted', async () => {
    await writeFile(join(folder, 'a'), 'old')
    async function* files(): AsyncGenerator<EmittedFile> {
      yield file('a', 'new')
      expect((await list(folder)).length).toBe(2)
      discardUnfinished()
      expect(await list(folder)).toEqual(['a'])
      throw new Error('exit')
    }
    await expect(writeFiles(folder, files())).rejects.toThrow('exit')
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('old')
  })
})

describe('an interrupted writer', () => {
  test('takes the folders that it has made away again, and none that others have put something into', async () => {
    async function* files(): AsyncGenerator<EmittedFile> {
      yield file('deep/er/a', 'new')
      yield file('shared/b', 'new')
      await writeFile(join(folder, 'dist/shared/of-another'), '')
      discardUnfinished()
      // Now the process ends.
      expect(await list(folder)).toEqual(['dist', 'dist/shared', 'dist/shared/of-another'])
      throw new Error('exit')
    }
    await expect(writeFiles(join(folder, 'dist'), files())).rejects.toThrow('exit')
  })

  test('leaves a folder whose files are there', async () => {
    await writeFiles(join(folder, 'dist'), [])
    discardUnfinished()
    expect(await list(folder)).toEqual(['dist'])
  })
})

describe('writeFileAtomic', () => {
  test('replaces a file and leaves nothing beside it', async () => {
    await writeFileAtomic(join(folder, 'lock.json'), '一')
    await writeFileAtomic(join(folder, 'lock.json'), '二')
    expect(await readFile(join(folder, 'lock.json'), 'utf8')).toBe('二')
    expect(await list(folder)).toEqual(['lock.json'])
  })

  test('names the file when its folder is not there', async () => {
    const path = join(folder, 'none', 'lock.json')
    expect((await failure(writeFileAtomic(path, ''))).message).toBe(`${path}: no such file or folder; check the path`)
  })
})
