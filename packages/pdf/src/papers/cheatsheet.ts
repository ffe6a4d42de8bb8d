import type { Inline, Question, QuestionBank } from '@cardpress/core'
import { PaperDocument } from '../draw/paper-document.ts'
import type { Labels } from '../labels/label-table.ts'
import { labelsFor } from '../labels/labels-for.ts'
import { anchored, type FlowItem, heightOf, kept, spaced } from '../layout/flow-item.ts'
import { labelled, textLabel } from '../layout/label.ts'
import { layoutBlocks } from '../layout/layout-blocks.ts'
import { layoutParagraph } from '../layout/layout-paragraph.ts'
import type { Mark } from '../layout/mark.ts'
import { indented, plainStyle, type Setting } from '../layout/setting.ts'
import { TagElement } from '../layout/tag-element.ts'
import type { PdfOptions } from '../options.ts'
import { composePages, needsOwnPages } from '../pages/compose-pages.ts'
import { columnHeight, columnWidth, type Frame, mm, paperSizes } from '../pages/frame.ts'
import { say } from '../texts.ts'
import { documentInfo } from './document-info.ts'
import { layoutAnswer } from './layout-answer.ts'
import { pageFooter } from './page-footer.ts'
import { printPages } from './print-pages.ts'
import { settingOf } from './setting-of.ts'
import { colors, topics } from './theme.ts'
import type { Workshop } from './workshop.ts'

/**
 * Prints the cheat sheet: every question with its answer, in columns.
 * @param onProgress called with the questions that are set
 * @returns the file's bytes, page by page
 */
export function* cheatsheet(
  bank: QuestionBank,
  workshop: Workshop,
  options: PdfOptions,
  onProgress: (done: number) => void,
): Generator<Uint8Array, number> {
  const size = options.fit ? fittingSize(bank, workshop, options, options.fit) : (options.size ?? 8)
  const plan = planOf(bank, workshop, options, size)
  const { frame, labels, root, title } = plan
  const document = new PaperDocument(documentInfo(bank, labels.cheatsheet), workshop.book)
  const open: TagElement[] = []
  const items = questionItems(bank, plan, (element, done) => {
    open.push(element)
    onProgress(done)
  })
  yield* printPages(document, { frame, items, title, titleGap: size * 1.1, begun: open })
  document.end(root, (index, count) => pageFooter(bank.title, index, count, frame, labels, workshop))
  yield* document.take()
  return document.pageCount
}

interface Plan {
  readonly workshop: Workshop
  readonly frame: Frame
  readonly labels: Labels
  readonly root: TagElement
  readonly setting: Setting
  readonly title: readonly FlowItem[]
  readonly titleHeight: number
}

function planOf(bank: QuestionBank, workshop: Workshop, options: PdfOptions, size: number): Plan {
  const frame = frameOf(options)
  const labels = labelsFor(bank.language)
  const root = new TagElement('Document', undefined, { lang: bank.language })
  const place = { width: columnWidth(frame), maxHeight: columnHeight(frame), size }
  const setting = settingOf(bank, workshop, options, place, root)
  const wide = { ...setting, width: frame.width - frame.left - frame.right }
  const title = layoutTitle(bank, wide, labels, options.contents === true)
  return { workshop, frame, labels, root, setting, title, titleHeight: heightOf(title) + size * 1.1 }
}

function frameOf(options: PdfOptions): Frame {
  const [short, long] = paperSizes[options.paper ?? 'a4']
  const [width, height] = options.landscape ? [long, short] : [short, long]
  const margin = width < 450 ? 9 * mm : 11 * mm
  const gutter = 5 * mm
  const comfortable = Math.max(1, Math.min(4, Math.floor((width - 2 * margin) / (56 * mm))))
  const columns = options.columns ?? comfortable
  return { width, height, left: margin, right: margin, top: 10 * mm, bottom: 13 * mm, columns, gutter }
}

