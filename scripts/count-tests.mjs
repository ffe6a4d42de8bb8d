#!/usr/bin/env node
// Adds up the tests of all reports in a folder and prints `N passed, N failed, N skipped`.
//
//   node scripts/count-tests.mjs FOLDER FAILED_STEPS
//
// A report is vitest's JSON (numPassedTests, …) or { passed, failed, skipped }. A step that failed without a failed test
// in its report (lint, a build, a crash) counts as one failed. Exit status: 1 when anything failed or nothing ran.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, failedSteps = '0'] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: count-tests.mjs FOLDER FAILED_STEPS')

const total = { passed: 0, failed: 0, skipped: 0 }
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  total.passed += report.numPassedTests ?? report.passed ?? 0
  total.failed += report.numFailedTests ?? report.failed ?? 0
  total.skipped += (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0) + (report.skipped ?? 0)
}
if (total.failed < Number(failedSteps)) total.failed = Number(failedSteps)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)
