// What `npm run build` does: brings the locks up to date, compiles the packages, presses every collection and puts their
// sites into dist/site. A collection that fails does not stop the others; the last lines name it and its task.
//
//   npm run build [-- TURBO'S OPTIONS]       exit status: 1 when anything failed
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const summaries = join(root, '.turbo', 'runs')
const options = process.argv.slice(2)

// Two runs: turbo hashes the inputs of all tasks before it runs any, and the locks are inputs.
const failed = [...turbo(['lock']), ...turbo(['build', 'site'])]
const unbuilt = failed.some((task) => task.endsWith('#build'))
const joined = !unbuilt && node(join(root, 'packages/json/bin/cardpress-library.js'), ['content', '--out', 'dist/site'])

if (failed.length > 0 || !joined) {
  const lines = [...new Set(failed)].sort().map((task) => `  ${task}`)
  if (!joined) lines.push(unbuilt ? '  dist/site was not made: a package does not compile' : '  dist/site')
  process.stderr.write(`\nFAILED, the rest is built:\n${lines.join('\n')}\n`)
  process.exitCode = 1
}

/** Runs tasks as far as what they need succeeded; returns those that failed, as `package#task`. */
function turbo(tasks) {
  const before = new Set(list(summaries))
  const program = createRequire(import.meta.url).resolve('turbo/bin/turbo')
  const fine = node(program, ['run', ...tasks, '--continue=dependencies-successful', '--summarize', ...options])
  const made = list(summaries).filter((name) => !before.has(name))
  const failures = made.flatMap((name) => {
    const { tasks } = JSON.parse(readFileSync(join(summaries, name), 'utf8'))
    return tasks.filter(({ execution }) => (execution?.exitCode ?? 0) !== 0).map(({ taskId }) => taskId)
  })
  if (process.env.TURBO_RUN_SUMMARY === undefined) for (const name of made) rmSync(join(summaries, name))
  return fine || failures.length > 0 ? failures : [`turbo run ${tasks.join(' ')}`]
}

function node(program, args) {
  const { status, signal } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' })
  // Ctrl-C, which the child got as well, ends the whole.
  if (signal !== null) process.kill(process.pid, signal)
  return status === 0
}

function list(folder) {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