/** Halves the interval of sizes until a twentieth of a point is left. */
function fittingSize(bank: QuestionBank, workshop: Workshop, options: PdfOptions, pages: number): number {
  const count = (size: number) => {
    const plan = planOf(bank, workshop, options, size)
    const { frame, title, titleHeight } = plan
    const own = needsOwnPages(titleHeight, frame)
    let total = own ? [...composePages(title, { ...frame, columns: 1 })].length : 0
    for (const _page of composePages(questionItems(bank, plan), frame, own ? 0 : titleHeight)) {
      total++
      if (total > pages) break
    }
    return total
  }
  let low = 5
  let high = 14
  if (count(low) > pages) {
    workshop.report(say('does-not-fit', { pages, size: low }), 'does-not-fit')
    return low
  }
  while (high - low > 0.05) {
    const middle = (low + high) / 2
    if (count(middle) <= pages) low = middle
    else high = middle
  }
  return Math.floor(low * 20) / 20
}

function layoutTitle(bank: QuestionBank, setting: Setting, labels: Labels, withContents: boolean): FlowItem[] {
  const heading = new TagElement('H1', setting.element)
  const large = {
    ...setting,
    size: setting.size * 1.9,
    voice: 'bold',
    justify: false,
    hyphenate: undefined,
    color: colors.accent,
  } as const
  const items = layoutParagraph([{ type: 'text', value: bank.title }], { ...large, leading: 1.25 }, heading)
  const facts = [labels.questions(bank.questions.length), bank.author, bank.license, bank.url].filter((fact) => fact)
  const small = { ...setting, size: setting.size * 0.95, color: colors.muted, justify: false }
  if (bank.description)
    items.push(...spaced(layoutParagraph([{ type: 'text', value: bank.description }], small), setting.size * 0.2))
  items.push(...spaced(layoutParagraph([{ type: 'text', value: facts.join('  ·  ') }], small), setting.size * 0.2))
  if (withContents) items.push(...spaced(layoutContents(bank, small, labels), setting.size * 0.3))
  const y = setting.size * 0.4
  const rule: Mark = { kind: 'stroke', points: [0, y, setting.width, y], color: colors.accent, lineWidth: 1 }
  items.push({ height: y, before: 0, marks: [rule] })
  return anchored(items, { name: 'top' })
}

/** The sections in one paragraph, each leading to its place. */
function layoutContents(bank: QuestionBank, setting: Setting, labels: Labels): FlowItem[] {
  const links: Inline[] = []
  let before: string | undefined
  for (const [index, question] of bank.questions.entries()) {
    const [name] = question.section
    if (name === undefined || name === before) continue
    before = name
    if (links.length > 0) links.push({ type: 'text', value: '  ·  ' })
    links.push({ type: 'link', url: `#s-${index}-0`, children: [{ type: 'text', value: name }] })
  }
  if (links.length === 0) return []
  const head: Inline = { type: 'strong', children: [{ type: 'text', value: `${labels.contents}${labels.colon}` }] }
  return layoutParagraph([head, ...links], setting, new TagElement('P', setting.element))
}

/** The questions as items, each laid out when the page asks for it. */
function* questionItems(
  bank: QuestionBank,
  plan: Plan,
  onQuestion?: (element: TagElement, done: number) => void,
): Generator<FlowItem> {
  const { setting, labels, root } = plan
  let path: readonly string[] = []
  let parents: TagElement[] = []
  const topicsByName = new Map<string | undefined, number>()
  let topic = -1
  let group: string | undefined
  let first = true
  for (const [index, question] of bank.questions.entries()) {
    plan.workshop.at(question.line)
    const items: FlowItem[] = []
    const same = commonStart(path, question.section)
    if (same < question.section.length || same < path.length) {
      parents = parents.slice(0, same)
      // A section that comes again is known by the colour that it had before.
      if (same === 0) topic = topicNumber(topicsByName, question.section[0])
      question.section.slice(same).forEach((name, offset) => {
        const depth = same + offset
        const sect = new TagElement('Sect', parents.at(-1) ?? root)
        parents.push(sect)
        const anchor = { name: `s-${index}-${depth}`, bookmark: { title: name, depth } }
        const band =
          depth === 0
            ? layoutBand(name, { ...setting, element: sect }, topic)
            : layoutSubhead(name, { ...setting, element: sect }, depth, topic)
        items.push(...anchored(spaced(band, first ? 0 : setting.size * (depth === 0 ? 1.3 : 0.9)), anchor))
      })
      path = question.section
    }
    const parent = parents.at(-1) ?? root
    const element = new TagElement('Sect', parent)
    if (question.group && question.group.id !== group)
      items.push(
        ...spaced(
          kept(layoutBlocks(question.group.stem, { ...setting, element: parent }), 'if-possible', true),
          setting.size * 0.8,
        ),
      )
    group = question.group?.id
    const anchor = {
      name: `q-${question.id}`,
      bookmark: { title: bookmarkOf(question, index), depth: question.section.length },
    }
    const set = layoutQuestion(question, index, { ...setting, element }, topic, labels)
    items.push(
      ...spaced(anchored(set, anchor), items.length > 0 ? setting.size * 0.55 : first ? 0 : setting.size * 0.85),
    )
    first = false
    onQuestion?.(element, index + 1)
    yield* items
  }
}

