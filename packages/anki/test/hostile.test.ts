import { noteTypes } from '@cardpress/anki'
import { noteFamily, noteGuid } from '@cardpress/core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankFields } from '../src/bank-fields.ts'
import { cardPage } from '../src/card-page.ts'
import { renderCards } from '../src/render-card.ts'
import { memoryAssets, png } from './support/bank.ts'
import { chromiumPath, startChromium } from './support/chromium.ts'
import { hostile } from './support/hostile.ts'
import { openPackage } from './support/open-package.ts'
import { press } from './support/press.ts'

const assets = memoryAssets({ 'assets/dot.png': png() })

describe('hostile content', () => {
  it('fills exactly the fields of its note type, without a character that no field can hold', async () => {
    const { files, messages } = await press([{ bank: hostile, assets }])
    const { notes, integrity, decks } = await openPackage(files.get('deck.apkg') ?? Buffer.of())
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
    expect(integrity).toBe('ok')
    expect(notes).toHaveLength(hostile.questions.length)
    for (const { mid, flds, tags } of notes) {
      const noteType = Object.values(noteTypes).find(({ id }) => id === mid)
      expect(flds.split('\u001f')).toHaveLength(noteType?.fields.length ?? 0)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      expect(flds.replaceAll('\u001f', '')).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/)
      expect(flds.isWellFormed() && tags.isWellFormed()).toBe(true)
      expect(
        tags
          .trim()
          .split(' ')
          .every((tag) => tag !== '' && !/[\s"]/.test(tag)),
      ).toBe(true)
    }
    expect(Object.values(decks).every(({ name }) => !/["\n]/.test(name))).toBe(true)
  })

  it('holds no mark of Anki in any field, and in a cloze field only the deletions of the bank', async () => {
    const { files } = await press([{ bank: hostile, assets }])
    const { notes } = await openPackage(files.get('deck.apkg') ?? Buffer.of())
    for (const { flds, mid } of notes) {
      expect(flds).not.toMatch(/\[(?:sound:|anki:|latex\]|\$\$?\])/i)
      const deletions = [...flds.matchAll(/\{\{c\d+::/g)].length
      expect(deletions).toBe(mid === noteTypes.cloze.id ? 3 : 0)
    }
  })

  describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await startChromium()
    })
    afterAll(() => browser?.close())

    it('runs nothing, loads nothing and hides nothing', async () => {
      const page = await browser.newPage()
      const requests: string[] = []
      await page.route('**/*', (route) => {
        requests.push(route.request().url())
        return route.fulfill({ body: '', contentType: 'text/plain' })
      })
      const fields = bankFields(hostile, { image: () => 'dot.png', shuffle: true })
      await page.goto('http://card.test/')
      for (const question of hostile.questions) {
        const guid = noteGuid(hostile.collection, question.id, noteFamily(question))
        const note = fields({ question, guid })
        for (const { front, back } of renderCards(note).slice(0, 1)) {
          await page.setContent(cardPage({ css: note.noteType.css, html: `${front}<hr class="end">${back}` }))
          const state = await page.evaluate(() => ({
            hacked: 'hacked' in window,
            scripts: document.querySelectorAll('.cp script, .cp style, .cp [onerror], .cp [onload], .cp svg').length,
            sides: document.querySelectorAll('#qa > .cp').length,
            shown: getComputedStyle(document.body).display,
            handlers: document.querySelectorAll('[onmouseover]').length,
          }))
          expect(state, question.id).toEqual({ hacked: false, scripts: 0, sides: 2, shown: 'block', handlers: 0 })
        }
      }
      expect(requests.filter((url) => !/^http:\/\/card\.test\/(?:dot\.png)?$/.test(url))).toEqual([])
      await page.close()
    })
  })
})
