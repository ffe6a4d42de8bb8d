import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bins = readdirSync(join(root, 'packages')).flatMap((name) => {
  const { bin = {} } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as {
    bin?: Readonly<Record<string, string>>
  }
  return Object.keys(bin).map(
    (bin) => [bin, join(root, 'packages', name, 'src/bin', `${bin.replace('cardpress-', '')}.ts`)] as const,
  )
})

/** Runs a program from its source with `--help`. */
async function helpOf(source: string, lang: string): Promise<string> {
  const args = ['--import', 'tsx', '--conditions=@cardpress/source', source, '--help']
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    env: { ...process.env, LC_ALL: lang },
  })
  return stdout
}

test('there are programs to ask', () => expect(bins.map(([name]) => name)).toContain('cardpress-pdf'))

test.each(bins)('%s --help speaks English and Chinese, with the same options', async (name, source) => {
  const [english, chinese] = await Promise.all([helpOf(source, 'C'), helpOf(source, 'zh_CN.UTF-8')])
  expect(english).toContain(`Usage: ${name} `)
  expect(chinese).toContain(`用法：${name} `)
  const options = (help: string) => help.match(/--[a-z-]+/g)
  const rows = (help: string) => help.split('\n').filter((line) => /^ +(?:-\w, )? *--/.test(line))
  expect(rows(chinese).length).toBe(rows(english).length)
  expect(rows(chinese).filter((row) => !/\p{Script=Han}/u.test(row))).toEqual([])
  expect(rows(chinese).map((row) => options(row)?.[0])).toEqual(rows(english).map((row) => options(row)?.[0]))
})