function bookmarkOf(question: Question, index: number): string {
  return `${question.number ?? index + 1}. ${question.title}`
}

function topicNumber(known: Map<string | undefined, number>, name: string | undefined): number {
  const number = known.get(name) ?? known.size
  known.set(name, number)
  return number
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let same = 0
  while (same < a.length && same < b.length && a[same] === b[same]) same++
  return same
}

function topicOf(topic: number): (typeof topics)[number] {
  return topics[Math.max(0, topic) % topics.length] ?? topics[0]
}

/** A section's name on a tinted band. */
function layoutBand(name: string, setting: Setting, topic: number): FlowItem[] {
  const { dark, light } = topicOf(topic)
  const size = setting.size * 1.12
  const pad = setting.size * 0.6
  const heading = new TagElement('H2', setting.element)
  const inner = {
    ...setting,
    x: setting.x + pad,
    width: setting.width - 2 * pad,
    size,
    voice: 'bold',
    color: dark,
    justify: false,
  } as const
  // The band leads back to the title.
  const back: Inline = { type: 'link', url: '#top', children: [{ type: 'text', value: name }] }
  const text = layoutParagraph([back], { ...inner, leading: 1.55 }, heading)
  const bar = { x: setting.x, width: setting.size * 0.32, fill: dark }
  const ground = { x: setting.x, width: setting.width, fill: light }
  return kept(text, 'always', true).map((item) => ({ ...item, backdrops: [ground, bar] }))
}

function layoutSubhead(name: string, setting: Setting, depth: number, topic: number): FlowItem[] {
  const heading = new TagElement(`H${Math.min(6, depth + 2)}`, setting.element)
  const { dark } = topicOf(topic)
  const text = layoutParagraph(
    [{ type: 'text', value: name }],
    { ...setting, size: setting.size * 1.04, voice: 'bold', color: dark, justify: false },
    heading,
  )
  return kept(text, 'always', true)
}

function layoutQuestion(
  question: Question,
  index: number,
  setting: Setting,
  topic: number,
  labels: Labels,
): FlowItem[] {
  const level = Math.min(6, question.section.length + 2)
  const heading = new TagElement(`H${level}`, setting.element)
  const style = plainStyle({ ...setting, voice: 'bold', color: topicOf(topic).dark }, heading)
  const label = textLabel(`${question.number ?? index + 1}.`, style, setting.text)
  const hanging = indented(
    { ...setting, voice: 'bold', justify: false, hyphenate: undefined },
    label.width + setting.size * 0.35,
  )
  const [first, ...rest] = question.prompt
  const head =
    first?.type === 'paragraph'
      ? layoutParagraph(first.children, hanging, heading)
      : layoutBlocks(first ? [first] : [], { ...hanging, voice: 'regular' })
  const more = layoutBlocks(
    rest,
    indented({ ...setting, voice: 'bold', justify: false, hyphenate: undefined }, label.width + setting.size * 0.35),
  )
  const prompt = [...labelled(head, label, setting.x), ...spaced(more, setting.size * setting.gap)]
  const answer = layoutAnswer(question, setting, labels)
  return [...joined(prompt, answer.length > 0), ...spaced(answer, setting.size * 0.2)]
}

/** A prompt stays whole if it is short, and its end stays with the first line of the answer. */
function joined(prompt: readonly FlowItem[], hasAnswer: boolean): FlowItem[] {
  if (prompt.length <= 4) return kept(prompt, 'always', hasAnswer)
  return prompt.map((item, index) =>
    index === 0 || index >= prompt.length - 2
      ? { ...item, keep: index < prompt.length - 1 || hasAnswer ? 'always' : item.keep }
      : item,
  )
}
