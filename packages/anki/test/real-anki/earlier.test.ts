import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { noteTypes } from '@cardpress/anki'
import { noteGuid } from '@cardpress/core'
import { describe, expect, it } from 'vitest'
import { anki, python } from '../support/anki.ts'
import { bank, choice, cloze, clozeQuestion, longAgo, open, paragraph } from '../support/bank.ts'
import { pressTo, temporaryFolder } from '../support/press.ts'

/** A deck of three questions, one of each note type, from when the templates were older. Never build it anew. */
const earlier = fileURLToPath(new URL('../fixtures/earlier-build.apkg', import.meta.url))

describe.skipIf(python === undefined)('a collection that holds the deck of an earlier build', () => {
  const folder = temporaryFolder()

  it('takes changed notes and new templates of a new build, and keeps what was studied', async () => {
    const deck = await pressTo(
      join(folder, 'next.apkg'),
      bank(
        [
          open({
            id: 'tide',
            prompt: 'What causes the tides?',
            answer: 'The pull of the moon and of the sun.',
            section: ['Sea'],
            modified: longAgo + 1000,
          }),
          choice({
            id: 'salt',
            prompt: 'Which of these is salt?',
            options: { A: 'NaCl', B: 'HCl' },
            answer: 'A',
            section: ['Sea'],
          }),
          clozeQuestion({
            id: 'deep',
            prompt: [paragraph(['The deepest trench is the ', cloze(1, 'Mariana'), ' trench.'])],
          }),
          open({ id: 'new', prompt: 'What is a reef?', answer: 'A ridge under water.' }),
        ],
        { collection: 'earlier', deck: 'Earlier' },
      ),
    )
    const [first, , studied, typesBefore, second, cards, types, notes, decks, check] = anki(join(folder, 'c.anki2'), [
      ['import-package', { path: earlier }],
      ['study', {}],
      ['cards', {}],
      ['note-types', {}],
      ['import-package', { path: deck }],
      ['cards', {}],
      ['note-types', {}],
      ['notes', {}],
      ['decks', {}],
      ['check', {}],
    ])
    expect(first).toMatchObject({ new: 3 })
    expect(second).toMatchObject({ new: 1, updated: 1, duplicate: 2, conflicting: 0 })
    expect(cards.filter(({ guid }) => guid !== noteGuid('earlier', 'new', 'open'))).toEqual(studied)
    expect(typesBefore.every(({ css }) => css === '.card { color: black; }')).toBe(true)
    expect(types.map(({ id, css, front }) => ({ id, css, front })).toSorted((a, b) => a.id - b.id)).toEqual(
      Object.values(noteTypes).map(({ id, css, front }) => ({ id, css, front })),
    )
    expect(notes.find(({ guid }) => guid === noteGuid('earlier', 'tide', 'open'))?.fields.Answer).toBe(
      '<p>The pull of the moon and of the sun.</p>',
    )
    expect(decks.map(({ name }) => name)).toEqual(['Default', 'Earlier', 'Earlier::Sea'])
    expect(check).toMatchObject({ fine: true })
  })
})
