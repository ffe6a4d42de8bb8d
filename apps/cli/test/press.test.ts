import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { build } from '../src/commands/build.ts'
import { createEnvironment } from '../src/environment.ts'
import { openPress, type Press } from '../src/press/open-press.ts'
import { listeningHost } from './support/listening-host.ts'

const folder = mkdtempSync(join(tmpdir(), 'cardpress-press-'))
beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(
    join(folder, 'assets/a.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
  )
  // The papers have something to say: no font has this letter.
  const source = '## 1. What is $a^2$?\n\n![a square](assets/a.svg)\n\n## 2. Who wrote \u{1042C}?\n\nNobody.\n'
  writeFileSync(join(folder, 'a.md'), source)
})

/** Builds the article; returns its files in the order of the receipt, and the receipt. */
async function built(out: string, press: Press | undefined) {
  const { host, said } = listeningHost(folder)
  const status = await build(['a.md'], { out, lock: false, press }, createEnvironment(host, []))
  const names = readdirSync(join(folder, out), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files = names.map((name) => [name.slice(join(folder, out).length), readFileSync(name).toString('base64')])
  return { status, said: said().replaceAll(`${out}/`, 'dist/'), files }
}

const press = openPress(new URL('support/press-from-sources.mjs', import.meta.url))
afterAll(() => press?.close())

test('two threads make the files of one, in its order, and say the same', async () => {
  const alone = await built('alone', undefined)
  expect(alone.said).toMatch(/cheatsheet\.pdf.*exam\.pdf.*cards\.pdf.*json\//s)
  expect(alone.said).toContain('Notes')
  const kinds: string[] = []
  const watched: Press = {
    async emit(work) {
      const answer = await (press as Press).emit(work)
      kinds.push(answer.kind)
      return answer
    },
    close: async () => undefined,
  }
  expect(await built('cold', watched)).toEqual(alone)
  expect(await built('warm', watched)).toEqual(alone)
  expect(kinds).toEqual(['done', 'done'])
})

test('where the other thread cannot start, this one makes all', async () => {
  const broken = openPress(new URL('no-such-module.js', import.meta.url))
  expect(await built('broken', broken)).toEqual(await built('alone', undefined))
})
