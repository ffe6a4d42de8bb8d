import type { Block, Inline, QuestionBank } from '@cardpress/core'
import { PaperDocument } from '../draw/paper-document.ts'
import { keyFile, keyPlace } from '../exam/key-place.ts'
import type { ExamPart, ExamQuestion, ExamVersion } from '../exam/plan-exam.ts'
import type { Labels } from '../labels/label-table.ts'
import { labelsFor } from '../labels/labels-for.ts'
import { answerSpace, linesFor } from '../layout/answer-space.ts'
import { anchored, type FlowItem, kept, spaced } from '../layout/flow-item.ts'
import { labelled, textLabel } from '../layout/label.ts'
import { layoutBlocks } from '../layout/layout-blocks.ts'
import { layoutOptions } from '../layout/layout-options.ts'
import { layoutParagraph } from '../layout/layout-paragraph.ts'
import { indented, plainStyle, type Setting } from '../layout/setting.ts'
import { TagElement } from '../layout/tag-element.ts'
import type { ExamOptions, PdfOptions } from '../options.ts'
import { columnHeight, columnWidth, type Frame, mm, paperSizes } from '../pages/frame.ts'
import { documentInfo } from './document-info.ts'
import { examTitle, sealLine } from './exam-title.ts'
import { pageFooter } from './page-footer.ts'
import { printPages } from './print-pages.ts'
import { settingOf } from './setting-of.ts'
import { colors } from './theme.ts'
import type { Workshop } from './workshop.ts'

/** Prints one version of an exam, without answers. Returns the file's bytes, page by page. */
export function* exam(
  bank: QuestionBank,
  version: ExamVersion,
  workshop: Workshop,
  options: PdfOptions,
): Generator<Uint8Array, number> {
  const labels = labelsFor(bank.language)
  const request = options.exam ?? {}
  const frame = examFrame(options)
  const root = new TagElement('Document', undefined, { lang: bank.language })
  const place = { width: columnWidth(frame), maxHeight: columnHeight(frame), size: options.size ?? 10.5 }
  const base = settingOf(bank, workshop, options, place, root)
  const setting: Setting = { ...base, text: { ...base.text, cloze: 'blank' } }
  const name = version.name ? labels.version(version.name) : ''
  const document = new PaperDocument(
    documentInfo(bank, [labels.exam, name].filter((part) => part).join(' ')),
    workshop.book,
  )
  const begun: TagElement[] = []
  yield* printPages(document, {
    frame,
    items: examItems(version, setting, labels, request, workshop, begun),
    title: examTitle(bank, version, setting, labels, request),
    titleGap: place.size,
    begun,
    decoration: request.seal ? () => sealLine(frame, labels, request, workshop) : undefined,
  })
  const title = [request.title ?? bank.title, name].filter((part) => part).join(' · ')
  document.end(root, (index, count) => pageFooter(title, index, count, frame, labels, workshop))
  yield* document.take()
  return document.pageCount
}

function examFrame(options: PdfOptions): Frame {
  const [width, height] = paperSizes[options.paper ?? 'a4']
  const margin = width < 450 ? 13 * mm : 20 * mm
  const left = options.exam?.seal ? 34 * mm : margin
  return { width, height, left, right: margin, top: 16 * mm, bottom: 18 * mm, columns: 1, gutter: 0 }
}

function* examItems(
  version: ExamVersion,
  setting: Setting,
  labels: Labels,
  request: ExamOptions,
  workshop: Workshop,
  begun: TagElement[],
): Generator<FlowItem> {
  let group: string | undefined
  for (const [index, part] of version.parts.entries()) {
    const sect = new TagElement('Sect', setting.element)
    const each = uniform(part)
    const text = labels.part(index + 1, labels.kinds[part.kind], part.questions.length, each, part.points)
    const heading = layoutParagraph(
      [{ type: 'text', value: text }],
      { ...setting, size: setting.size * 1.08, voice: 'bold', justify: false, hyphenate: undefined },
      new TagElement('H2', sect),
    )
    const anchor = { name: `part-${index + 1}`, bookmark: { title: text, depth: 0 } }
    yield* anchored(spaced(kept(heading, 'always', true), index === 0 ? 0 : setting.size * 1.4), anchor)
    for (const one of part.questions) {
      const { question } = one
      workshop.at(question.line)
      if (question.group && question.group.id !== group) {
        const stem = layoutBlocks(question.group.stem, { ...setting, element: sect })
        yield* spaced(kept(stem, 'if-possible', true), setting.size)
      }
      group = question.group?.id
      const element = new TagElement('Sect', sect)
      begun.push(element)
      const items = layoutExamQuestion(one, version, { ...setting, element }, labels, request, each === undefined)
      const place = { name: `q-${one.number}`, bookmark: { title: `${one.number}. ${question.title}`, depth: 1 } }
      yield* anchored(spaced(items, setting.size * (question.kind === 'open' ? 1.3 : 0.9)), place)
    }
  }
}

