import type { QuestionBank } from '@cardpress/core'
import type { ExamVersion } from '../exam/plan-exam.ts'
import type { Labels } from '../labels/label-table.ts'
import { anchored, type FlowItem, spaced } from '../layout/flow-item.ts'
import { textLabel } from '../layout/label.ts'
import { layoutGrid } from '../layout/layout-grid.ts'
import { layoutParagraph } from '../layout/layout-paragraph.ts'
import { moved } from '../layout/lines-to-items.ts'
import type { Mark } from '../layout/mark.ts'
import type { Setting } from '../layout/setting.ts'
import { TagElement } from '../layout/tag-element.ts'
import type { ExamOptions } from '../options.ts'
import { type Frame, mm } from '../pages/frame.ts'
import { plainContext } from './plain-context.ts'
import { colors } from './theme.ts'
import type { Workshop } from './workshop.ts'

/** Returns the top of an exam: title, version, blanks for the name, instructions, grading table. */
export function examTitle(
  bank: QuestionBank,
  version: ExamVersion,
  setting: Setting,
  labels: Labels,
  request: ExamOptions,
): FlowItem[] {
  const { size } = setting
  const centred = { ...setting, align: 'center', justify: false, hyphenate: undefined } as const
  const name = request.title ?? bank.title
  const heading = new TagElement('H1', setting.element)
  const items = layoutParagraph(
    [{ type: 'text', value: name }],
    { ...centred, size: size * 1.75, voice: 'bold', leading: 1.3 },
    heading,
  )
  if (version.name)
    items.push(
      ...spaced(
        layoutParagraph([{ type: 'text', value: labels.version(version.name) }], {
          ...centred,
          size: size * 1.2,
          voice: 'bold',
        }),
        size * 0.2,
      ),
    )
  if (!request.seal) items.push(...spaced(blanks(request.fields ?? labels.fields, setting, labels), size * 0.8))
  const count = version.parts.reduce((sum, part) => sum + part.questions.length, 0)
  const instructions = request.instructions ?? labels.instructions(count, version.points)
  if (instructions)
    items.push(
      ...spaced(
        layoutParagraph([{ type: 'text', value: instructions }], {
          ...setting,
          size: size * 0.92,
          color: colors.muted,
        }),
        size * 0.7,
      ),
    )
  if (request.grading !== false && version.parts.length > 0)
    items.push(...spaced(gradingTable(version, setting, labels), size * 0.7))
  return anchored(items, { name: 'top' })
}

/** `Name ________  Class ________`, sharing the width. */
function blanks(fields: readonly string[], setting: Setting, labels: Labels): FlowItem[] {
  if (fields.length === 0) return []
  const element = new TagElement('P', setting.element)
  const style = { voice: 'regular', size: setting.size, color: setting.color, element } as const
  const names = fields.map((field) => textLabel(`${field}${labels.colon.trimEnd()}`, style, setting.text))
  const gap = setting.size * 1.2
  const used = names.reduce((sum, name) => sum + name.width, 0) + gap * (fields.length - 1)
  const blank = Math.max(setting.size * 3, (setting.width - used) / fields.length)
  const baseline = setting.size * 1.2
  const marks: Mark[] = []
  let x = setting.x
  for (const name of names) {
    marks.push(...name.marks.map((mark) => moved(mark, x, baseline)))
    const from = x + name.width + 2
    const to = Math.min(x + name.width + blank, setting.x + setting.width)
    marks.push({ kind: 'stroke', points: [from, baseline + 2, to, baseline + 2], color: colors.muted, lineWidth: 0.5 })
    x += name.width + blank + gap
  }
  return [{ height: setting.size * 1.6, before: 0, marks, baseline }]
}

function gradingTable(version: ExamVersion, setting: Setting, labels: Labels): FlowItem[] {
  const head = (text: string) => ({ text, isHead: true })
  const rows = [
    [head(labels.partHead), ...version.parts.map((_, index) => head(labels.partNumber(index + 1))), head(labels.total)],
    [
      head(labels.fullMarks),
      ...version.parts.map((part) => ({ text: String(part.points) })),
      { text: String(version.points) },
    ],
    [head(labels.score), ...version.parts.map(() => ({ text: '' })), { text: '' }],
  ]
  const width = Math.min(setting.width, (version.parts.length + 2) * 24 * mm)
  const x = setting.x + (setting.width - width) / 2
  return layoutGrid(rows, { ...setting, x, width, size: setting.size * 0.95 }, { rowHeight: 7.5 * mm })
}

/** The Chinese sealed line: blanks for the name, turned, in the left margin behind a dotted line that says what it is. */
export function sealLine(frame: Frame, labels: Labels, request: ExamOptions, workshop: Workshop): Mark[] {
  const context = plainContext(workshop)
  const style = { voice: 'regular', size: 9, color: colors.muted, element: undefined } as const
  const line = 25 * mm
  const fields = request.fields ?? labels.fields
  const text = fields.map((field) => `${field}${labels.colon.trimEnd()}${'_'.repeat(16)}`).join('    ')
  const names = textLabel(text, { ...style, size: 10, color: colors.text }, context)
  const seal = textLabel(labels.seal, style, context)
  const middle = frame.height / 2
  const gap = seal.width / 2 + 12
  const dash = [1.5, 3]
  return [
    { kind: 'stroke', points: [line, 12 * mm, line, middle - gap], color: colors.muted, lineWidth: 0.8, dash },
    {
      kind: 'stroke',
      points: [line, middle + gap, line, frame.height - 12 * mm],
      color: colors.muted,
      lineWidth: 0.8,
      dash,
    },
    ...turned(names.marks, 14 * mm, middle + names.width / 2),
    ...turned(seal.marks, line + 3, middle + seal.width / 2),
  ]
}

/** Returns runs that read upwards from x, y. */
function turned(marks: readonly Mark[], x: number, y: number): Mark[] {
  return marks.flatMap((mark): Mark[] =>
    mark.kind === 'run' ? [{ ...mark, x: x + mark.y, y: y - mark.x, turned: true }] : [],
  )
}
