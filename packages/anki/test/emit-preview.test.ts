import { emitPreview } from '@cardpress/anki'
import { describe, expect, it } from 'vitest'
import { bank, image, memoryAssets, open, paragraph } from './support/bank.ts'
import { chromiumPath, startChromium } from './support/chromium.ts'
import { chinese, picture } from './support/showcase.ts'

async function preview(...[its, assets, options]: Parameters<typeof emitPreview>): Promise<string> {
  let page = ''
  for await (const { path, chunks } of emitPreview(its, assets, options)) {
    expect(path).toBe('preview.html')
    for await (const chunk of chunks) page += new TextDecoder().decode(chunk)
  }
  return page
}

describe('the preview', () => {
  const assets = memoryAssets({ 'assets/curve.svg': picture })

  it('holds both sides of every card, its pictures and nothing from elsewhere', async () => {
    const page = await preview(chinese, assets, {})
    const data = JSON.parse(/<script type="application\/json" id="cards">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
    // The cloze question has two deletions: two cards.
    expect(data.cards).toHaveLength(chinese.questions.length + 1)
    expect(page).toContain('data:image/svg+xml;base64,')
    expect(page).not.toMatch(/<(?:link|script|img)[^>]+(?:href|src)="(?!data:)/)
    expect(page).not.toMatch(/cardpress-[0-9a-f]{32}/)
  })

  it('is the same every time', async () => {
    expect(await preview(chinese, assets, {})).toBe(await preview(chinese, assets, {}))
  })

  it('reports what the deck would report, and shows the rest', async () => {
    const rules: (string | undefined)[] = []
    const its = bank([
      open({ id: 'a', prompt: [paragraph(['A? ', image('assets/gone.png', 'what was here')])], answer: 'A' }),
    ])
    const page = await preview(its, memoryAssets(), { onMessage: ({ ruleId }) => void rules.push(ruleId) })
    expect(rules).toEqual(['anki-image-missing'])
    expect(page).toContain('what was here')
  })

  it.skipIf(chromiumPath === undefined)(
    'shows cards in Chromium, and marks on the back what is picked on the front',
    async () => {
      const browser = await startChromium()
      try {
        const page = await browser.newPage({ viewport: { width: 900, height: 900 } })
        const errors: string[] = []
        page.on('pageerror', (error) => errors.push(String(error)))
        await page.route('**/*', async (route) =>
          route.fulfill({
            contentType: 'text/html; charset=utf-8',
            body: await preview(chinese, assets, { shuffle: false }),
          }),
        )
        await page.goto('http://preview.test/')
        const article = page.locator('article').nth(1)
        await article.scrollIntoViewIfNeeded()
        await article.frameLocator('iframe >> nth=0').locator('.cp-option').first().click()
        await article.frameLocator('iframe >> nth=1').locator('.cp-verdict[data-verdict=wrong]').waitFor()
        expect(await article.frameLocator('iframe >> nth=1').locator('.cp-wrong').getAttribute('data-label')).toBe('A')
        expect(errors).toEqual([])
      } finally {
        await browser.close()
      }
    },
  )
})
