// Python programs that tests read our files back with, each in an environment of its own.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'

/**
 * Runs tests that need packages of PyPI. These come into .venv/NAME once; their versions are pinned in
 * scripts/test-NAME.requirements.txt. Without Python, or without the network at the first run, it says so and skips;
 * where CI is set they must run. CARDPRESS_RESULTS=FILE also writes vitest's JSON report there.
 *
 * @param {string} name of the environment
 * @param {string} tests path of the tests, which find its Python in CARDPRESS_NAME_PYTHON
 * @param {string} purpose what they are called in the message that they cannot run
 * @returns {number} exit status
 */
export function testWithPython(name, tests, purpose) {
  const environment = join(root, '.venv', name)
  const python = join(environment, windows ? 'Scripts/python.exe' : 'bin/python')
  const problem = prepare(environment, python, `scripts/test-${name}.requirements.txt`)
  if (problem !== undefined) {
    console.error(`${process.env.CI ? 'failed' : 'skipped'}: ${purpose} need ${problem}`)
    return process.env.CI ? 1 : 0
  }
  const reports = process.env.CARDPRESS_RESULTS
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${process.env.CARDPRESS_RESULTS}`]
    : []
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const env = { ...process.env, [`CARDPRESS_${name.toUpperCase()}_PYTHON`]: python }
  const args = [vitest, 'run', tests, ...reports, ...process.argv.slice(2)]
  return run(process.execPath, args, { stdio: 'inherit', env }).status ?? 1
}

/** Makes the environment unless it is there and up to date; returns what is missing, or nothing. */
function prepare(environment, python, requirements) {
  const stamp = join(environment, 'requirements.sha256')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, requirements)))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return undefined
  const found = (windows ? ['python', 'py'] : ['python3', 'python']).find(
    (name) =>
      run(name, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))'], { stdio: 'ignore' }).status === 0,
  )
  if (found === undefined) return 'Python 3.10 or newer with its venv module (Debian: apt-get install python3-venv)'
  console.error(`making ${environment} …`)
  if (run(found, ['-m', 'venv', environment]).status !== 0) return 'a Python whose venv module works'
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]
  if (run(python, pip).status !== 0) return `the Python packages of ${requirements} (see above)`
  writeFileSync(stamp, wanted)
  return undefined
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options })
}
