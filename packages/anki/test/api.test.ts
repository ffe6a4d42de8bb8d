import * as api from '@cardpress/anki'
import { expect, it } from 'vitest'

it('exports these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'DeckError',
    'emitAnki',
    'emitAnkiPackage',
    'emitPreview',
    'noteTypes',
    'readDeck',
    'renamedDecks',
    'retiredSearch',
  ])
})
