import type { Question, QuestionBank } from '@cardpress/core'
import { PaperDocument, type PaperPage } from '../draw/paper-document.ts'
import type { Labels } from '../labels/label-table.ts'
import { labelsFor } from '../labels/labels-for.ts'
import { type FlowItem, heightOf } from '../layout/flow-item.ts'
import { textLabel } from '../layout/label.ts'
import { layoutParagraph } from '../layout/layout-paragraph.ts'
import { moved } from '../layout/lines-to-items.ts'
import type { Mark } from '../layout/mark.ts'
import type { Setting } from '../layout/setting.ts'
import { TagElement } from '../layout/tag-element.ts'
import type { PdfOptions } from '../options.ts'
import { type CardSheet, cardPlace, cardSheets, cardsPerSheet, cutMarks } from '../pages/card-sheet.ts'
import { drawColumn } from '../pages/draw-column.ts'
import { mm, paperSizes } from '../pages/frame.ts'
import { say } from '../texts.ts'
import { type CardText, cardSides, overflowsCard } from './card-sides.ts'
import { documentInfo } from './document-info.ts'
import { settingOf } from './setting-of.ts'
import { colors } from './theme.ts'
import type { Workshop } from './workshop.ts'

/** One card: what is on either side. */
interface Card {
  readonly question: Question
  readonly name: string
  readonly front: readonly FlowItem[]
  readonly back: readonly FlowItem[]
  /** Of how many cards of this question this is which, from 1. */
  readonly part: readonly [number, number]
}

/** White between a card's edge and its text, and room for the line with section and number. */
const pad = 4 * mm
const headHeight = 5.5 * mm

/** Prints flash cards, front and back of each sheet on two pages that lie back to back. */
export function* cards(
  bank: QuestionBank,
  workshop: Workshop,
  options: PdfOptions,
  onProgress: (done: number) => void,
): Generator<Uint8Array, number> {
  const labels = labelsFor(bank.language)
  const request = options.cards ?? {}
  const [width, height] = paperSizes[options.paper ?? 'a4']
  const text: CardText = { largest: request.largest ?? 11, smallest: request.smallest ?? 6.5 }
  const root = new TagElement('Document', undefined, { lang: bank.language })
  const settingOn = ({ cardWidth, cardHeight }: CardSheet): Setting => {
    const place = { width: cardWidth - 2 * pad, maxHeight: cardHeight - 2 * pad - headHeight, size: 10 }
    return settingOf(bank, workshop, options, place, root)
  }
  const sheet = roomiestSheet(bank, workshop, cardSheets(width, height, request), (question, one) =>
    overflowsCard(question, settingOn(one), labels, text.smallest),
  )
  const document = new PaperDocument(documentInfo(bank, labels.cards), workshop.book)
  const setting = settingOn(sheet)
  const heading = new TagElement('H1', root)
  const perSheet = cardsPerSheet(sheet)
  const sides: ('front' | 'back' | 'both')[] = []
  let batch: Card[] = []
  const long: Question[] = []
  const elements: TagElement[] = []
  const cut = () => cutMarks(sheet, request.cut ?? 'marks', colors.faint)

  function* print(): Generator<Uint8Array> {
    for (const side of batch.length > 0 ? (['front', 'back'] as const) : (['front'] as const)) {
      if (side === 'front' || sheet.duplex !== 'fold') {
        page = document.addPage(sheet.width, sheet.height)
        page.canvas.draw(cut(), 0, 0)
        sides.push(sheet.duplex === 'fold' ? 'both' : side)
        if (sides.length === 1) titleOnce(page, bank, heading, setting)
      }
      for (const [index, card] of batch.entries())
        drawSide(page as PaperPage, card, side, cardPlace(sheet, index, side), setting, labels, sheet)
      if (side === 'front')
        for (const card of batch)
          document.bookmark(`${card.question.number ?? ''} ${card.question.title}`.trim(), 0, card.name)
      if (side === 'back' || sheet.duplex !== 'fold' || batch.length === 0) document.closePage()
    }
    for (const element of elements.splice(0, Math.max(0, elements.length - 1))) document.finish(element)
    batch = []
    yield* document.take()
  }
  let page: PaperPage | undefined

  for (const [index, question] of bank.questions.entries()) {
    workshop.at(question.line)
    const element = new TagElement('Sect', root)
    for (const card of cardsOf(question, { ...setting, element }, labels, text)) {
      batch.push(card)
      if (card.part[0] === 2) long.push(question)
      if (batch.length === perSheet) yield* print()
    }
    elements.push(element)
    onProgress(index + 1)
  }
  if (batch.length > 0 || document.pageCount === 0) yield* print()
  reportLong(long, workshop, text.smallest, sheet)
  document.end(root, (index) => sheetLabel(bank, labels, sides, index, sheet, setting))
  yield* document.take()
  return document.pageCount
}

/** Of so many questions of a bank it is tried whether they fit on a card. */
const tried = 150
/** A sheet of larger cards is taken where more than this part of the questions would need a second card. */
const mostOverflowing = 0.1

