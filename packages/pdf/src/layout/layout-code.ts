import { colors } from '../papers/theme.ts'
import { breakLines } from '../text/break-lines.ts'
import type { Segment } from '../text/flatten-inline.ts'
import type { TextStyle } from '../text/piece.ts'
import { piecesOf } from '../text/to-pieces.ts'
import { type Backdrop, backed, type FlowItem } from './flow-item.ts'
import type { CodeSpan } from './highlight-code.ts'
import { linesToItems } from './lines-to-items.ts'
import type { Mark } from './mark.ts'
import type { Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

/**
 * Sets a block of code: highlighted, on a tinted ground, long lines wrapped with a hook where they go on.
 * @param value the code
 * @param language its name for highlight.js
 * @param setting how and where
 */
export function layoutCode(value: string, language: string | undefined, setting: Setting): FlowItem[] {
  const element = new TagElement('P', setting.element)
  const code = new TagElement('Code', element)
  const pad = setting.size * 0.5
  const size = setting.size * 0.84
  const style: TextStyle = { voice: 'mono', size, color: setting.color, element: code, preformatted: true }
  const lines = splitLines(setting.highlight(withoutTabs(value), language, setting.color))
  const items: FlowItem[] = []
  lines.forEach((line, index) => {
    const set = layoutCodeLine(line, style, { ...setting, size })
    items.push(...set)
    // Two lines stay together at either end of the block.
    const edge = index === 0 || index === lines.length - 2
    const last = items.at(-1)
    if (edge && lines.length > 1 && last) items[items.length - 1] = { ...last, keep: 'if-possible' }
  })
  const backdrop: Backdrop = {
    x: setting.x,
    width: setting.width,
    fill: colors.codeBackground,
    radius: setting.size * 0.25,
  }
  return backed(padded(items, pad * 0.8), backdrop)
}

function layoutCodeLine(line: readonly CodeSpan[], style: TextStyle, setting: Setting): FlowItem[] {
  const pad = setting.size * 0.6
  const width = setting.width - 2 * pad
  const segments = line.map((span): Segment => {
    const voice = span.bold ? 'mono-bold' : 'mono'
    return { kind: 'text', text: span.text, style: { ...style, voice, color: span.color } }
  })
  const pieces = piecesOf(segments, { ...setting.text, maxWidth: width })
  const options = { justify: false, hang: false, hyphenate: undefined }
  const placed = { x: setting.x + pad, size: setting.size, leading: 1.42, justify: false, align: 'left' as const }
  const whole = breakLines(pieces, { ...options, width })
  if (whole.length === 1) return plain(linesToItems(whole, placed))
  // What goes over the edge continues one step further in than its line began, behind a hook.
  const depth = line[0]?.text.match(/^ */)?.[0].length ?? 0
  const hook = Math.min(width * 0.4, setting.size * (1.2 + depth * 0.6))
  const broken = breakLines(pieces, { ...options, width: width - hook, firstIndent: -hook })
  const items = plain(linesToItems(broken, { ...placed, x: placed.x + hook }))
  const sign = placed.x + hook - setting.size * 1.2
  return items.map((item, index) =>
    index === 0 ? item : { ...item, marks: [wrapSign(item, sign, setting), ...item.marks] },
  )
}

function wrapSign(item: FlowItem, x: number, setting: Setting): Mark {
  return {
    kind: 'sign',
    sign: 'wrap',
    x,
    y: item.baseline ?? 0,
    size: setting.size,
    color: colors.faint,
    element: undefined,
  }
}

function plain(items: readonly FlowItem[]): FlowItem[] {
  return items.map((item) => ({ ...item, keep: undefined }))
}

/** Adds white inside the backdrop above the first line and below the last. */
function padded(items: readonly FlowItem[], pad: number): FlowItem[] {
  return items.map((item, index) => {
    const top = index === 0 ? pad : 0
    const bottom = index === items.length - 1 ? pad : 0
    if (!top && !bottom) return item
    return {
      ...item,
      height: item.height + top + bottom,
      baseline: (item.baseline ?? 0) + top,
      marks: top
        ? item.marks.map((mark) => (mark.kind === 'stroke' ? mark : { ...mark, y: mark.y + top }))
        : item.marks,
    }
  })
}

function withoutTabs(value: string): string {
  return value.replace(/\r\n?/g, '\n').replace(/\n+$/, '').replaceAll('\t', '    ')
}

function splitLines(spans: readonly CodeSpan[]): CodeSpan[][] {
  const lines: CodeSpan[][] = [[]]
  for (const span of spans) {
    span.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text) lines.at(-1)?.push({ ...span, text })
    })
  }
  return lines
}
