import type { Node, Parent, PhrasingContent } from 'mdast'
import { align } from './align.ts'
import type { Run } from './line.ts'

/** The inline content of one line of a block. */
export interface RunLine {
  readonly runs: Run[]
  /** A hard break ended the line before. */
  readonly afterBreak: boolean
}

/** Stands in plain text for what has none: a picture, a footnote mark. */
export const objectMark = '\ufffc'

/**
 * Returns the inline content of a block, cut into lines at line ends and breaks.
 *
 * @param children The block's inline nodes, with positions.
 * @param source The source that the positions count in.
 */
export function toRunLines(children: readonly PhrasingContent[], source: string): RunLine[] {
  const lines: Array<{ runs: Run[]; afterBreak: boolean }> = [{ runs: [], afterBreak: false }]
  const add = (run: Run): void => {
    lines.at(-1)?.runs.push(run)
  }
  const walk = (nodes: readonly Node[], wraps: readonly Parent[]): void => {
    for (const node of nodes) {
      const start = node.position?.start.offset ?? 0
      const end = node.position?.end.offset ?? start
      if (node.type === 'break') lines.push({ runs: [], afterBreak: true })
      else if ('children' in node) walk((node as Parent).children, [...wraps, node as Parent])
      else if (node.type === 'text') cut(node as Node & { value: string }, wraps, start, end)
      else if (node.type === 'inlineCode' || node.type === 'inlineMath') {
        const { value } = node as Node & { value: string }
        const inner = innerStart(source, start, node.type === 'inlineCode' ? '`' : '$')
        add({
          text: value.replaceAll('\n', ' '),
          leaf: node,
          wraps,
          start: inner,
          end,
          map: align(value, source, inner, end),
        })
      } else if (node.type === 'image' || node.type === 'imageReference' || node.type === 'footnoteReference')
        add({ text: objectMark, leaf: node, wraps, start, end })
      // Comments and inline HTML of a plain remark tree hold no text.
    }
  }
  const cut = (node: Node & { value: string }, wraps: readonly Parent[], start: number, end: number): void => {
    const map = align(node.value, source, start, end)
    let from = 0
    for (;;) {
      const newline = node.value.indexOf('\n', from)
      const to = newline === -1 ? node.value.length : newline
      if (to > from) {
        const text = node.value.slice(from, to)
        add(
          map
            ? { text, leaf: node, wraps, start: map[from] ?? start, end: map[to] ?? end, map: map.subarray(from, to) }
            : { text, leaf: node, wraps, start: start + from, end: start + to },
        )
      }
      if (newline === -1) return
      lines.push({ runs: [], afterBreak: false })
      from = newline + 1
    }
  }
  walk(children, [])
  return lines.filter((line, index) => index === 0 || line.runs.length > 0)
}

/** Where the value of a code or math span begins: after its opening fence. */
function innerStart(source: string, start: number, fence: string): number {
  let at = start
  while (source[at] === fence) at++
  return at
}

/** Returns the plain text of runs. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

/**
 * Returns the part of a line's runs between two offsets of its plain text.
 *
 * @param runs The runs of a line.
 * @param from First offset.
 * @param to Offset after the last. Default: the end.
 */
export function sliceRuns(runs: readonly Run[], from: number, to = Number.POSITIVE_INFINITY): Run[] {
  const out: Run[] = []
  let at = 0
  for (const run of runs) {
    const a = Math.max(from - at, 0)
    const b = Math.min(to - at, run.text.length)
    if (a < b) out.push(a === 0 && b === run.text.length ? run : sliceRun(run, a, b))
    at += run.text.length
  }
  return out
}

function sliceRun(run: Run, a: number, b: number): Run {
  const start = sourceOffset(run, a)
  const end = b === run.text.length ? run.end : sourceOffset(run, b)
  return { ...run, text: run.text.slice(a, b), start, end, map: run.map?.subarray(a, b) }
}

function sourceOffset(run: Run, index: number): number {
  return run.map ? (run.map[index] ?? run.end) : run.start + index
}

/**
 * Returns the offset in the source of the unit at an offset of a line's plain text; past the end, where the line's text ends.
 *
 * @param runs The runs of a line.
 * @param offset An offset of its plain text.
 */
export function sourceAt(runs: readonly Run[], offset: number): number {
  let at = 0
  for (const run of runs) {
    if (offset < at + run.text.length) return sourceOffset(run, offset - at)
    at += run.text.length
  }
  return runs.at(-1)?.end ?? 0
}
