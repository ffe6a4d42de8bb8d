import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Emit, QuestionBank } from '@cardpress/core'
import { type EmitterProgram, runEmitter, UsageError } from '@cardpress/core/disk'
import { VFileMessage } from 'vfile-message'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const bank: QuestionBank = {
  schemaVersion: '1.0',
  collection: 'tiny',
  deck: 'Tiny',
  title: 'Tiny',
  language: 'en',
  tags: [],
  source: { path: 'tiny.md', sha256: '0'.repeat(64), encoding: 'utf-8', format: 'markdown' },
  reading: { confidence: 'sure' },
  questions: [],
  retired: [],
  leftovers: [],
}

const emitCount: Emit<{ times?: number }> = async function* (given, assets, { times = 1, onMessage }) {
  const picture = await assets.read('assets/dot.svg').catch(() => undefined)
  if (picture === undefined) {
    const message = new VFileMessage('the picture is not there', {
      place: { line: 3, column: 5 },
      ruleId: 'no-picture',
    })
    message.fatal = true
    onMessage?.(message)
  }
  yield { path: `${given.collection}.txt`, chunks: Array(times).fill(Buffer.from('x')) }
}

const program: EmitterProgram<{ times?: number }> = {
  name: 'cardpress-count',
  emit: emitCount,
  options: {
    times: {
      type: 'string',
      short: 't',
      value: 'N',
      help: { en: 'how often (default: 1)', zh: 'how often (default: 1)' },
    },
  },
  toOptions: ({ times }) => {
    if (times === undefined) return {}
    if (!/^\d+$/.test(String(times))) throw new UsageError(`--times takes a number, not "${times}"`)
    return { times: Number(times) }
  },
}

let folder: string
let said: string
let out: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cardpress-emitter-'))
  await writeFile(join(folder, 'bank.json'), JSON.stringify(bank))
  said = ''
  out = ''
  process.exitCode = undefined
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text
    return true
  })
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const withPicture = async () => {
  const { mkdir } = await import('node:fs/promises')
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'dot.svg'), '<svg/>')
}

describe('an emitter as a program', () => {
  test('writes beside the bank, with options, and tells what it wrote', async () => {
    await withPicture()
    await runEmitter(program, [join(folder, 'bank.json'), '--times', '3'])
    expect(process.exitCode).toBeUndefined()
    expect(await readFile(join(folder, 'tiny.txt'), 'utf8')).toBe('xxx')
    expect(said).toMatch(/tiny\.txt {2}3 bytes\n$/)
  })

  test('writes nothing when the emitter reports an error, says where it is, and exits with 1', async () => {
    await runEmitter(program, [join(folder, 'bank.json'), '--out', join(folder, 'dist')])
    expect(process.exitCode).toBe(1)
    expect(said).toBe('tiny.md:3:5: error: the picture is not there  [no-picture]\n')
    expect(await readdir(folder)).toEqual(['bank.json'])
  })

  test('--help names every option', async () => {
    await runEmitter(program, ['--help'])
    expect(out).toBe(
      [
        'Usage: cardpress-count BANK [options]',
        '',
        '  -o, --out DIR     output folder (default: the folder of the bank)',
        '      --where LIST  only questions that are so: tag=cnn,kind!=open',
        '  -t, --times N     how often (default: 1)',
        '  -h, --help        show this help',
        '',
      ].join('\n'),
    )
  })

  test.each([
    [[], /one bank is needed/],
    [['a', 'b'], /one bank is needed/],
    [['bank.json', '--tines', '3'], /Unknown option '--tines'/],
    [['bank.json', '--times', 'many'], /--times takes a number, not "many"/],
    [['bank.json', '--where', 'colour=red'], /--where: "colour=red" is no condition/],
    [['no-such-bank.json'], /no-such-bank\.json: no such file or folder; check the path/],
  ])('%j is one readable message and status 2', async (args, message) => {
    await runEmitter(
      program,
      args.map((arg) => (arg === 'bank.json' ? join(folder, arg) : arg)),
    )
    expect(process.exitCode).toBe(2)
    expect(said).toMatch(message)
    expect(said).not.toMatch(/^\s+at /m)
  })

  const edited = (question: object) => JSON.stringify({ ...bank, questions: [question] })
  test.each([
    ['no JSON', 'not json', 'expected a bank in JSON, found text that is not JSON'],
    ['an empty file', '', 'expected a bank in JSON, found an empty file'],
    ['a truncated file', JSON.stringify(bank).slice(0, 150), 'expected a bank in JSON, found text that is not JSON'],
    ['something else in JSON', '[1]', 'expected a bank, that is, a JSON object, found [1]'],
    ['an older schema', JSON.stringify({ ...bank, schemaVersion: '0.9' }), 'schemaVersion: expected "1.x"'],
    ['a newer schema', JSON.stringify({ ...bank, schemaVersion: '2.0' }), 'schemaVersion: expected "1.x"'],
    ['a field edited by hand', JSON.stringify({ ...bank, language: 7 }), 'language: expected a string, found 7'],
    ['a question edited by hand', edited({ id: 'q1', kind: 'opne' }), 'questions[0].kind: expected "open" or'],
  ])('refuses a bank that is %s, names the field and what was expected, and writes nothing', async (_, text, says) => {
    await withPicture()
    await writeFile(join(folder, 'bank.json'), text)
    await runEmitter(program, [join(folder, 'bank.json')])
    expect(process.exitCode).toBe(2)
    expect(said).toContain(join(folder, 'bank.json'))
    expect(said).toContain(says)
    expect(said).not.toMatch(/^\s+at /m)
    expect((await readdir(folder)).sort()).toEqual(['assets', 'bank.json'])
  })

  test('a bug of an emitter keeps its stack, and nothing is written', async () => {
    const broken: Emit = async function* () {
      yield { path: 'a', chunks: [] }
      throw new RangeError('oops')
    }
    await runEmitter({ name: 'cardpress-broken', emit: broken }, [join(folder, 'bank.json')])
    expect(process.exitCode).toBe(2)
    expect(said).toMatch(/this is a bug in cardpress-broken\nRangeError: oops\n\s+at /)
    expect(await readdir(folder)).toEqual(['bank.json'])
  })
})
