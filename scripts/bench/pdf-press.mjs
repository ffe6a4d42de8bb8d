// Prints the cheat sheet of BANK (JSON) by the built @cardpress/pdf, or SOURCE (a Typst document) by Typst, into FILE, and
// prints { milliseconds, bytes, peak } as JSON: a process of its own, so that its memory can be told, and without a
// transpiler, as people run it. The time is that of MathJax and the fonts, the layout and the disk; reading the bank or
// the source is not in it.
//
//   usage: pdf-press.mjs ours BANK FILE | typst SOURCE FILE | typst-untagged SOURCE FILE
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const [who, input, file] = process.argv.slice(2)
const press = who === 'ours' ? await ours() : await typst(who === 'typst')
const start = performance.now()
const bytes = await press()
writeFileSync(file, bytes)
const milliseconds = performance.now() - start
process.stdout.write(JSON.stringify({ milliseconds, bytes: bytes.length, peak: process.resourceUsage().maxRSS * 1024 }))

async function ours() {
  const { emitPdf } = await import('../../packages/pdf/dist/index.js')
  const bank = JSON.parse(readFileSync(input, 'utf8'))
  const assets = { read: () => Promise.reject(new Error('no pictures here')) }
  return async () => {
    const parts = []
    for await (const { chunks } of emitPdf(bank, assets, { papers: ['cheatsheet'] }))
      for await (const chunk of chunks) parts.push(chunk)
    return Buffer.concat(parts)
  }
}

async function typst(pdfTags) {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const require = createRequire(new URL('../../packages/pdf/package.json', import.meta.url))
  const source = readFileSync(input, 'utf8')
  const fonts = [
    'inter/400Regular/Inter_400Regular.ttf',
    'inter/600SemiBold/Inter_600SemiBold.ttf',
    'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
    'jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
  ]
  return async () => {
    const fontBlobs = fonts.map((font) => readFileSync(require.resolve(`@expo-google-fonts/${font}`)))
    const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
    return compiler.pdf({ mainFileContent: source }, { pdfTags })
  }
}
