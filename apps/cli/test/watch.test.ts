import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { watch } from '../src/commands/watch.ts'
import { createEnvironment } from '../src/environment.ts'
import { listeningHost } from './support/listening-host.ts'

const article = (answer: string) =>
  `## 1. What is a heap?\n\n${answer}\n\n## 2. What is a stack?\n\nLast in, first out.\n`

/** Waits until something is so; fails after ten seconds. */
async function until(test: () => boolean): Promise<void> {
  for (let waited = 0; !test(); waited += 20) {
    if (waited > 10_000) throw new Error('nothing happened for ten seconds')
    await delay(20)
  }
}

test('watch builds what has changed, and nothing else, until it is ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cardpress-watch-'))
  for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.md`), article('A tree.'))
  const { host, said, forget } = listeningHost(folder)
  const end = new AbortController()
  const watching = watch(['a.md', 'b.md'], { only: 'json' }, createEnvironment(host, []), end.signal)
  await until(() => said().includes('watching 2 articles'))
  const questions = (name: string) => readFileSync(join(folder, 'dist', name, 'bank.json'), 'utf8')
  expect(questions('a')).toContain('A tree.')
  const other = questions('b')

  forget()
  writeFileSync(join(folder, 'a.md'), article('A tree that is ordered.'))
  await until(() => said().includes('json/'))
  expect(questions('a')).toContain('A tree that is ordered.')
  expect(questions('b')).toBe(other)

  // What is saved without a change is read, and not built.
  forget()
  writeFileSync(join(folder, 'a.md'), article('A tree that is ordered.'))
  await until(() => said() !== '')
  expect(said()).toBe('a.md: nothing has changed\n')

  // A mistake is told, and the watch goes on.
  forget()
  writeFileSync(join(folder, 'b.md'), '')
  await until(() => said().includes('empty'))
  forget()
  writeFileSync(join(folder, 'b.md'), article('A shrub.'))
  await until(() => said().includes('json/'))
  expect(questions('b')).toContain('A shrub.')

  // What the build itself writes sets off no further build.
  forget()
  await delay(400)
  expect(said()).toBe('')
  end.abort()
  expect(await watching).toBe(0)
})
