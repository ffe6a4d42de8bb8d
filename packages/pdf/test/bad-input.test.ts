import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import type { PdfOptions } from '@cardpress/pdf'
import { describe, expect, it } from 'vitest'
import { bankOf } from './support/bank-of.ts'
import { outside, overlapping } from './support/boxes.ts'
import { expectedOf, firstMissing } from './support/expected-text.ts'
import { print } from './support/print.ts'
import { readPdf } from './support/read-pdf.ts'

const sheet: PdfOptions = { papers: ['cheatsheet'] }

/** Prints an article's cheat sheet and checks what every sheet must be. */
async function printed(
  markdown: string,
  options: PdfOptions = sheet,
  assets: Readonly<Record<string, Uint8Array>> = {},
) {
  const bank = bankOf(markdown)
  const { files, messages } = await print(bank, options, assets)
  const bytes = files.get('cheatsheet.pdf') as Uint8Array
  const pdf = await readPdf(bytes)
  expect(pdf.pages.flatMap(outside)).toEqual([])
  expect(pdf.pages.flatMap(overlapping)).toEqual([])
  for (const { marks } of pdf.pages) expect([marks.closed, marks.lowest]).toEqual([marks.opened, 0])
  return { bank, pdf, rules: messages.map((message) => message.ruleId), messages }
}

const question = (body: string) => `# t\n\n## s\n\n### 1. 题\n\n${body}\n`

/** A PNG of one colour: grey, grey with alpha, or true colour with alpha. */
function png(width: number, height: number, colour: 0 | 2 | 6): Uint8Array {
  const channels = { 0: 1, 2: 3, 6: 4 }[colour]
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, colour, 0, 0, 0], 8)
  const rows = Buffer.alloc((width * channels + 1) * height, 0x66)
  for (let row = 0; row < height; row++) rows[row * (width * channels + 1)] = 0
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function crc(bytes: Uint8Array): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

describe('pictures', () => {
  it('prints PNG with and without transparency and SVG, each with its alternative text', async () => {
    const assets = {
      'assets/a.png': png(300, 200, 2),
      'assets/b.png': png(120, 80, 6),
      'assets/c.svg': Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#eee"/><text x="20" y="60" font-size="20">卷积 conv</text></svg>',
      ),
    }
    const { pdf, rules } = await printed(
      question('看图：\n\n![一张图](assets/a.png)\n\n![透明的图](assets/b.png)\n\n![矢量图](assets/c.svg)\n\n完。'),
      sheet,
      assets,
    )
    expect(rules).toEqual([])
    const alts: (string | undefined)[] = []
    const walk = (node: { role?: string; alt?: string; children?: readonly unknown[] }) => {
      if (node.role === 'Figure') alts.push(node.alt)
      for (const child of node.children ?? []) walk(child as typeof node)
    }
    for (const page of pdf.pages) walk((page.structure ?? {}) as object)
    expect(alts).toEqual(['一张图', '透明的图', '矢量图'])
    expect(pdf.text).toContain('卷积conv')
  })

  it('prints JPEG, turned as the camera was held', async () => {
    const plain = readFileSync(new URL('fixtures/pictures/page.jpg', import.meta.url))
    // An EXIF segment that says "turned a quarter to the right" (6).
    const exif = Buffer.from('ffe1001e457869660000' + '49492a0008000000' + '0100' + '120103000100000006000000', 'hex')
    const turned = Buffer.concat([plain.subarray(0, 2), exif, plain.subarray(2)])
    const boxes: string[] = []
    for (const bytes of [plain, turned]) {
      const { pdf, rules } = await printed(question('![照片](assets/a.jpg)'), sheet, { 'assets/a.jpg': bytes })
      expect(rules).toEqual([])
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (pdf.objects.match(/\/S \/Figure.*?\/BBox \[([^\]]*)\]/)?.[1] ?? '')
        .split(' ')
        .map(Number)
      boxes.push(x1 - x0 > y1 - y0 ? 'lying' : 'standing')
    }
    expect(boxes).toEqual(['standing', 'lying'])
  })

  it.each([
    ['is not there', undefined],
    ['is text', Buffer.from('not a picture')],
    ['is cut off', png(300, 200, 2).subarray(0, 60)],
    [
      'has broken pixels',
      Buffer.concat([png(30, 20, 2).subarray(0, 45), Buffer.alloc(20, 7), png(30, 20, 2).subarray(60)]),
    ],
    ['has no pixels', png(0, 0, 2)],
    ['is an SVG that stops', Buffer.from('<svg viewBox="0 0 10 10"><rect')],
  ])('says so and prints the alternative text where a picture %s', async (_what, bytes) => {
    const { pdf, rules, messages } = await printed(
      question('前\n\n![说明文字](assets/x.png)\n\n后'),
      sheet,
      bytes ? { 'assets/x.png': bytes } : {},
    )
    expect(rules).toEqual(['unprintable-picture'])
    expect(messages[0]?.reason).toContain('assets/x.png')
    expect(messages[0]?.line).toBe(1)
    expect(pdf.text).toMatch(/前.*说明文字.*后/)
  })

  it('makes a picture larger than the page fit into its column', async () => {
    const { pdf, rules } = await printed(question('![大](assets/a.png)'), sheet, { 'assets/a.png': png(4000, 9000, 0) })
    expect(rules).toEqual([])
    expect(pdf.pages.length).toBe(1)
  })
})

