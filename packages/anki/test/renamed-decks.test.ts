import { renamedDecks } from '@cardpress/anki'
import { expect, it } from 'vitest'

const at = (places: Readonly<Record<string, readonly string[]>>, deck = 'Deck') => ({
  deck,
  questions: Object.entries(places).map(([id, section]) => ({ id, section: [...section] })),
})

it.each([
  { name: 'nothing has changed', before: { a: ['One'], b: ['Two'] }, after: { a: ['One'], b: ['Two'] }, renamed: [] },
  {
    name: 'a heading was reworded',
    before: { a: ['One'], b: ['One'], c: ['Two'] },
    after: { a: ['First'], b: ['First'], c: ['Two'], new: ['First'] },
    renamed: [{ from: 'Deck::One', to: 'Deck::First' }],
  },
  {
    name: 'a heading above others was reworded',
    before: { a: ['One', 'x'], b: ['One', 'y'] },
    after: { a: ['First', 'x'], b: ['First', 'y'] },
    renamed: [{ from: 'Deck::One', to: 'Deck::First' }],
  },
  {
    name: 'one question moved to a section that was there',
    before: { a: ['One'], b: ['Two'] },
    after: { a: ['Two'], b: ['Two'] },
    renamed: [],
  },
  {
    name: 'a section was split',
    before: { a: ['One'], b: ['One'] },
    after: { a: ['First'], b: ['Second'] },
    renamed: [],
  },
  {
    name: 'a question moved and its section stayed',
    before: { a: ['One'], b: ['One'] },
    after: { a: ['One'], b: ['New'] },
    renamed: [],
  },
  { name: 'a section is gone', before: { a: ['One'], b: ['Two'] }, after: { a: ['One'] }, renamed: [] },
])('tells which decks have another name when $name', ({ before, after, renamed }) => {
  expect(renamedDecks(at(before as never), at(after as never))).toEqual(renamed)
})
