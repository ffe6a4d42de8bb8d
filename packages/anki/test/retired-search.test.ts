import { retiredSearch } from '@cardpress/anki'
import { stableId } from '@cardpress/core'
import { expect, it } from 'vitest'

it('searches for the notes of retired questions, whatever their kind was', () => {
  const retired = [{ id: 'a', title: 'A?', since: 0 }]
  const ids = ['open', 'choice', 'cloze'].map((family) => stableId('note', 'sample', 'a', family))
  expect(retiredSearch({ collection: 'sample', retired })).toBe(`nid:${ids.join(',')}`)
  expect(retiredSearch({ collection: 'sample', retired: [] }, [{ id: 'b', family: 'open' }])).toBe(
    `nid:${stableId('note', 'sample', 'b', 'open')}`,
  )
  expect(retiredSearch({ collection: 'sample', retired: [] })).toBeUndefined()
})
