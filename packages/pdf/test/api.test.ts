import * as api from '@cardpress/pdf'
import { expect, it } from 'vitest'

it('exports the emitter, a reader of its settings and nothing else', () => {
  expect(Object.keys(api).sort()).toEqual(['emitPdf', 'readPdfSettings'])
})
