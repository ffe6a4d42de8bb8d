import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PictureError } from '@cardpress/core'
import { pictureReader } from '@cardpress/core/disk'
import { afterAll, beforeAll, expect, test } from 'vitest'

let base = ''

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'cardpress-pictures-'))
  const write = async (path: string) => {
    await mkdir(join(base, path, '..'), { recursive: true })
    await writeFile(join(base, path), path)
  }
  for (const path of [
    'notes/article.md',
    'notes/a.png',
    'notes/图 1.png',
    'notes/50%25.png',
    'notes/assets/b.png',
    'notes/page_files/saved.png',
    'notes-private/secret.png',
    'outside.png',
  ])
    await write(path)
  await symlink(join(base, 'outside.png'), join(base, 'notes/link.png'))
  await symlink(join(base, 'notes/a.png'), join(base, 'notes/inner-link.png'))
  await symlink('loop.png', join(base, 'notes/loop.png'))
})

afterAll(() => rm(base, { recursive: true }))

/** Reads a picture of notes/article.md: its content, which is its own path, or the rule that refused it. */
async function read(url: string, article = 'notes/article.md'): Promise<string> {
  try {
    return Buffer.from(await pictureReader(join(base, article))(url)).toString()
  } catch (error) {
    if (error instanceof PictureError) return error.ruleId
    throw error
  }
}

test.each([
  ['a.png', 'notes/a.png'],
  ['./a.png', 'notes/a.png'],
  ['a.png?v=2#x', 'notes/a.png'],
  ['/a.png', 'notes/a.png'],
  ['assets\\b.png', 'notes/assets/b.png'],
  ['%E5%9B%BE%201.png', 'notes/图 1.png'],
  ['50%25.png', 'notes/50%25.png'],
  ['inner-link.png', 'notes/inner-link.png'],
  ['assets/../a.png', 'notes/a.png'],
])('%s is %s', async (url, path) => {
  expect(await read(url)).toBe(path === 'notes/inner-link.png' ? 'notes/a.png' : path)
})

test.each([
  ['gone.png', 'missing-image'],
  ['../outside.png', 'outside-image'],
  ['../notes-private/secret.png', 'outside-image'],
  ['..%2fnotes-private%2fsecret.png', 'outside-image'],
  ['link.png', 'outside-image'],
  ['file:///etc/passwd', 'outside-image'],
  ['C:\\a.png', 'outside-image'],
  ['a%00.png', 'outside-image'],
  ['a.png/b.png', 'missing-image'],
  ['assets', 'bad-image'],
  ['loop.png', 'bad-image'],
  ['', 'outside-image'],
])('%s is refused as %s', async (url, ruleId) => {
  expect(await read(url)).toBe(ruleId)
})

test('the pictures of a saved page that was moved are found in its folder', async () => {
  expect(await read('./Some Page_files/saved.png', 'notes/page.html')).toBe('notes/page_files/saved.png')
})
