import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anki, python } from '../support/anki.ts'
import { memoryAssets, png } from '../support/bank.ts'
import { hostile } from '../support/hostile.ts'
import { openPackage } from '../support/open-package.ts'
import { pressTo, temporaryFolder } from '../support/press.ts'

describe.skipIf(python === undefined)('hostile content in the real Anki', () => {
  const folder = temporaryFolder()
  const assets = memoryAssets({ 'assets/dot.png': png() })

  it('imports whole, comes back as it was packed, and plays or typesets nothing', async () => {
    const deck = await pressTo(join(folder, 'hostile.apkg'), [{ bank: hostile, assets }])
    const [counts, notes, rendered, check, again] = anki(join(folder, 'hostile.anki2'), [
      ['import-package', { path: deck }],
      ['notes', {}],
      ['render', {}],
      ['check', {}],
      ['import-package', { path: deck }],
    ])
    expect(counts).toMatchObject({ new: hostile.questions.length, conflicting: 0 })
    const packed = await openPackage(readFileSync(deck))
    for (const row of packed.notes) {
      const note = notes.find(({ guid }) => guid === row.guid)
      expect(Object.values(note?.fields ?? {})).toEqual(row.flds.normalize('NFC').split('\u001f'))
    }
    expect(notes.find(({ tags }) => tags.length > 1000)).toBeDefined()
    for (const card of rendered) {
      expect(card.av).toEqual([])
      expect(card.question + card.answer).not.toMatch(/\[\[type:|\[anki:|latex-/)
    }
    expect(check).toMatchObject({ fine: true, missing: [], unused: [] })
    expect(again).toMatchObject({ new: 0, updated: 0, duplicate: hostile.questions.length })
  })

  it('imports as a text file too, row for row', async () => {
    const deck = await pressTo(join(folder, 'text.apkg'), [{ bank: hostile, assets }], { text: true })
    const [, counts] = anki(join(folder, 'text.anki2'), [
      ['import-package', { path: deck }],
      ['import-text', { path: `${deck}.txt` }],
    ])
    expect(counts).toMatchObject({ new: 0, conflicting: 0, found: hostile.questions.length })
    expect(counts.updated).toBe(0)
  })
})