describe('characters', () => {
  it('prints emoji, symbols and rare letters with a fallback font', async () => {
    const { pdf, rules } = await printed(
      question('表情 😀👍🏽 与符号 ⌘ ⟶ ▲ ♞，希腊 αβγ，西里尔 Привет，重音 café naïve Việt。'),
    )
    expect(rules).toEqual([])
    for (const text of ['😀👍🏽', '⌘', '♞', 'αβγ', 'Привет', 'café', 'Việt'])
      expect(pdf.text.normalize('NFC')).toContain(text)
  })

  it('shows a visible stand-in for a character that no font has, and says which', async () => {
    const { pdf, rules, messages } = await printed(question('生僻字 \u{20bb7} 与古埃及 \u{13000}。'))
    expect(rules).toEqual(['missing-glyph', 'missing-glyph'])
    expect(messages[0]?.reason).toContain('U+20BB7')
    expect(messages[0]?.line).toBe(1)
    expect(pdf.text).toContain('[U+20BB7]')
    expect(pdf.text).toContain('[U+13000]')
  })

  it('keeps characters apart that one glyph draws', async () => {
    const { pdf } = await printed(question('间隔号·与圆点•，康熙部首⼀与汉字一。'))
    expect(pdf.text).toContain('间隔号·与圆点•，康熙部首⼀与汉字一')
  })

  it('drops controls and marks that print nothing', async () => {
    const { pdf, rules } = await printed(question('甲\u200b乙\u2060丙\u202e丁\ufeff戊'))
    expect(rules).toEqual([])
    expect(pdf.text).toContain('甲乙丙丁戊')
  })

  it('prints words that are names of properties of objects', async () => {
    const { pdf } = await printed(question('constructor\n\n```js\ntoString()\n```\n\n__proto__ hasOwnProperty'))
    expect(pdf.text).toContain('constructor')
  })
})

