// Prints a cheat sheet of COUNT questions into FILE, by us or by Typst, and prints { milliseconds, bytes, peak } as JSON:
// a process of its own, so that its memory can be told. The time is that of the fonts, the layout and the disk; making
// the bank or the source is not in it.
//
//   usage: pdf-press.ts ours|typst COUNT FILE
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pdfBank, typstSource } from './pdf-bank.ts'

const [who, count, file] = process.argv.slice(2)
if (who !== undefined && count !== undefined && file !== undefined) {
  const press = who === 'ours' ? await ours(Number(count)) : await typst(Number(count))
  const start = performance.now()
  const bytes = await press()
  writeFileSync(file, bytes)
  const milliseconds = performance.now() - start
  process.stdout.write(
    JSON.stringify({ milliseconds, bytes: bytes.length, peak: process.resourceUsage().maxRSS * 1024 }),
  )
}

async function ours(questions: number): Promise<() => Promise<Uint8Array>> {
  const { emitPdf } = await import('@cardpress/pdf')
  const bank = pdfBank(questions)
  const assets = { read: () => Promise.reject(new Error('no pictures here')) }
  return async () => {
    const parts: Uint8Array[] = []
    for await (const { chunks } of emitPdf(bank, assets, { papers: ['cheatsheet'] }))
      for await (const chunk of chunks) parts.push(chunk)
    return Buffer.concat(parts)
  }
}

async function typst(questions: number): Promise<() => Promise<Uint8Array>> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const require = createRequire(new URL('../../packages/pdf/package.json', import.meta.url))
  const source = typstSource(questions)
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
    return compiler.pdf({ mainFileContent: source })
  }
}
