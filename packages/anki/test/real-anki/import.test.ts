import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anki, python } from '../support/anki.ts'
import { bank, choice, cloze, clozeQuestion, open } from '../support/bank.ts'
import { pressTo, temporaryFolder } from '../support/press.ts'

describe.skipIf(python === undefined)('a deck in the real Anki (npm run test:anki)', () => {
  const folder = temporaryFolder()

  it('imports, and imports again as duplicates only', async () => {
    const deck = await pressTo(
      join(folder, 'first.apkg'),
      bank([
        open({ id: 'a', prompt: 'What is a?', answer: 'A.' }),
        choice({ id: 'b', prompt: 'Which?', options: { A: 'One', B: 'Two' }, answer: 'B' }),
        clozeQuestion({ id: 'c', prompt: [{ type: 'paragraph', children: [cloze(1, 'x'), cloze(2, 'y')] }] }),
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
})
