import { join } from 'node:path'
import { renamedDecks } from '@cardpress/anki'
import { noteGuid, type Question, stableId } from '@cardpress/core'
import { describe, expect, it } from 'vitest'
import { type AnkiCard, anki, python } from '../support/anki.ts'
import { bank, choice, longAgo, memoryAssets, open } from '../support/bank.ts'
import { pressTo, temporaryFolder } from '../support/press.ts'

const later = longAgo + 1000

const questions = ['a', 'b', 'c', 'd'].map((id) =>
  open({
    id,
    number: `${id.charCodeAt(0) - 96}`,
    prompt: `What is ${id}?`,
    answer: `It is ${id}.`,
    section: ['Letters'],
  }),
)
const guid = (id: string) => noteGuid('sample', id, 'open')

describe.skipIf(python === undefined)('a deck that is imported again into the real Anki, after study', () => {
  const folder = temporaryFolder()
  let count = 0

  /** Imports a deck, gives its cards a history, imports the next, and returns what Anki did and holds. */
  async function again(before: readonly Question[], after: readonly Question[], more = {}) {
    const name = join(folder, `case-${count++}`)
    const [first, second] = [
      await pressTo(`${name}-1.apkg`, bank(before)),
      await pressTo(`${name}-2.apkg`, bank(after, more)),
    ]
    const results = anki(`${name}.anki2`, [
      ['import-package', { path: first }],
      ['study', {}],
      ['cards', {}],
      ['notes', {}],
      ['import-package', { path: second }],
      ['cards', {}],
      ['notes', {}],
      ['decks', {}],
      ['check', {}],
    ])
    const [, , studied, notesBefore, counts, cards, notes, decks, check] = results
    expect(check).toMatchObject({ fine: true })
    return { studied, notesBefore, counts, cards, notes, decks: decks.map((deck) => deck.name) }
  }

  it('is all duplicates when nothing has changed', async () => {
    const { counts, studied, cards } = await again(questions, questions)
    expect(counts).toMatchObject({ new: 0, updated: 0, duplicate: 4, conflicting: 0 })
    expect(cards).toEqual(studied)
  })

  it('updates a changed answer in place; scheduling and all other notes stay', async () => {
    const changed = open({
      id: 'b',
      prompt: 'What is b?',
      answer: 'Something else.',
      section: ['Letters'],
      modified: later,
    })
    const { counts, studied, cards, notes, notesBefore } = await again(questions, replaced(questions, changed))
    expect(counts).toMatchObject({ new: 0, updated: 1, duplicate: 3, conflicting: 0 })
    expect(cards).toEqual(studied)
    expect(notes.find((note) => note.guid === guid('b'))?.fields.Answer).toBe('<p>Something else.</p>')
    expect(notes.filter((note) => note.guid !== guid('b'))).toEqual(
      notesBefore.filter((note) => note.guid !== guid('b')),
    )
  })

  it('updates a reworded question in place', async () => {
    const reworded = open({
      id: 'c',
      prompt: 'And what might c be?',
      answer: 'It is c.',
      section: ['Letters'],
      modified: later,
    })
    const { counts, studied, cards } = await again(questions, replaced(questions, reworded))
    expect(counts).toMatchObject({ new: 0, updated: 1, duplicate: 3 })
    expect(cards).toEqual(studied)
  })

  it('takes no notice of another order or other numbers', async () => {
    const { counts, studied, cards } = await again(
      questions,
      questions.toReversed().map((question, index) => ({ ...question, number: `${index + 1}` })),
    )
    expect(counts).toMatchObject({ new: 0, updated: 0, duplicate: 4 })
    expect(cards).toEqual(studied)
  })

  it('adds an inserted question and nothing else', async () => {
    const inserted = open({ id: 'new', prompt: 'Inserted?', answer: 'Yes.', section: ['Letters'], modified: later })
    const { counts, studied, cards } = await again(questions, questions.toSpliced(1, 0, inserted))
    expect(counts).toMatchObject({ new: 1, updated: 0, duplicate: 4 })
    expect(cards.filter((card) => card.guid !== guid('new'))).toEqual(studied)
    expect(cards.find((card) => card.guid === guid('new'))).toMatchObject({ queue: 0, due: 2 })
  })

  it('leaves a deleted question where it is', async () => {
    const { counts, studied, cards } = await again(questions, questions.slice(1))
    expect(counts).toMatchObject({ new: 0, updated: 0, duplicate: 3 })
    expect(cards).toEqual(studied)
  })

  it('stays in its deck when the article has another title or file name', async () => {
    const { counts, studied, cards, decks } = await again(questions, questions, {
      title: 'Another title',
      source: { path: 'other.md', sha256: '1'.repeat(64), encoding: 'utf-8', format: 'markdown' },
    })
    expect(counts).toMatchObject({ new: 0, updated: 0, duplicate: 4 })
    expect(cards).toEqual(studied)
    expect(decks).toEqual(['Default', 'Sample deck', 'Sample deck::Letters'])
  })

  it('updates a note whose section moved; its card stays where the person has it', async () => {
    const moved = open({ id: 'a', prompt: 'What is a?', answer: 'It is a.', section: ['Other'], modified: later })
    const { counts, studied, cards, notes } = await again(questions, replaced(questions, moved))
    expect(counts).toMatchObject({ new: 0, updated: 1, duplicate: 3 })
    expect(cards).toEqual(studied)
    const note = notes.find((its) => its.guid === guid('a'))
    expect(note?.fields.Section).toBe('Other')
    expect(note?.tags).toContain('section::Other')
  })

  it('of a renamed section comes into its deck when the person has renamed it; else an empty deck is added', async () => {
    const renamed = questions.map((question) => ({ ...question, section: ['Characters'], modified: later }) as Question)
    const [first, second] = [
      await pressTo(join(folder, 'renamed-1.apkg'), bank(questions)),
      await pressTo(join(folder, 'renamed-2.apkg'), bank(renamed)),
    ]
    const [names] = renamedDecks(bank(questions), bank(renamed))
    expect(names).toEqual({ from: 'Sample deck::Letters', to: 'Sample deck::Characters' })
    const again = (name: string, rename: boolean) => {
      const steps = anki(join(folder, `${name}.anki2`), [
        ['import-package', { path: first }],
        ['study', {}],
        rename && names ? ['rename-deck', names] : ['decks', {}],
        ['cards', {}],
        ['import-package', { path: second }],
        ['cards', {}],
        ['decks', {}],
        ['search', { query: 'tag:section::Characters -deck:"Sample deck::Characters"' }],
      ])
      const [, , , studied, counts, cards, decks, elsewhere] = steps
      expect(counts).toMatchObject({ new: 0, updated: 4, conflicting: 0 })
      expect(cards).toEqual(studied)
      return { decks: decks.map((deck) => deck.name), elsewhere }
    }
    expect(again('renamed', true)).toEqual({
      decks: ['Default', 'Sample deck', 'Sample deck::Characters'],
      elsewhere: [],
    })
    // The limit of Anki's importer, and the search that finds the cards to be moved by hand.
    const kept = again('kept', false)
    expect(kept.decks).toEqual(['Default', 'Sample deck', 'Sample deck::Characters', 'Sample deck::Letters'])
    expect(kept.elsewhere.toSorted()).toEqual(['a', 'b', 'c', 'd'].map(guid).toSorted())
  })

  it('makes a new note of a question that became another kind, and leaves the old one to the person', async () => {
    const asChoice = choice({
      id: 'a',
      prompt: 'What is a?',
      options: { A: 'One', B: 'Two' },
      answer: 'A',
      modified: later,
    })
    const { counts, studied, cards } = await again(questions, replaced(questions, asChoice))
    expect(counts).toMatchObject({ new: 1, updated: 0, duplicate: 3, conflicting: 0 })
    expect(cards.filter((card) => card.guid !== noteGuid('sample', 'a', 'choice'))).toEqual(studied)
  })

  it('keeps a person’s own edit when the question has not changed, and MyNotes only then', async () => {
    const name = join(folder, 'own')
    const first = await pressTo(`${name}-1.apkg`, bank(questions))
    const changed = open({ id: 'b', prompt: 'What is b?', answer: 'Changed.', modified: 4_000_000_000 })
    const second = await pressTo(`${name}-2.apkg`, bank(replaced(questions, changed)))
    const [, , , unchanged, afterSame, counts, notes] = anki(`${name}.anki2`, [
      ['import-package', { path: first }],
      ['edit', { guid: guid('a'), fields: { Answer: 'My own answer', MyNotes: 'mine' }, tags: ['leech', 'my'] }],
      ['edit', { guid: guid('b'), fields: { MyNotes: 'mine too' } }],
      ['import-package', { path: first }],
      ['notes', {}],
      ['import-package', { path: second }],
      ['notes', {}],
    ])
    expect(unchanged).toMatchObject({ updated: 0, duplicate: 4 })
    for (const list of [afterSame, notes]) {
      const note = list.find((its) => its.guid === guid('a'))
      expect(note?.fields).toMatchObject({ Answer: 'My own answer', MyNotes: 'mine' })
      expect(note?.tags).toEqual(['leech', 'my'])
    }
    // This is Anki's limit, and documented: a package replaces every field and tag of a note that it updates.
    expect(counts).toMatchObject({ updated: 1 })
    expect(notes.find((its) => its.guid === guid('b'))?.fields).toMatchObject({
      Answer: '<p>Changed.</p>',
      MyNotes: '',
    })
  })

  it('as a text file, updates notes by guid, leaves MyNotes alone and adds what is new', async () => {
    const name = join(folder, 'text')
    const old = choice({ id: 'old', prompt: 'Old?', options: { A: 'One', B: 'Two' }, answer: 'A' })
    const first = await pressTo(`${name}-1.apkg`, bank([...questions, old]))
    const next = [
      open({ id: 'a', prompt: 'What is "a"?\tTab', answer: 'Changed.', section: ['Letters'], modified: later }),
      choice({ id: 'new', prompt: 'New?', options: { A: 'One', B: 'Two' }, answer: 'A', section: ['Letters'] }),
    ]
    await pressTo(`${name}-2.apkg`, bank(next), { text: true })
    const [, , , studied, counts, cards, notes, decks] = anki(`${name}.anki2`, [
      ['import-package', { path: first }],
      ['edit', { guid: guid('a'), fields: { MyNotes: 'mine' } }],
      ['study', {}],
      ['cards', {}],
      ['import-text', { path: `${name}-2.apkg.txt` }],
      ['cards', {}],
      ['notes', {}],
      ['decks', {}],
    ])
    expect(counts).toMatchObject({ new: 1, updated: 1, conflicting: 0 })
    expect(cards.filter((card) => card.guid !== noteGuid('sample', 'new', 'choice'))).toEqual(studied)
    const note = notes.find((its) => its.guid === guid('a'))
    expect(note?.fields).toMatchObject({
      Question: '<p>What is "a"?\tTab</p>',
      Answer: '<p>Changed.</p>',
      MyNotes: 'mine',
    })
    const added = notes.find((its) => its.guid === noteGuid('sample', 'new', 'choice'))
    expect(added).toMatchObject({ type: 'Cardpress Choice', tags: ['kind::single-choice', 'section::Letters'] })
    expect(added?.fields.Options).toContain('data-label="B"')
    expect(decks.map((deck) => deck.name)).toEqual(['Default', 'Sample deck', 'Sample deck::Letters'])
  })

  it('is found by the search for retired questions', async () => {
    const name = join(folder, 'search')
    const deck = await pressTo(`${name}.apkg`, bank(questions))
    const [, found] = anki(`${name}.anki2`, [
      ['import-package', { path: deck }],
      [
        'search',
        { query: `nid:${stableId('note', 'sample', 'b', 'open')},${stableId('note', 'sample', 'b', 'choice')}` },
      ],
    ])
    expect(found).toEqual([guid('b')])
  })

  it('moves nothing that was really studied through the scheduler', async () => {
    const name = join(folder, 'scheduler')
    const first = await pressTo(`${name}-1.apkg`, bank(questions))
    const second = await pressTo(
      `${name}-2.apkg`,
      bank(questions.map((question) => ({ ...question, modified: later }) as Question)),
    )
    const [, answered, studied, counts, cards] = anki(`${name}.anki2`, [
      ['import-package', { path: first }],
      ['answer', { deck: 'Sample deck', count: 6 }],
      ['cards', {}],
      ['import-package', { path: second }],
      ['cards', {}],
    ])
    expect(answered).toBeGreaterThan(0)
    expect(studied.some(({ reps }) => reps > 0)).toBe(true)
    expect(counts).toMatchObject({ new: 0, updated: 4, duplicate: 0 })
    expect(cards).toEqual(studied satisfies readonly AnkiCard[])
  })

  it('of several articles updates each of them, alone or together', async () => {
    const name = join(folder, 'several')
    const other = bank([open({ id: 'a', prompt: 'Other a?', answer: 'A' })], { collection: 'other', deck: 'Other' })
    const both = await pressTo(
      `${name}-1.apkg`,
      [
        { bank: bank(questions), assets: memoryAssets() },
        { bank: other, assets: memoryAssets() },
      ],
      { deck: 'Interview' },
    )
    const alone = await pressTo(`${name}-2.apkg`, other)
    const [first, second, cards] = anki(`${name}.anki2`, [
      ['import-package', { path: both }],
      ['import-package', { path: alone }],
      ['cards', {}],
    ])
    expect(first).toMatchObject({ new: 5 })
    expect(second).toMatchObject({ new: 0, duplicate: 1 })
    expect([...new Set(cards.map(({ deck }) => deck))].sort()).toEqual([
      'Interview::Other',
      'Interview::Sample deck::Letters',
    ])
  })
})

function replaced(list: readonly Question[], next: Question): Question[] {
  return list.map((question) => (question.id === next.id ? next : question))
}
