import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Bench, type BenchRow, inBytes, inTime, median } from './bench.ts'
import { pdfBank, typstSource } from './pdf-bank.ts'

/** Cheat sheets against Typst on the same questions, fonts and page, both tagged, each in a process of its own. */
const bench: Bench = {
  title: 'Cheat sheets',
  async run({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), 'cardpress-bench-'))
    try {
      const rows = againstTypst(folder, 1000, quick ? 1 : 5, { time: 1 })
      if (!quick) rows.push(...againstTypst(folder, 5000, 3, { time: 1 / 1.5, memory: 1 / 3, size: 1 / 2 }))
      return [...rows, freshProcess(folder, quick ? 1 : 5)]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

export default bench

interface Pressed {
  readonly milliseconds: number
  readonly bytes: number
  readonly peak: number
}

function againstTypst(
  folder: string,
  count: number,
  rounds: number,
  goals: { readonly time: number; readonly memory?: number; readonly size?: number },
): BenchRow[] {
  const bank = join(folder, `${count}.json`)
  const source = join(folder, `${count}.typ`)
  writeFileSync(bank, JSON.stringify(pdfBank(count)))
  writeFileSync(source, typstSource(count))
  const ours: Pressed[] = []
  const typst: Pressed[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(press('ours', bank, folder))
    typst.push(press('typst', source, folder))
  }
  const untagged = press('typst-untagged', source, folder)
  const name = `${count.toLocaleString('en')} questions`
  const row = (
    what: string,
    unit: (value: number) => string,
    of: (one: Pressed) => number,
    atMost?: number,
  ): BenchRow => {
    const [a, b] = [median(ours.map(of)), median(typst.map(of))]
    return {
      what: `${name}: ${what}`,
      ours: unit(a),
      peer: unit(b),
      peerName: 'Typst in Node',
      ratio: a / b,
      ...(atMost === undefined ? {} : { atMost }),
    }
  }
  return [
    row('time', inTime, (one) => one.milliseconds, goals.time),
    row('memory', inBytes, (one) => one.peak, goals.memory),
    row('size', inBytes, (one) => one.bytes, goals.size),
    {
      what: `${name}: size, ours tagged, theirs not`,
      ours: inBytes(median(ours.map((one) => one.bytes))),
      peer: inBytes(untagged.bytes),
      peerName: 'Typst in Node, no tags',
      ratio: median(ours.map((one) => one.bytes)) / untagged.bytes,
    },
  ]
}

/** Without the transpiler that this file runs under: the built package, as people run it. */
function press(who: 'ours' | 'typst' | 'typst-untagged', input: string, folder: string): Pressed {
  const script = fileURLToPath(new URL('pdf-press.mjs', import.meta.url))
  const args = [script, who, input, join(folder, `${who}.pdf`)]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 20 }))
}

/** The bin as turbo runs it, built, on a bank of the size of one article. */
function freshProcess(folder: string, rounds: number): BenchRow {
  const bin = fileURLToPath(new URL('../../packages/pdf/bin/cardpress-pdf.js', import.meta.url))
  const bank = join(folder, 'bank.json')
  writeFileSync(bank, JSON.stringify(pdfBank(29)))
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    execFileSync(process.execPath, [bin, bank, '--out', folder, '--papers', 'cheatsheet'], { stdio: 'pipe' })
    return performance.now() - start
  })
  statSync(join(folder, 'cheatsheet.pdf'))
  return {
    what: '29 questions, fresh process',
    ours: inTime(median(times)),
    peer: '1.50 s',
    peerName: 'goal',
    ratio: median(times) / 1500,
    atMost: 1,
  }
}
