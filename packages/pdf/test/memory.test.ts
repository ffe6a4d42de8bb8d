import { expect, test } from 'vitest'
import { Memory } from '../src/memory.ts'
import { bankOf } from './support/bank-of.ts'
import { print } from './support/print.ts'

test('a result is made once', () => {
  const memory = new Memory<number>(10)
  let made = 0
  const make = () => ++made
  expect([memory.get('a', make), memory.get('b', make), memory.get('a', make)]).toEqual([1, 2, 1])
})

test('what was asked for longest ago is forgotten first, and what is too large is not kept', () => {
  const memory = new Memory<string>(4, (_, { length }) => length)
  let made = 0
  const get = (key: string, value: string) =>
    memory.get(key, () => {
      made++
      return value
    })
  get('a', 'aa')
  get('b', 'bb')
  get('a', 'aa')
  get('c', 'cc')
  expect(made).toBe(3)
  get('a', 'aa')
  expect(made).toBe(3)
  get('b', 'bb')
  expect(made).toBe(4)
  get('d', 'ddddd')
  get('d', 'ddddd')
  expect(made).toBe(6)
})

test('a process that has printed other things before prints the same bytes', async () => {
  const drawing = (inside: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">${inside}</svg>`)
  const assets = {
    'assets/text.svg': drawing(
      '<text x="9" y="20" opacity="0.4">résumé 卷积</text><path d="M0 0h9v9z" fill-opacity="0.5"/>',
    ),
    // A gradient is an object of the document: this drawing cannot be repeated in another.
    'assets/shade.svg': drawing(
      '<defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs><rect width="90" height="60" fill="url(#g)"/>',
    ),
  }
  const pictures = '![a word](assets/text.svg)\n\n![a shade](assets/shade.svg)'
  const article = `# t\n\n## 1. Naïve façade?\n\n${pictures}\n\n$\\frac{a^2}{\\sqrt b}$ and \`code\`.\n\n## 2. Why?\n\n$a^2$\n`
  const cold = await print(bankOf(article), {}, assets)
  await print(bankOf(`# u\n\n## 1. Ångström, $\\sqrt b$?\n\n${pictures}\n`), {}, assets)
  const warm = await print(bankOf(article), {}, assets)
  expect(cold.files.size).toBe(4)
  expect([...warm.files.keys()]).toEqual([...cold.files.keys()])
  for (const [path, bytes] of cold.files)
    expect(Buffer.compare(bytes, warm.files.get(path) ?? Buffer.of()), path).toBe(0)
})
