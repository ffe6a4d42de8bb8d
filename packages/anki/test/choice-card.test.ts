import { noteGuid, type Question } from '@cardpress/core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bankFields } from '../src/bank-fields.ts'
import { cardPage } from '../src/card-page.ts'
import { renderCards } from '../src/render-card.ts'
import { bank, choice, trueFalse } from './support/bank.ts'
import { chromiumPath, startChromium } from './support/chromium.ts'

if (chromiumPath === undefined) console.warn('skipped: the choice card needs Chromium (set CHROMIUM to its path)')

const single = choice({
  id: 'single',
  prompt: 'Which is right?',
  options: {
    A: 'First',
    B: 'Second',
    C: { content: 'Third', feedback: 'Close, but no.' },
    D: { content: 'None of these', pinned: true },
  },
  answer: 'B',
})
const multiple = choice({
  id: 'multiple',
  prompt: 'Which are right?',
  options: { A: 'First', B: 'Second', C: 'Third', D: 'Fourth' },
  answer: 'ACD',
})

describe.skipIf(chromiumPath === undefined)('a choice card in Chromium', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await startChromium()
  })
  afterAll(() => browser?.close())

  /** Opens a page on which cards are shown one after the other, as in a reviewer that keeps or drops its page. */
  async function reviewer(options: BrowserContextOptions = {}): Promise<Reviewer> {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })
    await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<p>empty</p>' }))
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    return { page, errors, close: () => context.close() }
  }

  it('takes one pick of a single-choice question, and another pick moves it', async () => {
    const { page, close } = await reviewer()
    await show(page, single, 'front')
    await page.getByText('Third').click()
    expect(await picked(page)).toEqual(['C'])
    await page.getByText('Second').click()
    expect(await picked(page)).toEqual(['B'])
    await page.getByText('Second').click()
    expect(await picked(page)).toEqual([])
    await close()
  })

  it('marks a right pick on the back', async () => {
    const { page, close, errors } = await reviewer()
    await show(page, single, 'front')
    await page.getByText('Second').click()
    await show(page, single, 'back')
    expect(await marks(page)).toEqual({ verdict: 'right', right: ['B'], picked: ['B'], wrong: [], missed: [] })
    expect(errors).toEqual([])
    await close()
  })

  it('marks a wrong pick on the back, with the feedback of the options, which the front hides', async () => {
    const { page, close } = await reviewer()
    await show(page, single, 'front')
    expect(await page.getByText('Close, but no.').isVisible()).toBe(false)
    await page.getByText('Third').click()
    await show(page, single, 'back')
    expect(await marks(page)).toEqual({ verdict: 'wrong', right: ['B'], picked: ['C'], wrong: ['C'], missed: [] })
    expect(await page.getByText('Close, but no.').isVisible()).toBe(true)
    await close()
  })

  it('takes many picks of a multiple-choice question and marks right, wrong and missed ones', async () => {
    const { page, close } = await reviewer()
    await show(page, multiple, 'front')
    for (const text of ['First', 'Second', 'Third']) await page.getByText(text).click()
    await show(page, multiple, 'back')
    expect(await marks(page)).toEqual({
      verdict: 'partly',
      right: ['A', 'C', 'D'],
      picked: ['A', 'B', 'C'],
      wrong: ['B'],
      missed: ['D'],
    })
    await close()
  })

  it('says nothing about picks on the back when there were none', async () => {
    const { page, close } = await reviewer()
    await show(page, multiple, 'front')
    await show(page, multiple, 'back')
    expect(await marks(page)).toEqual({ verdict: null, right: ['A', 'C', 'D'], picked: [], wrong: [], missed: [] })
    await close()
  })

  it('shuffles options, keeps pinned ones in place, and shows the same order on the back', async () => {
    const { page, close } = await reviewer()
    const seen = new Set<string>()
    for (let round = 0; round < 12; round++) {
      await show(page, single, 'front')
      const front = await order(page)
      expect(front[3]).toBe('D')
      expect([...front].sort()).toEqual(['A', 'B', 'C', 'D'])
      seen.add(front.join(''))
      await show(page, single, 'back')
      expect(await order(page)).toEqual(front)
    }
    // 12 of 6 orders: all but surely more than one.
    expect(seen.size).toBeGreaterThan(1)
    await close()
  })

  it('hides the letters of shuffled options on the front and shows the original ones on the back', async () => {
    const { page, close } = await reviewer()
    const colour = () =>
      page
        .locator('.cp-letter')
        .first()
        .evaluate((letter) => getComputedStyle(letter).color)
    await show(page, single, 'front')
    expect(await colour()).toBe('rgba(0, 0, 0, 0)')
    await show(page, single, 'back')
    expect(await colour()).not.toBe('rgba(0, 0, 0, 0)')
    expect(await page.getByText('Second').locator('xpath=ancestor::li').locator('.cp-letter').innerText()).toBe('B')
    await close()
  })

  it('keeps the order of the article when shuffling is off', async () => {
    const { page, close } = await reviewer()
    for (let round = 0; round < 4; round++) {
      await show(page, multiple, 'front', { shuffle: false })
      expect(await order(page)).toEqual(['A', 'B', 'C', 'D'])
    }
    await close()
  })

  it('keeps true and false in their places', async () => {
    const { page, close } = await reviewer()
    const question = trueFalse({ id: 'tf', prompt: 'Is it so?', answer: true })
    await show(page, question, 'front')
    expect(await order(page)).toEqual(['T', 'F'])
    await page.getByText('False').click()
    await show(page, question, 'back')
    expect(await marks(page)).toMatchObject({ verdict: 'wrong', right: ['T'], wrong: ['F'] })
    await close()
  })

  it('takes Alt and a digit for the option in that place, and leaves plain digits to Anki', async () => {
    const { page, close } = await reviewer()
    await show(page, multiple, 'front')
    const labels = await order(page)
    await page.keyboard.press('2')
    expect(await picked(page)).toEqual([])
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('Alt+4')
    await page.keyboard.press('Alt+9')
    expect(await picked(page)).toEqual([labels[1], labels[3]].sort())
    await close()
  })

  it('listens to the keyboard once, however many cards a page has shown', async () => {
    const { page, close } = await reviewer()
    await show(page, multiple, 'front')
    for (let round = 0; round < 3; round++) {
      await replace(page, multiple, 'front')
      await replace(page, multiple, 'back')
    }
    await replace(page, multiple, 'front')
    await page.keyboard.press('Alt+1')
    expect(await picked(page)).toHaveLength(1)
    await close()
  })

  it('can be worked with Tab and the space bar', async () => {
    const { page, close } = await reviewer()
    await show(page, single, 'front')
    const [first] = await order(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press(' ')
    expect(await picked(page)).toEqual([first])
    expect(await page.locator('[role=radio][aria-checked=true]').count()).toBe(1)
    await close()
  })

  it('does not take the picks of another card for its own', async () => {
    const { page, close } = await reviewer()
    await show(page, single, 'front')
    await page.getByText('First').click()
    await show(page, multiple, 'back')
    expect(await marks(page)).toMatchObject({ verdict: null, picked: [] })
    expect(await order(page)).toEqual(['A', 'B', 'C', 'D'])
    await close()
  })

  it('still takes picks where storage is not allowed; the back then shows the key in the order of the article', async () => {
    const { page, close, errors } = await reviewer()
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
    })
    await page.goto('http://card.test/again')
    await show(page, single, 'front')
    await page.getByText('First').click()
    expect(await picked(page)).toEqual(['A'])
    await show(page, single, 'back')
    expect(await marks(page)).toEqual({ verdict: null, right: ['B'], picked: [], wrong: [], missed: [] })
    expect(await order(page)).toEqual(['A', 'B', 'C', 'D'])
    expect(errors).toEqual([])
    await close()
  })

  it('ignores a state that it did not write', async () => {
    const { page, close, errors } = await reviewer()
    await page.goto('http://card.test/')
    const id = noteGuid('sample', 'single', 'choice')
    for (const state of [
      '{',
      'null',
      '{"id":1}',
      `{"id":"${id}","order":["A","A","B","Z"],"picked":["Q"]}`,
      `{"id":"${id}","order":["D","D","B","B"],"picked":[]}`,
      `{"id":"${id}"}`,
    ]) {
      await page.evaluate((text) => sessionStorage.setItem('cardpress-choice', text), state)
      await show(page, single, 'back')
      expect(await order(page)).toEqual(['A', 'B', 'C', 'D'])
    }
    expect(errors).toEqual([])
    await close()
  })

  it('can be read with JavaScript off: letters on the front, the key on the back', async () => {
    const { page, close } = await reviewer({ javaScriptEnabled: false })
    await page.setContent(sideOf(multiple, 'front'))
    expect(await page.locator('.cp-options').innerText()).toMatch(/A\s+First\s+B\s+Second\s+C\s+Third\s+D\s+Fourth/)
    await page.setContent(sideOf(multiple, 'back'))
    expect(await page.locator('.cp-key').innerText()).toBe('A, C, D')
    expect(await page.locator('.cp-option[data-correct]').count()).toBe(3)
    await close()
  })

  it.each([2, 5, 11, 26])('shows %i options, each a finger high and none wider than a phone', async (count) => {
    const { page, close } = await reviewer()
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].slice(0, count)
    const question = choice({
      id: 'many',
      prompt: 'Which?',
      options: Object.fromEntries(letters.map((letter) => [letter, `Option ${letter} ${'very-long-word-'.repeat(4)}`])),
      answer: letters.at(-1) ?? '',
    })
    await show(page, question, 'front')
    const boxes = await page.locator('.cp-option').evaluateAll((options) =>
      options.map((option) => {
        const { height, right } = option.getBoundingClientRect()
        return { height, right }
      }),
    )
    expect(boxes).toHaveLength(count)
    expect(boxes.every(({ height, right }) => height >= 44 && right <= 390)).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.getByText(`Option ${letters.at(-1)} `).click()
    await show(page, question, 'back')
    expect(await marks(page)).toMatchObject({ verdict: 'right', picked: [letters.at(-1)] })
    await close()
  })
})

