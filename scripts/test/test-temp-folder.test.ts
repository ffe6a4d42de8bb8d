import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import setup from '../test-temp-folder.ts'

test('a run of the tests has a temporary folder of its own, and takes it away with what is in it', () => {
  const outer = tmpdir()
  expect(basename(outer)).toMatch(/^cardpress-tests-/)
  const end = setup()
  const made = mkdtempSync(join(tmpdir(), 'cardpress-left-'))
  expect(dirname(dirname(made))).toBe(outer)
  end()
  expect(existsSync(made)).toBe(false)
  expect(tmpdir()).toBe(outer)
})

test('every test runs in it', () => {
  expect(readFileSync(new URL('../../vitest.config.ts', import.meta.url), 'utf8')).toContain('test-temp-folder.ts')
})
