import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bankOf } from './support/bank-of.ts'
import { print } from './support/print.ts'

/** Its command line says what breaks PDF/UA-1 (ISO 14289-1); https://verapdf.org */
const hasVeraPdf = spawnSync('verapdf', ['--version']).status === 0
if (!hasVeraPdf)
  console.log('accessibility.test.ts: verapdf is not installed: PDF/UA is tested by reading the files back only')

describe.skipIf(!hasVeraPdf)('veraPDF', () => {
  it.each([
    { name: 'zh', language: 'zh-CN' },
    { name: 'en', language: 'en' },
  ])(
    'finds nothing against PDF/UA-1 in the papers of the $name article',
    { timeout: 300_000 },
    async ({ name, language }) => {
      const article = readFileSync(new URL(`fixtures/${name}/article.md`, import.meta.url), 'utf8')
      const { files } = await print(bankOf(article, { language }), { exam: { versions: ['A', 'B'] }, contents: true })
      const folder = mkdtempSync(join(tmpdir(), 'cardpress-ua-'))
      try {
        for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes)
        const report = execFileSync('verapdf', ['-f', 'ua1', '--format', 'text', '-v', folder], { encoding: 'utf8' })
        expect(report.split('\n').filter((line) => /FAIL/.test(line))).toEqual([])
        expect(report.match(/^PASS/gm)).toHaveLength(files.size)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
