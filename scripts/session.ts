// Records a session of the command, so that docs/session.md stays true.
//
//   npm run session            writes docs/session.md
//   npm run session -- --check fails when it would write something else
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../apps/cli/src/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'cardpress-session-'))
const shown: string[] = []

async function cardpress(...args: string[]): Promise<void> {
  const stream = { write: (text: string) => void shown.push(text.replaceAll(folder, '~')) }
  shown.push(`$ cardpress ${args.map((arg) => (/^[\w./:=|-]+$/.test(arg) ? arg : `'${arg}'`)).join(' ')}\n`)
  const env = { LANG: 'en_GB.UTF-8', SOURCE_DATE_EPOCH: '1700000000' }
  const status = await run({ stdout: stream, stderr: stream, stdin: nothing(), env, cwd: () => folder }, args)
  if (status !== 0) shown.push(`[exit status ${status}]\n`)
  shown.push('\n')
}

async function* nothing(): AsyncGenerator<string> {}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8')
  if (!text.includes(from)) throw new Error(`${path} does not hold ${JSON.stringify(from)}`)
  writeFileSync(join(folder, path), text.replace(from, to))
  shown.push(`# ${path}: "${from}" becomes "${to}"\n`)
}

try {
  await cardpress('init', 'geometry', '--title', 'Geometry')
  await cardpress('build', 'geometry')
  edit('geometry/article.md', 'With the radius $r$ it is', 'It grows with the square of the radius $r$:')
  await cardpress('build', 'geometry', '--only', 'anki')
  edit('geometry/article.md', 'title: "Geometry"', 'title: [Geometry')
  await cardpress('check', 'geometry')
  await cardpress('biuld', 'geometry')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const page = `# A session\n\nWritten by \`npm run session\`.\n\n\`\`\`console\n${shown.join('').trimEnd()}\n\`\`\`\n`
const file = new URL('../docs/session.md', import.meta.url)
if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (readFileSync(file, 'utf8') !== page) {
  process.stderr.write('docs/session.md is not what the command says today; run: npm run session\n')
  process.exitCode = 1
}
