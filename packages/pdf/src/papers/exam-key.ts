import type { Question, QuestionBank } from '@cardpress/core'
import { PaperDocument } from '../draw/paper-document.ts'
import { keyPlace } from '../exam/key-place.ts'
import type { ExamQuestion, ExamVersion } from '../exam/plan-exam.ts'
import type { Labels } from '../labels/label-table.ts'
import { labelsFor } from '../labels/labels-for.ts'
import { anchored, type FlowItem, kept, spaced } from '../layout/flow-item.ts'
import { labelled, textLabel } from '../layout/label.ts'
import { layoutBlocks } from '../layout/layout-blocks.ts'
import { type GridCell, layoutGrid } from '../layout/layout-grid.ts'
import { layoutParagraph } from '../layout/layout-paragraph.ts'
import { indented, plainStyle, type Setting } from '../layout/setting.ts'
import { TagElement } from '../layout/tag-element.ts'
import type { PdfOptions } from '../options.ts'
import { columnHeight, columnWidth, type Frame, mm, paperSizes } from '../pages/frame.ts'
import { documentInfo } from './document-info.ts'
import { layoutAnswer } from './layout-answer.ts'
import { pageFooter } from './page-footer.ts'
import { printPages } from './print-pages.ts'
import { settingOf } from './setting-of.ts'
import { colors } from './theme.ts'
import type { Workshop } from './workshop.ts'

/**
 * Prints the key: for each version the answers at a glance and every question with its answer and explanation, then a
 * table of which question and option of one version is which of the others.
 * @param fileOf name of a version's file, for links
 */
export function* examKey(
  bank: QuestionBank,
  versions: readonly ExamVersion[],
  workshop: Workshop,
  options: PdfOptions,
  fileOf: (version: ExamVersion) => string,
): Generator<Uint8Array, number> {
  const labels = labelsFor(bank.language)
  const frame = keyFrame(options)
  const root = new TagElement('Document', undefined, { lang: bank.language })
  const size = (options.size ?? 10.5) * 0.86
  const setting = settingOf(
    bank,
    workshop,
    options,
    { width: columnWidth(frame), maxHeight: columnHeight(frame), size },
    root,
  )
  const document = new PaperDocument(documentInfo(bank, labels.examKey), workshop.book)
  const begun: TagElement[] = []
  const wide = { ...setting, width: frame.width - frame.left - frame.right }
  const name = `${options.exam?.title ?? bank.title} · ${labels.examKey}`
  for (const [index, version] of versions.entries()) {
    const title = [...(index === 0 ? layoutTitle(name, wide) : []), ...layoutOverview(version, wide, labels)]
    yield* printPages(document, {
      frame,
      title,
      titleGap: size,
      items: keyItems(version, setting, labels, workshop, begun, fileOf(version)),
      begun,
    })
  }
  if (versions.length > 1) {
    const single = { ...frame, columns: 1 }
    yield* printPages(document, { frame: single, items: versionTable(bank, versions, wide, labels), begun: [] })
  }
  document.end(root, (page, count) => pageFooter(name, page, count, frame, labels, workshop))
  yield* document.take()
  return document.pageCount
}

function keyFrame(options: PdfOptions): Frame {
  const [width, height] = paperSizes[options.paper ?? 'a4']
  const margin = 14 * mm
  return {
    width,
    height,
    left: margin,
    right: margin,
    top: 14 * mm,
    bottom: 16 * mm,
    columns: width < 450 ? 1 : 2,
    gutter: 7 * mm,
  }
}

function layoutTitle(name: string, setting: Setting): FlowItem[] {
  const large = {
    ...setting,
    size: setting.size * 1.7,
    voice: 'bold',
    justify: false,
    hyphenate: undefined,
    color: colors.accent,
  } as const
  const items = layoutParagraph(
    [{ type: 'text', value: name }],
    { ...large, leading: 1.3 },
    new TagElement('H1', setting.element),
  )
  return items.map((item, index) =>
    index === items.length - 1 ? { ...item, height: item.height + setting.size * 0.6 } : item,
  )
}

/** All answers of a version that are a letter or a word in one table, each leading to its explanation. */
function layoutOverview(version: ExamVersion, setting: Setting, labels: Labels): FlowItem[] {
  const text = [version.name ? labels.version(version.name) : '', labels.keyOverview].filter((part) => part).join(' · ')
  const heading = layoutParagraph(
    [{ type: 'text', value: text }],
    { ...setting, size: setting.size * 1.15, voice: 'bold', justify: false },
    new TagElement('H2', setting.element),
  )
  const name = `overview-${version.name}`
  const questions = version.parts
    .flatMap((part) => part.questions)
    .filter((one) => shortKey(one.question, labels) !== undefined)
  if (questions.length === 0 && !version.name) return []
  const perRow = 10
  const rows: GridCell[][] = []
  for (let start = 0; start < questions.length; start += perRow) {
    const some = questions.slice(start, start + perRow)
    const fill = Array.from({ length: Math.min(perRow, questions.length) - some.length }, () => ({ text: '' }))
    rows.push([
      { text: labels.numberHead, isHead: true },
      ...some.map((one) => ({ text: String(one.number), isHead: true })),
      ...fill,
    ])
    rows.push([
      { text: labels.answer, isHead: true },
      ...some.map((one) => ({ text: shortKey(one.question, labels) ?? '', url: `#${keyPlace(version, one)}` })),
      ...fill,
    ])
  }
  const grid = layoutGrid(rows, { ...setting, size: setting.size * 0.95 })
  return anchored([...kept(heading, 'always', true), ...spaced(grid, setting.size * 0.4)], {
    name,
    bookmark: { title: text, depth: 0 },
  })
}