describe('things that are too large', () => {
  it('breaks a word of 3,000 characters over lines and pages', async () => {
    const word = 'abcdefghij'.repeat(300)
    const { pdf } = await printed(question(`前 ${word} 后`))
    expect(pdf.text).toContain(word)
  })

  it('breaks a code block of 200 lines over columns, and its long lines', async () => {
    const lines = Array.from(
      { length: 200 },
      (_, index) =>
        `${'  '.repeat(index % 5)}const value${index} = compute(${index}, 'a long argument that does not fit into a column', { option: true })`,
    )
    const { bank, pdf } = await printed(question(`\`\`\`js\n${lines.join('\n')}\n\`\`\``))
    expect(firstMissing(pdf.text, bank.questions.flatMap(expectedOf))).toBeUndefined()
    expect(pdf.pages.length).toBeGreaterThan(1)
  })

  it('makes a table of many columns a list of records', async () => {
    const head = Array.from({ length: 24 }, (_, index) => `列${index}`)
    const row = head.map((_, index) => `值${index}`)
    const { pdf } = await printed(question(`| ${head.join(' | ')} |\n|${' --- |'.repeat(24)}\n| ${row.join(' | ')} |`))
    for (let index = 0; index < 24; index++) expect(pdf.text).toContain(`列${index}:值${index}`)
  })

  it('breaks a table over columns and repeats its header', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `| 第 ${index} 行 | 说明文字，**粗体** 与 $x_{${index}}$ |`)
    const { bank, pdf } = await printed(question(`| 名称 | 内容 |\n| --- | --- |\n${rows.join('\n')}`))
    expect(firstMissing(pdf.text, bank.questions.flatMap(expectedOf))).toBeUndefined()
    const heads = pdf.pages.flatMap((page) => page.boxes.filter((box) => box.isArtifact && box.text === '名称'))
    expect(heads.length).toBeGreaterThan(0)
  })

  it('has every cell of a table in the structure tree, empty and missing ones too', async () => {
    const { pdf } = await printed(question('| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 一 | | |\n| | 二 |\n| | | 三 |'))
    const rows: number[] = []
    const walk = (node: { role?: string; children?: readonly unknown[] }) => {
      if (node.role === 'TR') rows.push(node.children?.length ?? 0)
      for (const child of node.children ?? []) walk(child as typeof node)
    }
    for (const page of pdf.pages) walk((page.structure ?? {}) as object)
    expect(rows).toEqual([3, 3, 3, 3])
  })

  it('cuts a cell that is higher than a page', async () => {
    const { bank, pdf } = await printed(
      question(`| 甲 | 乙 |\n| --- | --- |\n| 短 | ${'很长的单元格，'.repeat(400)} |`),
    )
    expect(firstMissing(pdf.text, bank.questions.flatMap(expectedOf))).toBeUndefined()
  })

  it.each([
    ['sets a formula smaller that is a little too wide for its column', 11, 1],
    ['breaks a formula over lines that is much too wide', 40, 3],
  ])('%s', async (_what, count, lines) => {
    const wide = Array.from({ length: count }, (_, index) => `x_{${index}}`).join('+')
    for (const body of [`$$\n${wide}\n$$`, `行内 $${wide}$ 也是。`]) {
      const { pdf, rules } = await printed(question(body))
      expect(rules).toEqual([])
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = (pdf.objects.match(/\/S \/Formula.*?\/BBox \[([^\]]*)\]/)?.[1] ?? '')
        .split(' ')
        .map(Number)
      // A column of upright A4, and lines of 8 pt.
      expect(x1 - x0).toBeLessThan(173)
      expect(x1 - x0).toBeGreaterThan(120)
      expect(y1 - y0).toBeGreaterThan(lines * 8 - 4)
    }
  })

  it('prints the source of a formula that cannot be set, and says which', async () => {
    const { pdf, rules } = await printed(question('坏公式 $\\frac{a}{$ 与 $x^2$。'))
    expect(rules).toEqual(['unprintable-formula'])
    expect(pdf.text).toContain('\\frac{a}{')
  })

  it('nests lists and quotes twelve deep', async () => {
    const nested = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}- 第${depth}层`).join('\n')
    const { pdf } = await printed(question(`${nested}\n\n${'> '.repeat(12)}引用`))
    expect(pdf.text).toContain('第11层')
    expect(pdf.text).toContain('引用')
  })

  it('prints a bank without questions as its title', async () => {
    const { files } = await print(bankOf('# 空\n'))
    expect([...files.keys()]).toEqual(['cheatsheet.pdf', 'exam.pdf', 'exam-key.pdf', 'cards.pdf'])
    for (const bytes of files.values()) expect((await readPdf(bytes)).pages.length).toBe(1)
  })
})
