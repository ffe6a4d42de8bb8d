// Runs every bench of this folder and prints the results.
//
//   npm run bench -- [--quick] [--write] [NAME...]
//
//   NAME      only these, of the files of this folder: reading, anki, …
//   --quick   smaller sizes, to which no goals belong: all of them in two minutes
//   --write   docs/benchmarks.md too, with these tables new and the others as they are
//
// Exit status: 1 when a row misses its goal or a bench fails.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { parseArgs } from 'node:util'
import { type Bench, type BenchRow, inBytes } from './bench.ts'

const options = { quick: { type: 'boolean' }, write: { type: 'boolean' } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const quick = values.quick === true
if (values.write === true && quick) {
  process.stderr.write('--write takes whole sizes: not --quick\n')
  process.exit(2)
}
const start = performance.now()
const folder = new URL('.', import.meta.url)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !['main.ts', 'bench.ts'].includes(file))
  .map((file) => file.slice(0, -3))
  .filter((name) => positionals.length === 0 || positionals.includes(name))
  .sort()

const head = `# Benchmarks

Written by \`npm run bench -- --write\`. Each row was measured in one run, ours and the other in turns: trust the ratios (ours ÷ theirs, less is better), not the times.`

const sections = new Map<string, string>()
const missed: string[] = []
for (const name of names) {
  process.stderr.write(`${name} …\n`)
  try {
    const module: { default?: Bench } = await import(new URL(`${name}.ts`, folder).href)
    // A file without a default export helps another bench.
    if (module.default === undefined) continue
    const { title } = module.default
    // Of the last minute, before this bench itself loads the machine.
    const [load = 0] = loadavg()
    const measured = await module.default.run({ quick })
    const rows: BenchRow[] = quick ? measured.map(({ atMost: _, ...row }) => row) : [...measured]
    if (rows.length > 0) sections.set(name, section(name, title, rows, load))
    for (const row of rows)
      if (missesGoal(row)) missed.push(`${title}: ${row.what}: ${row.ratio.toFixed(2)} > ${row.atMost}`)
  } catch (error) {
    missed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }
}

process.stdout.write(toPage(sections))
process.stderr.write(`${Math.round((performance.now() - start) / 1000)} s\n`)
if (values.write === true) {
  const page = new URL('../../docs/benchmarks.md', folder)
  const former = existsSync(page) ? sectionsOf(readFileSync(page, 'utf8')) : new Map<string, string>()
  writeFileSync(page, toPage(new Map([...former, ...sections])))
}
for (const line of missed) process.stderr.write(`MISSED ${line}\n`)
process.exitCode = missed.length > 0 ? 1 : 0

/** The page: tables in the order of their names. */
function toPage(tables: ReadonlyMap<string, string>): string {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text)
  return `${head}\n\n${sorted.join('\n\n')}\n`
}

/** The tables of a page, by the names of their benches. */
function sectionsOf(page: string): ReadonlyMap<string, string> {
  return new Map(
    page
      .split(/^(?=<!-- bench )/m)
      .slice(1)
      .map((text) => [/^<!-- bench (\S+) -->/.exec(text)?.[1] ?? '', text.trimEnd()]),
  )
}

/** Where and when a table was measured; a busy machine is named, for its times are long and its ratios less steady. */
function circumstances(load: number): string {
  const { version } = JSON.parse(readFileSync(new URL('../../apps/cli/package.json', folder), 'utf8')) as {
    version: string
  }
  const processors = cpus()
  const busy = load > processors.length ? ` · **busy: load average ${load.toFixed(0)} before the run**` : ''
  return `${new Date().toISOString().slice(0, 10)} · Cardpress ${version} · Node ${process.versions.node} · ${type()} ${release()} · ${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'} · ${inBytes(totalmem())}${busy}`
}

function section(name: string, title: string, rows: readonly BenchRow[], load: number): string {
  const lines = rows.map(
    (row) => `| ${row.what} | ${row.ours} | ${row.peer} (${row.peerName}) | ${row.ratio.toFixed(2)} | ${goal(row)} |`,
  )
  const table = ['| | ours | theirs | ratio | goal |', '|---|---|---|---|---|', ...lines].join('\n')
  return [`<!-- bench ${name} -->`, `## ${title}`, circumstances(load), table].join('\n\n')
}

function goal(row: BenchRow): string {
  if (row.atMost === undefined) return ''
  return `≤ ${Number(row.atMost.toFixed(2))}${missesGoal(row) ? ' **missed**' : ''}`
}

function missesGoal({ ratio, atMost }: BenchRow): boolean {
  return atMost !== undefined && !(ratio <= atMost)
}
