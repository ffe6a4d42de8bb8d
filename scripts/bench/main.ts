// Runs every bench of this folder and prints the results.
//
//   npm run bench -- [--quick] [--write] [NAME...]
//
//   NAME      only these, of the files of this folder: reading, anki, …
//   --quick   smaller sizes: all of them in two minutes
//   --write   docs/benchmarks.md too; only for all of them, whole
//
// Exit status: 1 when a row misses its goal or a bench fails.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { parseArgs } from 'node:util'
import { type Bench, type BenchRow, inBytes } from './bench.ts'

const options = { quick: { type: 'boolean' }, write: { type: 'boolean' } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const quick = values.quick === true
if (values.write === true && (quick || positionals.length > 0)) {
  process.stderr.write('--write takes all benches, whole: neither --quick nor names\n')
  process.exit(2)
}
const start = performance.now()
// The second number is of the last five minutes, before the benches themselves load the machine.
const load = loadavg()[1] ?? 0
const folder = new URL('.', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !['main.ts', 'bench.ts'].includes(file))
  .map((file) => file.slice(0, -3))
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .sort()

const sections: string[] = []
const missed: string[] = []
for (const name of names) {
  process.stderr.write(`${name} …\n`)
  try {
    const module: { default?: Bench } = await import(new URL(`${name}.ts`, folder).href)
    // A file without a default export helps another bench.
    if (module.default === undefined) continue
    const { title } = module.default
    const rows = await module.default.run({ quick })
    sections.push(section(title, rows))
    for (const row of rows)
      if (missesGoal(row)) missed.push(`${title}: ${row.what}: ${row.ratio.toFixed(2)} > ${row.atMost}`)
  } catch (error) {
    missed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }
}

const page = `${head()}\n\n${sections.join('\n\n')}\n`
process.stdout.write(page)
process.stderr.write(`${Math.round((performance.now() - start) / 1000)} s\n`)
if (values.write === true) writeFileSync(new URL('../../docs/benchmarks.md', folder), page)
for (const line of missed) process.stderr.write(`MISSED ${line}\n`)
process.exitCode = missed.length > 0 ? 1 : 0

function head(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', folder), 'utf8')) as { version?: string }
  const processor = cpus()
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench -- --write`. Each row was measured in one run, ours and the other in turns: trust the ratios (ours ÷ theirs, less is better), not the times.',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${version === undefined ? '' : `Cardpress ${version} · `}Node ${process.versions.node} · ${type()} ${release()} · ${processor.length} × ${processor[0]?.model.trim() ?? 'unknown'} · ${inBytes(totalmem())}`,
    ...(load > cpus().length
      ? [
          '',
          `**The machine was busy**: a load average of ${load.toFixed(1)} before the run, on ${cpus().length} processors. Times are longer than they need be, and ratios less steady.`,
        ]
      : []),
  ].join('\n')
}

function section(title: string, rows: readonly BenchRow[]): string {
  const lines = rows.map(
    (row) => `| ${row.what} | ${row.ours} | ${row.peer} (${row.peerName}) | ${row.ratio.toFixed(2)} | ${goal(row)} |`,
  )
  return [`## ${title}`, '', '| | ours | theirs | ratio | goal |', '|---|---|---|---|---|', ...lines].join('\n')
}

function goal(row: BenchRow): string {
  if (row.atMost === undefined) return ''
  return `≤ ${Number(row.atMost.toFixed(2))}${missesGoal(row) ? ' **missed**' : ''}`
}

function missesGoal({ ratio, atMost }: BenchRow): boolean {
  return atMost !== undefined && !(ratio <= atMost)
}
