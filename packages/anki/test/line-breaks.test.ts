import { toHtml } from '@cardpress/html'
import { loadMath } from '@cardpress/math'
import { expect, it } from 'vitest'
import { chromiumPath, startChromium } from './support/chromium.ts'

it.skipIf(chromiumPath === undefined)(
  'no line of a card begins with the punctuation after a formula, or ends with the bracket before it',
  async () => {
    const html = toHtml(
      [
        { type: 'text', value: '随机抽六十次至少碰到一个的概率（' },
        { type: 'inlineMath', value: '1-0.95^{60}' },
        { type: 'text', value: '），所以通常胜过网格。' },
      ],
      { math: 'svg', renderer: await loadMath() },
    )
    const browser = await startChromium()
    try {
      const page = await browser.newPage()
      await page.setContent(`<p style="margin: 0; font-size: 17px">${html}</p>`)
      const parted = await page.evaluate(() => {
        const paragraph = document.querySelector('p') as HTMLElement
        const formula = paragraph.querySelector('svg') as Element
        const range = document.createRange()
        const boxOf = (character: string): DOMRect => {
          const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
          for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
            const at = node.nodeValue?.indexOf(character) ?? -1
            if (at < 0) continue
            range.setStart(node, at)
            range.setEnd(node, at + 1)
            return range.getBoundingClientRect()
          }
          throw new Error(`no ${character}`)
        }
        const widths: number[] = []
        for (let width = 120; width <= 420; width++) {
          paragraph.style.width = `${width}px`
          const { left, right } = formula.getBoundingClientRect()
          if (boxOf('（').right > left + 1 || boxOf('）').left < right - 1) widths.push(width)
        }
        return widths
      })
      expect(parted).toEqual([])
    } finally {
      await browser.close()
    }
  },
)