/** Returns the first sheet on which nearly every question fits on one card; the last where there is none. */
function roomiestSheet(
  bank: QuestionBank,
  workshop: Workshop,
  sheets: readonly [CardSheet, ...CardSheet[]],
  overflows: (question: Question, sheet: CardSheet) => boolean,
): CardSheet {
  const step = Math.ceil(bank.questions.length / tried)
  let some = bank.questions.filter((_, index) => index % step === 0)
  const most = some.length * mostOverflowing
  let [sheet] = sheets
  for (const next of sheets.slice(1)) {
    // What fits on a small card fits on a larger one.
    some = some.filter((question) => {
      workshop.at(question.line)
      return overflows(question, sheet)
    })
    if (some.length <= most) return sheet
    sheet = next
  }
  return sheet
}

function reportLong(long: readonly Question[], workshop: Workshop, smallest: number, sheet: CardSheet): void {
  if (long.length === 0) return
  workshop.at(long[0]?.line)
  const names = long.slice(0, 12).map((question) => question.number ?? question.id)
  const rest = long.length > names.length ? say('card-continues.more', { count: long.length - names.length }) : ''
  const grid = `${sheet.columns} × ${sheet.rows}`
  const larger = sheet.columns * sheet.rows > 2 ? say('card-continues.larger') : ''
  workshop.report(
    say('card-continues', { count: long.length, size: smallest, grid, names: names.join(', '), rest, larger }),
    'card-continues',
  )
}

/** The document's title for readers' tools; on paper it stands in the margin. */
function titleOnce(page: PaperPage, bank: QuestionBank, element: TagElement, setting: Setting): void {
  const style = { voice: 'regular', size: 6, color: colors.faint, element } as const
  const label = textLabel(bank.title, style, setting.text)
  page.canvas.draw(
    label.marks.map((mark) => moved(mark, 12 * mm, 4.2 * mm)),
    0,
    0,
  )
}

function cardsOf(question: Question, setting: Setting, labels: Labels, text: CardText): Card[] {
  const { front, back } = cardSides(question, setting, labels, text)
  const count = Math.max(front.length, back.length)
  return Array.from({ length: count }, (_, part) => ({
    question,
    name: part === 0 ? `q-${question.id}` : `q-${question.id}-${part + 1}`,
    front: front[part] ?? again(question, setting),
    back: back[part] ?? [],
    part: [part + 1, count] as const,
  }))
}

/** A card that continues an answer asks by its title. */
function again(question: Question, setting: Setting): FlowItem[] {
  const element = new TagElement('P', setting.element)
  const style = { ...setting, size: 9, voice: 'bold', justify: false, align: 'center' } as const
  return layoutParagraph([{ type: 'text', value: `${question.title} …` }], style, element).slice(0, 4)
}

function drawSide(
  page: PaperPage,
  card: Card,
  side: 'front' | 'back',
  at: { readonly x: number; readonly y: number },
  setting: Setting,
  labels: Labels,
  sheet: CardSheet,
): void {
  const items = side === 'front' ? card.front : card.back
  const x = at.x + pad
  const top = at.y + pad
  if (side === 'front') page.anchor(card.name, at.x, at.y)
  page.canvas.draw(cardHead(card, side, setting, labels), x, top)
  const room = sheet.cardHeight - 2 * pad - headHeight
  const free = room - heightOf(items)
  // A question stands in the middle, an answer near the top.
  const down = side === 'front' ? Math.max(0, free / 2.2) : Math.min(Math.max(0, free / 2.2), 6 * mm)
  drawColumn(page, items, x, top + headHeight + down)
}

/** Section at the left, number at the right, decoration both. */
function cardHead(card: Card, side: 'front' | 'back', setting: Setting, labels: Labels): Mark[] {
  const style = {
    voice: 'regular',
    size: 6.5,
    color: side === 'front' ? colors.muted : colors.faint,
    element: undefined,
  } as const
  const [part, count] = card.part
  const tail = count > 1 ? `  ${labels.cardPart(part, count)}` : ''
  const number = textLabel(`${card.question.number ?? ''}${tail}`, { ...style, voice: 'bold' }, setting.text)
  const section = Array.from(card.question.section.join(' · '))
    .slice(0, Math.floor((setting.width - number.width) / 7))
    .join('')
  const name = textLabel(section, style, setting.text)
  return [
    ...name.marks.map((mark) => moved(mark, 0, 6)),
    ...number.marks.map((mark) => moved(mark, setting.width - number.width, 6)),
    { kind: 'stroke', points: [0, 9, setting.width, 9], color: colors.hairline, lineWidth: 0.4 },
  ]
}

function sheetLabel(
  bank: QuestionBank,
  labels: Labels,
  sides: readonly ('front' | 'back' | 'both')[],
  index: number,
  sheet: CardSheet,
  setting: Setting,
): Mark[] {
  const side = sides[index] ?? 'front'
  const number = side === 'both' ? index + 1 : Math.floor(index / 2) + 1
  const style = { voice: 'regular', size: 6, color: colors.faint, element: undefined } as const
  const title = index === 0 ? '' : `${bank.title}  ·  `
  const label = textLabel(`${title}${labels.sheet(number, side)}`, style, setting.text)
  if (sheet.top < 6 * mm) return []
  return label.marks.map((mark) => moved(mark, sheet.width - 12 * mm - label.width, 4.2 * mm))
}