/** The points of each question, where all have the same. */
function uniform(part: ExamPart): number | undefined {
  const points = part.questions[0]?.points
  return part.questions.every((question) => question.points === points) ? points : undefined
}

function layoutExamQuestion(
  one: ExamQuestion,
  version: ExamVersion,
  setting: Setting,
  labels: Labels,
  request: ExamOptions,
  withPoints: boolean,
): FlowItem[] {
  const { question } = one
  const heading = new TagElement('H3', setting.element)
  const style = plainStyle({ ...setting, voice: 'bold' }, heading)
  // The number leads to the answer in the key beside this file; on paper it is a number.
  const link = { url: `${keyFile}#${keyPlace(version, one)}`, text: labels.answer }
  const number = { ...style, element: new TagElement('Link', heading), link }
  const label = textLabel(`${one.number}.`, number, setting.text)
  const indent = Math.max(label.width, textLabel('00.', style, setting.text).width) + setting.size * 0.4
  const body = indented(setting, indent)
  const tail: Inline[] = []
  if (withPoints) tail.push({ type: 'text', value: labels.points(one.points) })
  if (isLettered(one) && labels.bracket) tail.push({ type: 'text', value: labels.bracket })
  const [first, ...rest] = question.prompt
  const whole: Block[] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [...first.children, ...tail] }, ...rest]
      : [...question.prompt, ...(tail.length > 0 ? [{ type: 'paragraph' as const, children: tail }] : [])]
  const [opening, ...more] = whole
  const head =
    opening?.type === 'paragraph'
      ? layoutParagraph(opening.children, body, heading)
      : layoutBlocks(opening ? [opening] : [], body)
  const prompt = [...labelled(head, label, setting.x), ...spaced(layoutBlocks(more, body), setting.size * setting.gap)]
  const answer = layoutRoom(one, body, labels, request)
  const items = [
    ...kept(prompt, prompt.length <= 6 ? 'always' : 'if-possible', answer.length > 0),
    ...spaced(answer, setting.size * 0.35),
  ]
  const again = continuedLine(one.number, setting, labels)
  return items.map((item, index) => (index === 0 ? item : { ...item, repeat: [...again, ...(item.repeat ?? [])] }))
}

/** Whether the question is answered by letters or a tick written into brackets. */
function isLettered({ question }: ExamQuestion): boolean {
  return question.kind === 'single-choice' || question.kind === 'multiple-choice' || question.kind === 'true-false'
}

/** The options to choose from, or room to write. */
function layoutRoom({ question }: ExamQuestion, setting: Setting, labels: Labels, request: ExamOptions): FlowItem[] {
  const space = request.space ?? 'lines'
  const room = (lines: number) => (space === 'none' ? [] : answerSpace(space, lines, setting))
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice': {
      const options = question.options.map(({ label, content }) => ({ label, content }))
      const box = labels.bracket ? 'none' : question.kind === 'single-choice' ? 'circle' : 'square'
      return layoutOptions(options, { ...setting, justify: false }, { key: [], box: box === 'none' ? undefined : box })
    }
    case 'true-false':
      if (labels.bracket) return []
      return layoutBlocks(
        [{ type: 'paragraph', children: [{ type: 'text', value: `☐ ${labels.true}\u3000☐ ${labels.false}` }] }],
        setting,
      )
    case 'cloze':
      return []
    case 'short-answer':
      return room(1)
    case 'open':
      return room(linesFor(question.answer, setting.width))
  }
}

/** Printed at the top of a page in the middle of a question; decoration, since it says nothing new. */
function continuedLine(number: number, setting: Setting, labels: Labels): FlowItem[] {
  const small = { ...setting, size: setting.size * 0.85, color: colors.muted }
  const items = layoutParagraph([{ type: 'text', value: labels.continued(number) }], small)
  return items.map((item) => ({
    ...item,
    height: item.height + setting.size * 0.3,
    marks: item.marks.map((mark) => ('element' in mark ? { ...mark, element: undefined } : mark)),
  }))
}
