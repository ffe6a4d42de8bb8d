import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDeck, retiredSearch } from '@cardpress/anki'
import {
  adoptLock,
  type Lock,
  noteFamily,
  noteGuid,
  type ParsedBank,
  parseBank,
  type QuestionBank,
} from '@cardpress/core'
import { describe, expect, it } from 'vitest'
import { anki, python } from '../support/anki.ts'
import { pressTo, temporaryFolder } from '../support/press.ts'

const article = `# Birds of the garden

## Small birds

### 1. Which bird sings from the top of the hedge at dawn?

The wren, which is louder than its size lets one expect.

### 2. What does a robin eat in winter?

Seeds, berries and what people leave for it.

### 3. Which of these birds stay all year?

- A. Wren
- B. Swallow
- C. Robin

Answer: AC

### 4. How many eggs does a blue tit lay?

Eight to ten, sometimes more.

## Large birds

### 5. Why do herons stand still for so long?

They wait for fish, which see movement before they see a shape.

### 6. How does an owl find its prey in the dark?

By its ears, which sit at different heights, so that it hears where a sound comes from.
`

const edit = (from: string | RegExp, to: string) => (text: string) => {
  const edited = text.replace(from, to)
  if (edited === text) throw new Error(`nothing to edit: ${from}`)
  return edited
}
const asIs = (text: string) => text
function renumbered(text: string): string {
  let number = 0
  return text.replace(/### \d+/g, () => `### ${++number}`)
}
const question4 = /### 4[\s\S]*?more\.\n\n/

interface Edit {
  readonly name: string
  readonly edit: (text: string) => string
  readonly path?: string
  readonly counts: { readonly new: number; readonly updated: number; readonly duplicate: number }
  readonly retired?: number
}

const edits: readonly Edit[] = [
  { name: 'nothing', edit: asIs, counts: { new: 0, updated: 0, duplicate: 6 } },
  {
    name: 'an answer',
    edit: edit('Seeds, berries', 'Insects, seeds, berries'),
    counts: { new: 0, updated: 1, duplicate: 5 },
  },
  {
    name: 'the key of a choice question',
    edit: edit('Answer: AC', 'Answer: A'),
    counts: { new: 0, updated: 1, duplicate: 5 },
  },
  {
    name: 'the words of a question',
    edit: edit('What does a robin eat in winter?', 'What will a robin eat during the winter?'),
    counts: { new: 0, updated: 1, duplicate: 5 },
  },
  {
    name: 'all numbers',
    edit: (text) => text.replace(/### (\d)/g, (_, number) => `### ${Number(number) + 10}`),
    counts: { new: 0, updated: 0, duplicate: 6 },
  },
  {
    name: 'the order',
    edit: (text) => {
      const [fourth = ''] = question4.exec(text) ?? []
      return renumbered(text.replace(fourth, '').replace('### 1.', `${fourth}### 1.`))
    },
    counts: { new: 0, updated: 0, duplicate: 6 },
  },
  {
    name: 'an inserted question',
    edit: (text) =>
      renumbered(text.replace('### 2.', '### 2. Which bird builds a nest of mud?\n\nThe house martin.\n\n### 2.')),
    counts: { new: 1, updated: 0, duplicate: 6 },
  },
  {
    name: 'a deleted question',
    edit: (text) => text.replace(question4, ''),
    counts: { new: 0, updated: 0, duplicate: 5 },
    retired: 1,
  },
  {
    name: 'the name of the file',
    edit: asIs,
    path: 'notes/feathered-friends.md',
    counts: { new: 0, updated: 0, duplicate: 6 },
  },
  {
    name: 'the title',
    edit: edit('# Birds of the garden', '# All about birds'),
    counts: { new: 0, updated: 0, duplicate: 6 },
  },
  {
    name: 'the place of a section',
    edit: (text) => {
      const [small = '', large = ''] = text.split(/(?=## Large)|(?=## Small)/).slice(1)
      return `# Birds of the garden\n\n${large.trimEnd()}\n\n${small}`
    },
    counts: { new: 0, updated: 0, duplicate: 6 },
  },
]

describe.skipIf(python === undefined)('an article that is edited while people study its deck', () => {
  const folder = temporaryFolder()
  const start = 1_760_000_000
  const read = (source: string, more: { path?: string; lock?: Lock | undefined; now?: number } = {}) =>
    parseBank({ path: more.path ?? 'birds.md', source, lock: more.lock, now: more.now ?? start })

  it.each(edits)('keeps all study when $name changes', async ({ name, edit, path, counts, retired = 0 }) => {
    const file = join(folder, name.replaceAll(' ', '-'))
    const before = await read(article)
    expect(bankOf(before).questions).toHaveLength(6)
    const after = await read(edit(article), { lock: before.lock, now: start + 5000, ...(path ? { path } : {}) })
    const first = await pressTo(`${file}-1.apkg`, bankOf(before))
    const second = await pressTo(`${file}-2.apkg`, bankOf(after))
    const [, , studied, decksBefore, imported, cards, decks, notes, check] = anki(`${file}.anki2`, [
      ['import-package', { path: first }],
      ['study', {}],
      ['cards', {}],
      ['decks', {}],
      ['import-package', { path: second }],
      ['cards', {}],
      ['decks', {}],
      ['notes', {}],
      ['check', {}],
    ])
    expect(imported).toMatchObject({ ...counts, conflicting: 0 })
    const known = new Set(studied.map(({ id }) => id))
    expect(cards.filter(({ id }) => known.has(id))).toEqual(studied)
    expect(cards).toHaveLength(6 + counts.new)
    expect(decks.map((deck) => deck.name)).toEqual(decksBefore.map((deck) => deck.name))
    expect(bankOf(after).retired).toHaveLength(retired)
    expect(check.fine).toBe(true)
    // Everything that the bank holds now is what a person sees now.
    for (const question of bankOf(after).questions) {
      const guid = noteGuid(bankOf(after).collection, question.id, noteFamily(question))
      expect(notes.find((note) => note.guid === guid)?.fields.Origin).toBe(
        `${bankOf(after).collection} ${question.id} ${question.contentHash}`,
      )
    }
  })

  it('names a deleted question by a search that finds its note', async () => {
    const file = join(folder, 'search')
    const before = await read(article)
    const after = await read(article.replace(question4, ''), { lock: before.lock, now: start + 5000 })
    const deck = await pressTo(`${file}.apkg`, bankOf(before))
    const [, found] = anki(`${file}.anki2`, [
      ['import-package', { path: deck }],
      ['search', { query: retiredSearch(bankOf(after)) ?? '' }],
    ])
    const gone = bankOf(before).questions.find(({ id }) => id === bankOf(after).retired[0]?.id)
    expect(found).toEqual([noteGuid(bankOf(before).collection, gone?.id ?? '', 'open')])
  })

  it('makes a new note of a question that became a choice question, and its search finds the old one', async () => {
    const file = join(folder, 'family')
    const before = await read(article)
    const options = '- A. Five\n- B. Eight to ten\n\nAnswer: B\n'
    const after = await read(article.replace('Eight to ten, sometimes more.\n', options), {
      lock: before.lock,
      now: start + 5000,
    })
    const changed = (after.lockReport?.familyChanged ?? []).map(({ id, from }) => ({
      id,
      family: noteFamily({ kind: from }),
    }))
    expect(changed).toMatchObject([{ family: 'open' }])
    const [first, second] = [
      await pressTo(`${file}-1.apkg`, bankOf(before)),
      await pressTo(`${file}-2.apkg`, bankOf(after)),
    ]
    const [, counts, found] = anki(`${file}.anki2`, [
      ['import-package', { path: first }],
      ['import-package', { path: second }],
      ['search', { query: retiredSearch(bankOf(after), changed) ?? '' }],
    ])
    expect(counts).toMatchObject({ new: 1, updated: 0, duplicate: 5, conflicting: 0 })
    expect(found).toEqual([noteGuid(bankOf(before).collection, changed[0]?.id ?? '', 'open')])
  })

  it('recovers a lost lock from the old deck, so that edits still update the cards', async () => {
    const file = join(folder, 'lost')
    const before = await read(article)
    const first = await pressTo(`${file}-1.apkg`, bankOf(before))
    const { notes, deck } = await readDeck(readFileSync(first))
    const edited = article.replace('What does a robin eat in winter?', 'What will a robin eat during the winter?')
    const drafts = (await read(edited)).article?.recognition.questions ?? []
    const adopted = adoptLock(notes, { drafts, collections: [], deck })
    expect(adopted?.unknown).toEqual([])
    const after = await read(edited, { now: start + 5000, ...(adopted ? { lock: adopted.lock } : {}) })
    const second = await pressTo(`${file}-2.apkg`, bankOf(after))
    const [, , studied, counts, cards] = anki(`${file}.anki2`, [
      ['import-package', { path: first }],
      ['study', {}],
      ['cards', {}],
      ['import-package', { path: second }],
      ['cards', {}],
    ])
    expect(counts).toMatchObject({ new: 0, conflicting: 0 })
    expect(counts.updated).toBeGreaterThanOrEqual(1)
    expect(cards).toEqual(studied)
  })
})

function bankOf({ bank, messages }: ParsedBank): QuestionBank {
  if (bank === undefined) throw new Error(messages.map(String).join('\n'))
  return bank
}