interface Reviewer {
  readonly page: Page
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

type Side = 'front' | 'back'

function qa(question: Question, side: Side, shuffle: boolean): { readonly css: string; readonly html: string } {
  const sample = bank([question])
  const note = bankFields(sample, { image: () => undefined, shuffle })({
    question,
    guid: noteGuid(sample.collection, question.id, 'choice'),
  })
  return { css: note.noteType.css, html: renderCards(note)[0]?.[side] ?? '' }
}

function sideOf(question: Question, side: Side, { shuffle = true } = {}): string {
  return cardPage(qa(question, side, shuffle))
}

/** Shows a side on a fresh page of the same origin, as AnkiDroid does. */
async function show(page: Page, question: Question, side: Side, options = {}): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('http://card.test/')
  await page.setContent(sideOf(question, side, options))
}

/** Replaces the card on a page that lives on, as Anki's desktop does. */
async function replace(page: Page, question: Question, side: Side): Promise<void> {
  await page.evaluate(
    (html) => {
      const card = document.getElementById('qa') as HTMLElement
      card.innerHTML = html
      for (const old of card.querySelectorAll('script')) {
        const fresh = document.createElement('script')
        fresh.textContent = old.textContent
        old.replaceWith(fresh)
      }
    },
    qa(question, side, true).html,
  )
}

function order(page: Page): Promise<string[]> {
  return page
    .locator('.cp-option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-label') ?? ''))
}

async function picked(page: Page): Promise<string[]> {
  return (await labelsOf(page, '.cp-picked')).sort()
}

function labelsOf(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(`.cp-option${selector}`)
    .evaluateAll((options) => options.map((option) => option.getAttribute('data-label') ?? ''))
}

async function marks(page: Page) {
  const sorted = async (selector: string) => (await labelsOf(page, selector)).sort()
  return {
    verdict: await page.locator('.cp-verdict').getAttribute('data-verdict'),
    right: await sorted('[data-correct]'),
    picked: await sorted('.cp-picked'),
    wrong: await sorted('.cp-wrong'),
    missed: await sorted('.cp-missed'),
  }
}
