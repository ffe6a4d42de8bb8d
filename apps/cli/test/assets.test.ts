import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { giving, jpeg, type PictureServer, png, startPictureServer, svg } from './support/picture-server.ts'
import { runIn } from './support/run-in.ts'

let server: PictureServer
beforeAll(async () => {
  server = await startPictureServer({
    '/kite.png': giving(png, 'image/png'),
    '/photo?id=7': giving(jpeg, 'application/octet-stream'),
    '/wind.svg': giving(svg, 'image/svg+xml'),
    '/login.png': giving(Buffer.from('<p>Log in</p>'), 'image/png'),
  })
})
afterAll(() => server.close())

const nameOf = (bytes: Uint8Array, extension: string) =>
  `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-assets-'))
  server.asked.length = 0
})

const write = (...pictures: string[]) => {
  const article = pictures
    .map((url, index) => `## ${index + 1}. What flies on string number ${index + 1}?\n\nA kite.\n\n![Kite](${url})\n`)
    .join('\n')
  writeFileSync(join(folder, 'kites.md'), article)
  return article
}
const bank = () => JSON.parse(readFileSync(join(folder, 'dist', 'bank.json'), 'utf8'))

describe('the list', () => {
  test('names each picture with its line and state, and nothing is fetched', async () => {
    writeFileSync(join(folder, 'near.svg'), svg)
    write(`${server.origin}/kite.png`, 'near.svg')
    const { status, stdout, stderr } = await runIn(folder, ['assets', 'kites.md'])
    expect(stdout).toBe(`5\tremote\t${server.origin}/kite.png\n11\tlocal\tnear.svg\n`)
    expect(stderr).toBe(
      'pictures 2 · local 1 · fetched 0 · remote 1 · missing 0\nto bring the remote ones in: cardpress assets kites.md --fetch\n',
    )
    expect(status).toBe(0)
    expect(server.asked).toEqual([])
  })

  test('ends with 1 where a local picture is missing', async () => {
    write('gone.png', 'gone.png')
    const { status, stdout } = await runIn(folder, ['assets', 'kites.md'])
    expect(stdout).toBe('5\tmissing\tgone.png\n')
    expect(status).toBe(1)
  })
})

describe('--fetch', () => {
  test('brings the pictures in, so that a build shows them, and leaves the article as it is', async () => {
    const article = write(`${server.origin}/kite.png`, `${server.origin}/photo?id=7`, `${server.origin}/wind.svg`)
    const { status, stdout, stderr } = await runIn(folder, ['assets', 'kites.md', '--fetch'])
    expect(stderr).toMatch(/^Fetched http:\S+\/kite\.png as assets\/[\da-f]{16}\.png\n/)
    expect(stdout.split('\n').map((line) => line.split('\t')[1])).toEqual(['fetched', 'fetched', 'fetched', undefined])
    expect(status).toBe(0)
    const names = [nameOf(png, 'png'), nameOf(jpeg, 'jpg'), nameOf(svg, 'svg')]
    expect(readdirSync(join(folder, 'assets')).sort()).toEqual([...names, 'fetched.json'].sort())
    expect(readFileSync(join(folder, 'kites.md'), 'utf8')).toBe(article)

    const built = await runIn(folder, ['build', 'kites.md', '--only', 'json', '--no-lock'])
    expect(built.status).toBe(0)
    expect(JSON.stringify(bank().questions[0].answer)).toContain(`assets/${names[0]}`)
    expect(bank().questions.map(({ flags }: { flags: string[] }) => flags)).toEqual([[], [], []])
  })

  test('asks once for what is there, and again for what was deleted', async () => {
    write(`${server.origin}/kite.png`, `${server.origin}/kite.png`)
    await runIn(folder, ['assets', 'kites.md', '--fetch'])
    const before = readFileSync(join(folder, 'assets/fetched.json'))
    await runIn(folder, ['assets', 'kites.md', '--fetch'])
    expect(server.asked).toEqual(['/kite.png'])
    expect(readFileSync(join(folder, 'assets/fetched.json'))).toEqual(before)

    unlinkSync(join(folder, 'assets', nameOf(png, 'png')))
    const built = await runIn(folder, ['check', 'kites.md'])
    expect(built.stderr).toMatch(
      /was fetched, but assets\/[\da-f]{16}\.png is gone; run `cardpress assets --fetch` again/,
    )
    expect((await runIn(folder, ['assets', 'kites.md', '--fetch'])).status).toBe(0)
    expect(server.asked).toEqual(['/kite.png', '/kite.png'])
  })

  test('never writes over a file', async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'assets', nameOf(svg, 'svg')), `${svg} `)
    write(`${server.origin}/wind.svg`, `${server.origin}/wind.svg`)
    expect((await runIn(folder, ['assets', 'kites.md', '--fetch'])).status).toBe(0)
    expect(readFileSync(join(folder, 'assets', nameOf(svg, 'svg')), 'utf8')).toBe(`${svg} `)
  })

  test('takes what it can, tells why for the others, and ends with 1', async () => {
    write(`${server.origin}/kite.png`, `${server.origin}/gone.png`, `${server.origin}/login.png`)
    const { status, stdout, stderr } = await runIn(folder, ['assets', 'kites.md', '--fetch', '--quiet'])
    expect(stdout.split('\n').map((line) => line.split('\t')[1])).toEqual(['fetched', 'remote', 'remote', undefined])
    expect(stderr.replaceAll(server.origin, '')).toBe(
      '/gone.png: not fetched: the server answered 404; look at the address in a browser\n' +
        '/login.png: not taken: it is not a PNG, JPEG, GIF, WebP or SVG picture, whatever its name says\n',
    )
    expect(status).toBe(1)
    const chinese = await runIn(folder, ['assets', 'kites.md', '--fetch', '--lang', 'zh'])
    expect(chinese.stderr).toContain('/gone.png：未取回：服务器回应 404')
  })

  test('writes nothing where nothing could be had', async () => {
    write(`${server.origin}/gone.png`, `${server.origin}/gone.png`)
    expect((await runIn(folder, ['assets', 'kites.md', '--fetch'])).status).toBe(1)
    expect(readdirSync(folder)).toEqual(['kites.md'])
  })
})

test('a collection that is made of the article has the fetched pictures too', async () => {
  write(`${server.origin}/kite.png`, `${server.origin}/kite.png`)
  await runIn(folder, ['assets', 'kites.md', '--fetch'])
  expect((await runIn(folder, ['import', 'kites.md'])).status).toBe(0)
  const asked = await runIn(folder, ['assets', 'content/kites'])
  expect(asked.stdout).toBe(`5\tfetched\t${server.origin}/kite.png\n`)
})

describe('is refused with 2', () => {
  test('for standard input', async () => {
    const { status, stderr } = await runIn(folder, ['assets', '-'], { stdin: 'Q: Why?' })
    expect(stderr).toMatch(/assets takes a file; save standard input to one first/)
    expect(status).toBe(2)
  })

  test.each(['{', '[]', '{"http://a.example/x.png": "../secret.png"}', '{"http://a.example/x.png": 7}'])(
    'for a list of fetched pictures that holds %s',
    async (text) => {
      mkdirSync(join(folder, 'assets'))
      writeFileSync(join(folder, 'assets/fetched.json'), text)
      write(`${server.origin}/kite.png`, `${server.origin}/wind.svg`)
      const { status, stderr } = await runIn(folder, ['assets', 'kites.md'])
      expect(stderr).toMatch(/fetched\.json: is no list of fetched pictures .*; restore it, or delete it/)
      expect(status).toBe(2)
    },
  )
})
