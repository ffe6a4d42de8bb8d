import { type Emit, noteFamily, noteGuid } from '@cardpress/core'
import { serialise } from '@cardpress/html'
import { loadMath } from '@cardpress/math'
import { bankFields } from './bank-fields.ts'
import { cardPage } from './card-page.ts'
import { checkBank } from './check-bank.ts'
import { collectMedia } from './media.ts'
import { noteTypes } from './note-types/note-types.ts'
import { type PreviewCard, previewPage } from './preview-page.ts'
import { renderCards } from './render-card.ts'
import { wordsOf } from './words.ts'

/** What can be chosen about a preview. */
export interface PreviewOptions {
  /** Whether options of choice questions change their places, as in the deck; default: yes. */
  readonly shuffle?: boolean | undefined
}

/**
 * Returns one HTML page, `preview.html`, with both sides of every card as Anki will show them, by day and by night, as
 * wide as a phone or a desktop. It needs nothing besides itself: pictures are in it, and formulas are drawn by MathJax, as in Anki.
 *
 * Reports what `emitAnki` reports; the page is made all the same, without the pictures that cannot be used.
 */
export const emitPreview: Emit<PreviewOptions> = async function* (bank, assets, options) {
  const report = options.onMessage ?? (() => {})
  checkBank(bank, report)
  const media = await collectMedia(bank, assets, report)
  const pictures = new Map<string, string>()
  for (const [url, file] of media) {
    const bytes = await file.read()
    pictures.set(url, `data:${file.mime};base64,${Buffer.from(bytes).toString('base64')}`)
  }
  const fields = bankFields(bank, {
    image: (url) => pictures.get(url) ?? lostPicture(url),
    shuffle: options.shuffle ?? true,
    math: { math: 'svg', renderer: await loadMath() },
  })
  const cards: PreviewCard[] = []
  for (const [index, question] of bank.questions.entries()) {
    const note = fields({ question, guid: noteGuid(bank.collection, question.id, noteFamily(question)) })
    for (const { front, back, ord } of renderCards(note))
      cards.push({
        name: `${question.number === undefined ? '' : `${question.number} · `}${question.title}${ord > 0 ? ` (${ord + 1})` : ''}`,
        front,
        back,
      })
    if (index % 100 === 99) options.onProgress?.(index + 1, bank.questions.length, 'cards')
  }
  const shell = cardPage({ css: noteTypes.open.css, html: '' })
  const page = previewPage({
    title: bank.title,
    language: bank.language,
    count: wordsOf(bank.language).questions(bank.questions.length),
    shell,
    cards,
  })
  yield { path: 'preview.html', chunks: [new TextEncoder().encode(page)] }
}

/** An empty frame with the name of a picture that cannot be shown: its alternative text must not read as the article's. */
function lostPicture(url: string): string {
  const frame: Record<string, string> = {
    x: '1',
    y: '1',
    width: '338',
    height: '88',
    rx: '8',
    fill: '#fff',
    stroke: '#888',
    strokeDashArray: '5 4',
  }
  const label: Record<string, string> = {
    x: '170',
    y: '50',
    fontFamily: 'sans-serif',
    fontSize: '14',
    textAnchor: 'middle',
    fill: '#666',
  }
  const name = url.length > 40 ? `…${url.slice(-39)}` : url
  const svg = serialise({
    type: 'root',
    children: [
      {
        type: 'element',
        tagName: 'svg',
        properties: { xmlns: 'http://www.w3.org/2000/svg', width: 340, height: 90 },
        children: [
          { type: 'element', tagName: 'rect', properties: frame, children: [] },
          { type: 'element', tagName: 'text', properties: label, children: [{ type: 'text', value: name }] },
        ],
      },
    ],
  })
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
}
