import type { Question, QuestionBank } from '@cardpress/core'
import { PaperDocument, type PaperPage } from '../draw/paper-document.ts'
import type { Labels } from '../labels/label-table.ts'
import { labelsFor } from '../labels/labels-for.ts'
import { type FlowItem, heightOf, spaced } from '../layout/flow-item.ts'
import { textLabel } from '../layout/label.ts'
import { layoutBlocks } from '../layout/layout-blocks.ts'
import { layoutOptions } from '../layout/layout-options.ts'
import { layoutParagraph } from '../layout/layout-paragraph.ts'
import { moved } from '../layout/lines-to-items.ts'
import type { Mark } from '../layout/mark.ts'
import type { Setting } from '../layout/setting.ts'
import { TagElement } from '../layout/tag-element.ts'
import type { PdfOptions } from '../options.ts'
import { type CardSheet, cardPlace, cardSheet, cardsPerSheet, cutMarks } from '../pages/card-sheet.ts'
import { drawColumn } from '../pages/draw-column.ts'
import { fillColumn } from '../pages/fill-column.ts'
import { mm, paperSizes } from '../pages/frame.ts'
import { say } from '../texts.ts'
import { documentInfo } from './document-info.ts'
import { layoutAnswer } from './layout-answer.ts'
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
): Generator<Uint8Array> {
  const labels = labelsFor(bank.language)
  const request = options.cards ?? {}
  const [width, height] = paperSizes[options.paper ?? 'a4']
  const sheet = cardSheet(width, height, request)
  const root = new TagElement('Document', undefined, { lang: bank.language })
  const document = new PaperDocument(documentInfo(bank, labels.cards), workshop.book)
  const place = { width: sheet.cardWidth - 2 * pad, maxHeight: sheet.cardHeight - 2 * pad - headHeight, size: 10 }
  const setting = settingOf(bank, workshop, options, place, root)
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
    for (const card of cardsOf(
      question,
      { ...setting, element },
      labels,
      request.largest ?? 11,
      request.smallest ?? 6.5,
    )) {
      batch.push(card)
      if (card.part[0] === 2) long.push(question)
      if (batch.length === perSheet) yield* print()
    }
    elements.push(element)
    onProgress(index + 1)
  }
  if (batch.length > 0 || document.pageCount === 0) yield* print()
  reportLong(long, workshop, request.smallest ?? 6.5)
  document.end(root, (index) => sheetLabel(bank, labels, sides, index, sheet, setting))
  yield* document.take()
}

function reportLong(long: readonly Question[], workshop: Workshop, smallest: number): void {
  if (long.length === 0) return
  workshop.at(long[0]?.line)
  const names = long.slice(0, 12).map((question) => question.number ?? question.id)
  const rest = long.length > names.length ? say('card-continues.more', { count: long.length - names.length }) : ''
  workshop.report(
    say('card-continues', { count: long.length, size: smallest, names: names.join(', '), rest }),
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

function cardsOf(question: Question, setting: Setting, labels: Labels, largest: number, smallest: number): Card[] {
  const height = setting.maxHeight
  const heading = new TagElement('H2', setting.element)
  const answer = new TagElement('Div', setting.element)
  const front = fitted((size) => layoutFront(question, { ...setting, size }, heading), height, largest * 1.1, smallest)
  const back = fitted(
    (size) => layoutBack(question, { ...setting, size, element: answer }, labels),
    height,
    largest,
    smallest,
  )
  const count = Math.max(front.length, back.length)
  return Array.from({ length: count }, (_, part) => ({
    question,
    name: part === 0 ? `q-${question.id}` : `q-${question.id}-${part + 1}`,
    front: front[part] ?? again(question, setting),
    back: back[part] ?? [],
    part: [part + 1, count] as const,
  }))
}

/** Sets at the largest size that fits, or cuts what is set at the smallest into cards. */
function fitted(layout: (size: number) => FlowItem[], height: number, largest: number, smallest: number): FlowItem[][] {
  let size = largest
  while (size > smallest) {
    const items = layout(size)
    const high = heightOf(items)
    if (high <= height) return [items]
    // Text takes about as much room as the square of its size: go straight to where it may fit.
    size = Math.min(size - 0.5, Math.floor(2 * size * Math.sqrt(height / high) + 1) / 2)
  }
  const items = layout(smallest)
  const sides: FlowItem[][] = []
  for (let next = 0; next < items.length; ) {
    const filled = fillColumn(items, next, height)
    sides.push([...filled.items])
    next = filled.next
  }
  return sides.length > 0 ? sides : [[]]
}

/** A card that continues an answer asks by its title. */
function again(question: Question, setting: Setting): FlowItem[] {
  const element = new TagElement('P', setting.element)
  const style = { ...setting, size: 9, voice: 'bold', justify: false, align: 'center' } as const
  return layoutParagraph([{ type: 'text', value: `${question.title} …` }], style, element).slice(0, 4)
}

function layoutFront(question: Question, setting: Setting, heading: TagElement): FlowItem[] {
  const cloze = { ...setting.text, cloze: 'blank' } as const
  const bold = { ...setting, text: cloze, voice: 'bold', justify: false, hyphenate: undefined } as const
  const items: FlowItem[] = question.group
    ? spaced(layoutBlocks(question.group.stem, { ...setting, size: setting.size * 0.9 }), 0)
    : []
  const [first, ...rest] = question.prompt
  const head =
    first?.type === 'paragraph'
      ? layoutParagraph(first.children, bold, heading)
      : layoutBlocks(first ? [first] : [], bold)
  const isShort = head.length <= 2 && rest.length === 0 && !('options' in question)
  const centred =
    isShort && first?.type === 'paragraph'
      ? layoutParagraph(first.children, { ...bold, align: 'center' }, heading)
      : head
  items.push(...spaced(centred, items.length > 0 ? setting.size * 0.6 : 0))
  items.push(...spaced(layoutBlocks(rest, { ...bold, voice: 'regular' }), setting.size * setting.gap))
  if ('options' in question) {
    const options = question.options.map(({ label, content }) => ({ label, content }))
    items.push(
      ...spaced(
        layoutOptions(options, { ...setting, size: setting.size * 0.92, justify: false }, { key: [] }),
        setting.size * 0.5,
      ),
    )
  }
  return items
}

/** The answer; of options only the right ones, as the others are on the front. References are for the desk, not the card. */
function layoutBack({ references: _references, ...question }: Question, setting: Setting, labels: Labels): FlowItem[] {
  const prompt = question.kind === 'cloze' ? layoutBlocks(question.prompt, setting) : []
  const short =
    'options' in question
      ? { ...question, options: question.options.filter((option) => question.answer.includes(option.label)) }
      : question
  const answer = 'options' in short && short.options.length === 0 ? { ...short, options: [] } : short
  if ('options' in answer && answer.options.length === 0) {
    const { options: _options, answer: _answer, ...rest } = answer
    return layoutAnswer({ ...rest, kind: 'short-answer', accepted: [] }, setting, labels)
  }
  return [...prompt, ...spaced(layoutAnswer(answer, setting, labels), prompt.length > 0 ? setting.size * 0.6 : 0)]
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
