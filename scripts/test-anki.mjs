#!/usr/bin/env node
// Runs the tests that import decks into the real Anki: `npm run test:anki`.
//
// Anki's own backend comes from PyPI (package `anki`) into .venv/anki, once; the versions are pinned in
// scripts/test-anki.requirements.txt. Without Python, or without the network at the first run, it says so and skips;
// where CI is set it must run. CARDPRESS_RESULTS=FILE also writes vitest's JSON report there.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const requirements = join(root, 'scripts/test-anki.requirements.txt')
const environment = join(root, '.venv/anki')
const windows = process.platform === 'win32'
const python = join(environment, windows ? 'Scripts/python.exe' : 'bin/python')

const problem = prepare()
if (problem !== undefined) {
  console.error(`${process.env.CI ? 'failed' : 'skipped'}: the tests against the real Anki need ${problem}`)
  process.exit(process.env.CI ? 1 : 0)
}
const reports = process.env.CARDPRESS_RESULTS
  ? ['--reporter=default', '--reporter=json', `--outputFile.json=${process.env.CARDPRESS_RESULTS}`]
  : []
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = run(
  process.execPath,
  [vitest, 'run', 'packages/anki/test/real-anki', ...reports, ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, CARDPRESS_ANKI_PYTHON: python } },
)
process.exit(status ?? 1)

/** Makes the environment unless it is there and up to date; returns what is missing, or nothing. */
function prepare() {
  const stamp = join(environment, 'requirements.sha256')
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined
  const found = (windows ? ['python', 'py'] : ['python3', 'python']).find(
    (name) =>
      run(name, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))'], { stdio: 'ignore' }).status === 0,
  )
  if (found === undefined) return 'Python 3.10 or newer with its venv module (Debian: apt-get install python3-venv)'
  console.error(`making ${environment} …`)
  if (run(found, ['-m', 'venv', environment]).status !== 0) return 'a Python whose venv module works'
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]
  if (run(python, pip).status !== 0) return 'the Python packages of scripts/test-anki.requirements.txt (see above)'
  writeFileSync(stamp, wanted)
  return undefined
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
}
