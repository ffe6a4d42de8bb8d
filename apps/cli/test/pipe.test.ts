import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test.skipIf(process.platform === 'win32')('a reader that has had enough ends the command without a word', () => {
  const tsx = fileURLToPath(import.meta.resolve('tsx'))
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const command = `'${process.execPath}' --import '${tsx}' --conditions=@cardpress/source '${main}' build --help | true`
  const { stderr, status } = spawnSync('sh', ['-c', command], { encoding: 'utf8', env: { ...process.env, LANG: 'C' } })
  expect([status, stderr]).toEqual([0, ''])
})