/** The key in a few characters, or undefined where only the answer itself will do. */
function shortKey(question: Question, labels: Labels): string | undefined {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return question.answer.join('') || '?'
    case 'true-false':
      return question.answer === null ? '?' : question.answer ? labels.true : labels.false
    case 'short-answer':
      return question.accepted[0] !== undefined && question.accepted[0].length <= 6 ? question.accepted[0] : undefined
    case 'cloze':
    case 'open':
      return undefined
  }
}

function* keyItems(
  version: ExamVersion,
  setting: Setting,
  labels: Labels,
  workshop: Workshop,
  begun: TagElement[],
  file: string,
): Generator<FlowItem> {
  let number = 0
  for (const [index, part] of version.parts.entries()) {
    number++
    const sect = new TagElement('Sect', setting.element)
    const text = `${labels.partNumber(number)}${labels.bracket ? '、' : '. '}${labels.kinds[part.kind]}`
    const heading = layoutParagraph(
      [{ type: 'text', value: text }],
      { ...setting, size: setting.size * 1.1, voice: 'bold', justify: false, color: colors.accent },
      new TagElement('H3', sect),
    )
    const anchor = { name: `part-${version.name}-${index}`, bookmark: { title: text, depth: 1 } }
    yield* anchored(spaced(kept(heading, 'always', true), index === 0 ? 0 : setting.size * 1.2), anchor)
    for (const one of part.questions) {
      workshop.at(one.question.line)
      const element = new TagElement('Sect', sect)
      begun.push(element)
      const place = {
        name: keyPlace(version, one),
        bookmark: { title: `${one.number}. ${one.question.title}`, depth: 2 },
      }
      yield* anchored(spaced(layoutSolution(one, { ...setting, element }, labels, file), setting.size * 0.8), place)
    }
  }
}

/** The prompt again, then the answer; the number leads to the question in the exam's file. */
function layoutSolution(one: ExamQuestion, setting: Setting, labels: Labels, file: string): FlowItem[] {
  const heading = new TagElement('H4', setting.element)
  const back = new TagElement('Link', heading)
  const style = {
    ...plainStyle({ ...setting, voice: 'bold', color: colors.accent }, back),
    link: { url: `${file}#q-${one.number}`, text: String(one.number) },
  }
  const label = textLabel(`${one.number}.`, style, setting.text)
  const body = indented(
    { ...setting, voice: 'bold', justify: false, hyphenate: undefined },
    label.width + setting.size * 0.35,
  )
  const [first, ...rest] = one.question.prompt
  const head =
    first?.type === 'paragraph'
      ? layoutParagraph(first.children, body, heading)
      : layoutBlocks(first ? [first] : [], body)
  const prompt = [...labelled(head, label, setting.x), ...spaced(layoutBlocks(rest, body), setting.size * setting.gap)]
  const answer = layoutAnswer(one.question, setting, labels)
  return [
    ...kept(prompt, prompt.length <= 5 ? 'always' : 'if-possible', answer.length > 0),
    ...spaced(answer, setting.size * 0.2),
  ]
}

/** Question by question: its number and its options' letters in each version. */
function* versionTable(
  bank: QuestionBank,
  versions: readonly ExamVersion[],
  setting: Setting,
  labels: Labels,
): Generator<FlowItem> {
  const heading = layoutParagraph(
    [{ type: 'text', value: labels.versionTable }],
    { ...setting, size: setting.size * 1.2, voice: 'bold', justify: false },
    new TagElement('H2', setting.element),
  )
  yield* anchored(kept(heading, 'always', true), {
    name: 'versions',
    bookmark: { title: labels.versionTable, depth: 0 },
  })
  const byId = versions.map(
    (version) => new Map(version.parts.flatMap((part) => part.questions).map((one) => [one.question.id, one])),
  )
  const rows: GridCell[][] = [
    [labels.versionTableHead, ...versions.map((version) => labels.version(version.name))].map((text) => ({
      text,
      isHead: true,
    })),
  ]
  for (const question of bank.questions) {
    const found = byId.map((map) => map.get(question.id))
    if (!found.some((one) => one)) continue
    rows.push([
      { text: question.number ?? question.title.slice(0, 12) },
      ...found.map((one) => ({ text: one ? `${one.number}${lettersOf(one)}` : '' })),
    ])
  }
  const items = layoutGrid(rows, setting)
  const header = items.slice(0, 1)
  yield* spaced(
    items.map((item, index) => (index > 1 ? { ...item, repeat: withoutElements(header) } : item)),
    setting.size * 0.5,
  )
}

/** `A→C B→A …` for options that have moved. */
function lettersOf(one: ExamQuestion): string {
  const moved = [...one.letters]
    .filter(([from, to]) => from !== to)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return moved.length === 0 ? '' : ` (${moved.map(([from, to]) => `${from}→${to}`).join(' ')})`
}

function withoutElements(items: readonly FlowItem[]): FlowItem[] {
  return items.map((item) => ({
    ...item,
    marks: item.marks.map((mark) => ('element' in mark ? { ...mark, element: undefined } : mark)),
  }))
}
