import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { noteTypes } from '@cardpress/anki'
import { noteFamily, noteGuid, type QuestionBank } from '@cardpress/core'
import { describe, expect, it } from 'vitest'
import { bankFields } from '../../src/bank-fields.ts'
import { renderCards } from '../../src/render-card.ts'
import { anki, python } from '../support/anki.ts'
import { bank, choice, cloze, clozeQuestion, memoryAssets, open, paragraph, png } from '../support/bank.ts'
import { openPackage } from '../support/open-package.ts'
import { pressTo, temporaryFolder } from '../support/press.ts'
import { chinese, english, picture } from '../support/showcase.ts'

if (python === undefined) console.warn('skipped: the tests against the real Anki run with "npm run test:anki"')

describe.skipIf(python === undefined)('a deck in the real Anki', () => {
  const folder = temporaryFolder()
  const assets = memoryAssets({ 'assets/curve.svg': picture, 'assets/dot.png': png() })
  const showcase = [
    { bank: chinese, assets },
    { bank: english, assets },
  ]

  it('imports, and imports again as duplicates only', async () => {
    const deck = await pressTo(
      join(folder, 'first.apkg'),
      bank([
        open({ id: 'a', prompt: 'What is a?', answer: 'A.' }),
        choice({ id: 'b', prompt: 'Which?', options: { A: 'One', B: 'Two' }, answer: 'B' }),
        clozeQuestion({ id: 'c', prompt: [paragraph([cloze(1, 'x'), cloze(2, 'y')])] }),
      ]),
    )
    const [first, second, cards, check] = anki(join(folder, 'first.anki2'), [
      ['import-package', { path: deck }],
      ['import-package', { path: deck }],
      ['cards', {}],
      ['check', {}],
    ])
    expect(first).toMatchObject({ new: 3, updated: 0, duplicate: 0, conflicting: 0 })
    expect(second).toMatchObject({ new: 0, updated: 0, duplicate: 3, conflicting: 0 })
    expect(cards.map(({ due }) => due)).toEqual([1, 2, 3, 3])
    expect(check).toMatchObject({ fine: true, missing: [], unused: [] })
  })

  it('keeps every field, tag, deck and picture as the package has it', async () => {
    const deck = await pressTo(join(folder, 'showcase.apkg'), showcase)
    const [counts, notes, cards, decks, check] = anki(join(folder, 'showcase.anki2'), [
      ['import-package', { path: deck }],
      ['notes', {}],
      ['cards', {}],
      ['decks', {}],
      ['check', {}],
    ])
    const packed = await openPackage(readFileSync(deck))
    expect(counts.new).toBe(chinese.questions.length + english.questions.length)
    expect(counts.new).toBe(12)
    for (const row of packed.notes) {
      const note = notes.find(({ guid }) => guid === row.guid)
      const noteType = Object.values(noteTypes).find(({ id }) => id === row.mid)
      expect(note?.type).toBe(noteType?.name)
      expect(Object.values(note?.fields ?? {})).toEqual(row.flds.split('\u001f'))
      expect(note?.tags.toSorted()).toEqual(row.tags.trim().split(' ').toSorted())
      expect(note?.mod).toBe(row.mod)
      expect(note?.id).toBe(row.id)
      // Anki computes its own checksum of the first field.
      expect(note?.csum).toBeGreaterThan(0)
    }
    expect(cards).toHaveLength(packed.cards.length)
    expect(cards.find(({ guid }) => guid === noteGuid('showcase-zh', 'momentum', 'open'))?.deck).toBe(
      '深度学习面试::深度学习::优化',
    )
    expect(decks.find(({ name }) => name === 'Programming interview')?.description).toBe(
      '4 questions · A. Writer · CC-BY-4.0<br>Source: https://example.org/programming',
    )
    expect(check).toMatchObject({ fine: true, missing: [], unused: [] })
  })

  it('shows every card as the preview does, without an error of the template', async () => {
    const deck = await pressTo(join(folder, 'render.apkg'), showcase)
    const [, rendered] = anki(join(folder, 'render.anki2'), [
      ['import-package', { path: deck }],
      ['render', {}],
    ])
    const packed = await openPackage(readFileSync(deck))
    const name = Object.values(packed.media)[0] ?? ''
    const ours = [chinese, english].flatMap((its) => previewed(its, name))
    expect(rendered).toHaveLength(ours.length)
    for (const { guid, ord, front, back } of ours) {
      const card = rendered.find((other) => other.guid === guid && other.ord === ord)
      expect(tidied(card?.question)).toBe(tidied(front))
      expect(tidied(card?.answer)).toBe(tidied(back))
      expect(card?.av).toEqual([])
    }
  })

  it('comes in document order, whatever the ids', async () => {
    const questions = Array.from({ length: 40 }, (_, index) =>
      open({ id: `question-${(index * 37) % 40}`, prompt: `Number ${index}?`, answer: 'A' }),
    )
    const deck = await pressTo(join(folder, 'order.apkg'), bank(questions))
    const [, cards, notes] = anki(join(folder, 'order.anki2'), [
      ['import-package', { path: deck }],
      ['cards', {}],
      ['notes', {}],
    ])
    const prompts = cards.map(({ guid }) => notes.find((note) => note.guid === guid)?.fields.Question)
    expect(prompts).toEqual(questions.map((_, index) => `<p>Number ${index}?</p>`))
  })

  it('brings its note types as they are, with their time of revision', async () => {
    const deck = await pressTo(join(folder, 'types.apkg'), showcase)
    const [, types] = anki(join(folder, 'types.anki2'), [
      ['import-package', { path: deck }],
      ['note-types', {}],
    ])
    expect(types).toHaveLength(3)
    for (const noteType of Object.values(noteTypes))
      expect(types.find(({ id }) => id === noteType.id)).toMatchObject({
        name: noteType.name,
        mod: noteType.revised,
        fields: noteType.fields,
        css: noteType.css,
        front: noteType.front,
      })
  })
})

/** The cards of a bank as the preview renders them, with one picture. */
function previewed(its: QuestionBank, name: string) {
  const fields = bankFields(its, { image: () => name, shuffle: true })
  return its.questions.flatMap((question) => {
    const guid = noteGuid(its.collection, question.id, noteFamily(question))
    return renderCards(fields({ question, guid })).map((card) => ({ guid, ...card }))
  })
}

/** Anki writes what a deletion hides into an attribute for its own script. */
function tidied(html: string | undefined): string | undefined {
  return html?.replaceAll(/ data-cloze="[^"]*"/g, '')
}
