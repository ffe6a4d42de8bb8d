import type { Code, List, ListItem, Node, Paragraph, Parent, PhrasingContent, Root, RootContent, Table } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { align } from './align.ts'
import { breakLines } from './break-lines.ts'
import { hasKeyRows, type KeyColumns, keyColumns } from './key-table.ts'
import type { Container, ItemMark, Line, LineKind, Run } from './line.ts'
import { withoutHashes } from './old-heading.ts'
import { openFences } from './open-fences.ts'
import { type QaColumns, qaColumns } from './qa-table.ts'
import { type RunLine, textOf, toRunLines } from './runs.ts'

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/**
 * Returns an article's tree as a flat sequence of lines. Together the lines own every character of the source.
 *
 * @param tree mdast with positions; HTML nodes, if any, count as markup without text.
 * @param source The text that the positions count in.
 * @param oldHeadings Whether `##Title`, without a space, is a heading: in articles it is, in content `##` is text. Default: true.
 */
export function toLines(tree: Root, source: string, oldHeadings = true): Line[] {
  const lines: Mutable<Line>[] = []
  const lineAt = lineCounter(source)
  const fences = openFences(tree)
  // A single hash is a heading's only where others have several: `#this` is a tag.
  const leastHashes = /^#{2,6}[^\s#]/m.test(source) ? 1 : 2
  /** The outermost node that opens at the next line: its source begins there. */
  let opening: Node | undefined
  let item: ItemMark | undefined
  let previousEnd: Node | undefined

  const add = (
    node: RootContent,
    container: Container | undefined,
    kind: LineKind,
    parts: {
      text: string
      runs: Run[]
      start: number
      end: number
      opens: boolean
      afterBreak: boolean
      depth?: number
    },
  ): void => {
    const outer = parts.opens && opening ? (opening.position?.start.offset ?? parts.start) : parts.start
    const line: Mutable<Line> = {
      index: lines.length,
      kind,
      number: lineAt(parts.start),
      text: parts.text,
      runs: parts.runs,
      node,
      container,
      depth: parts.depth ?? 0,
      opens: parts.opens,
      afterBreak: parts.afterBreak,
      indent: indentAt(source, parts.start),
      blankBefore: parts.opens && isAfterBlank(previousEnd, opening ?? node),
      start: Math.min(outer, parts.start),
      end: parts.end,
      contentEnd: parts.end,
    }
    if (parts.opens && item) line.item = item
    const emphasis = wholeEmphasis(parts.runs)
    if (emphasis) line.emphasis = emphasis
    lines.push(line)
    opening = undefined
    item = undefined
    previousEnd = node
  }

  const addInline = (node: RootContent & Parent, container: Container | undefined, kind: LineKind, depth = 0): void => {
    const start = startOf(node)
    const runLines = withoutBlank(toRunLines(node.children as PhrasingContent[], source))
    for (const [index, { runs: own, afterBreak }] of runLines.entries()) {
      const from = index === 0 ? start : (own[0]?.start ?? start)
      const isOld = oldHeadings && kind === 'text' && container === undefined
      const title = isOld ? withoutHashes(own, leastHashes) : undefined
      const runs = title?.runs ?? own
      add(node, container, title ? 'heading' : kind, {
        text: textOf(runs),
        runs,
        start: from,
        end: runs.at(-1)?.end ?? endOf(node),
        opens: index === 0,
        afterBreak,
        depth: title?.depth ?? depth,
      })
    }
  }

  const addWhole = (node: RootContent, container: Container | undefined, kind: LineKind, text: string): void =>
    add(node, container, kind, {
      text,
      runs: [],
      start: startOf(node),
      end: endOf(node),
      opens: true,
      afterBreak: false,
    })

  /** A fence that holds prose is read line by line. */
  const addFenced = (node: Code, container: Container | undefined): void => {
    const from = source.indexOf('\n', startOf(node)) + 1
    const map = align(node.value, source, from, endOf(node))
    const at = (index: number): number => (map ? (map[index] ?? endOf(node)) : from + index)
    let offset = 0
    let opens = true
    for (const text of node.value.split('\n')) {
      if (text.trim() !== '') {
        const run: Run = {
          text,
          leaf: { type: 'text' },
          wraps: [],
          start: at(offset),
          end: at(offset + text.length - 1) + 1,
          map: map?.subarray(offset, offset + text.length),
        }
        add(node, container, 'text', {
          text,
          runs: [run],
          start: opens ? startOf(node) : run.start,
          end: run.end,
          opens,
          afterBreak: !opens,
        })
        opens = false
      }
      offset += text.length + 1
    }
  }

  /** A table of questions and answers, or of keys, is read cell by cell. */
  const addTable = (node: Table, container: Container | undefined): void => {
    const columns = qaColumns(node)
    const keys = columns ? undefined : keyColumns(node)
    if (keys) addKeys(node, container, keys)
    else if (!columns && hasKeyRows(node)) addKeyRows(node, container)
    if (keys || (!columns && hasKeyRows(node))) return
    if (!columns) {
      addWhole(node, container, 'table', plainText(node))
      return
    }
    for (const [index, row] of node.children.entries())
      for (const [column, cell] of row.children.entries()) {
        if (cell.children.length === 0) continue
        const kind = index === 0 ? 'head' : cellKind(columns, column)
        const role = index === 0 ? undefined : cellRole(columns, column)
        const from = lines.length
        addInline(cell as unknown as RootContent & Parent, container, role ? 'text' : kind)
        if (role && lines[from]) lines[from].cell = role
      }
  }

  /** Number, key, and what else a row says of them, whatever the order of the columns. */
  const addKeys = (node: Table, container: Container | undefined, { number }: KeyColumns): void => {
    for (const [index, row] of node.children.entries())
      for (const [column, cell] of row.children.entries())
        if (cell.children.length > 0)
          addInline(
            cell as unknown as RootContent & Parent,
            container,
            index === 0 ? 'head' : column === number ? 'row' : 'text',
          )
  }

  /** A row of numbers, and a row of keys below it. */
  const addKeyRows = (node: Table, container: Container | undefined): void => {
    for (const [index, row] of node.children.entries())
      for (const [column, cell] of row.children.entries())
        addInline(
          cell as unknown as RootContent & Parent,
          container,
          column === 0 ? 'head' : index % 2 === 0 ? 'row' : 'text',
        )
  }

  const walk = (nodes: readonly RootContent[], container: Container | undefined): void => {
    for (const [position, node] of nodes.entries()) visit(node, container, position)
  }

  const enter = (node: RootContent & Parent, container: Container | undefined): void => {
    opening ??= node
    const inner: Container = { node, parent: container, level: (container?.level ?? 0) + 1 }
    const before = lines.length
    walk(node.children as RootContent[], inner)
    // An empty container still owns its markup.
    if (lines.length === before && (node.type === 'listItem' || node.type === 'details' || node.type === 'blockquote'))
      add(node, inner, 'text', {
        text: '',
        runs: [],
        start: startOf(node),
        end: endOf(node),
        opens: true,
        afterBreak: false,
      })
  }

  const visit = (node: RootContent, container: Container | undefined, position: number): void => {
    switch (node.type) {
      case 'paragraph':
        addInline(node, container, 'text')
        break
      case 'heading':
        // A lone dash below a text is a bullet without text, not the line that makes a heading of it.
        if (/\n[ \t]{0,3}-[ \t]{0,8}$/.test(source.slice(Math.max(endOf(node) - 12, startOf(node)), endOf(node))))
          addInline(
            { type: 'paragraph', children: node.children, position: node.position } as Paragraph,
            container,
            'text',
          )
        else addInline(node, container, 'heading', node.depth)
        break
      case 'summary':
        addInline(node, container, 'summary')
        break
      case 'listItem':
        item = itemMark(node, container?.node as List | undefined, position, source)
        enter(node, container)
        break
      case 'list':
      case 'blockquote':
      case 'details':
        enter(node, container)
        break
      case 'code':
        if (fences.has(node)) addFenced(node, container)
        else addWhole(node, container, node.value.trim() === '' ? 'rule' : 'code', node.value)
        break
      case 'math':
        addWhole(node, container, 'math', node.value)
        break
      case 'table':
        addTable(node, container)
        break
      case 'thematicBreak':
        addWhole(node, container, 'rule', '')
        break
      case 'yaml':
        addWhole(node, container, 'metadata', node.value)
        break
      case 'html':
      case 'comment':
        addWhole(node, container, 'hidden', '')
        break
      case 'definition':
        addWhole(node, container, 'definition', '')
        break
      case 'footnoteDefinition':
        addWhole(node, container, 'definition', plainText(node))
        break
      default:
        if ((node as Node).type === 'toml')
          addWhole(node, container, 'metadata', (node as { value?: string }).value ?? '')
        // Phrasing directly in the root, as some trees of HTML have it.
        else
          addInline(
            { type: 'paragraph', children: [node as PhrasingContent], position: node.position } as Paragraph,
            container,
            'text',
          )
    }
  }

  walk(tree.children, undefined)
  const broken = breakLines(lines)
  for (const [index, line] of broken.entries()) line.index = index
  nameStrayTags(broken)
  tile(broken, source.length)
  return broken
}

/** Without lines of nothing, as they stand within the tags of a link, unless there are no others. */
function withoutBlank(lines: readonly RunLine[]): readonly RunLine[] {
  const solid = lines.filter(({ runs }) => textOf(runs).trim() !== '')
  return solid.length > 0 ? solid : lines
}

/** What stands between the columns that are read, a time limit say, is passed over. */
function cellKind({ question, answer, options, explanation }: QaColumns, column: number): Line['kind'] {
  if (column === question) return 'row'
  if (column === answer) return 'text'
  const last = Math.max(answer, explanation ?? 0, ...options)
  return column > question && column < last ? 'hidden' : 'head'
}

function cellRole({ options, answer, explanation }: QaColumns, column: number): Line['cell'] {
  if (options.length === 0) return undefined
  if (options.includes(column)) return 'option'
  if (column === answer) return 'answer'
  return column === explanation ? 'explanation' : undefined
}

/** Returns a function that gives the 1-based line of an offset; offsets asked for never fall far behind. */
function lineCounter(source: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (let end = source.indexOf('\n', at); end !== -1 && end < offset; end = source.indexOf('\n', at)) {
      line++
      at = end + 1
    }
    return line
  }
}

const onlyTags =
  /^(?:\s{0,8}<\/?(?:b|i|u|br|p|em|strong|div|span|font|center|details|summary|section|article|blockquote|ul|ol|li|a|small|big|sub|sup|hr|img)(?:\s[^<>]{0,300})?\/?>){1,12}\s{0,8}$/iu

/**
 * Tags that do not pair within Markdown's blocks arrive as text (a `</b></details>` behind a list is part of its last
 * item, though browsers show it otherwise). A line of nothing else is markup; what follows `<details>` is its summary.
 */
function nameStrayTags(lines: Mutable<Line>[]): void {
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'text' || !line.text.includes('<') || !onlyTags.test(line.text)) continue
    if (line.runs.some((run) => run.leaf.type !== 'text')) continue
    line.kind = 'hidden'
    const next = lines[index + 1]
    if (/<details[\s>]/iu.test(line.text) && next?.kind === 'text' && !next.item) next.kind = 'summary'
  }
}

/** Looks back no further than lists are indented. */
function indentAt(source: string, start: number): number {
  const from = source.lastIndexOf('\n', start - 1) + 1
  let at = from
  while (at < from + 40 && (source[at] === ' ' || source[at] === '\t')) at++
  return at - from
}

/** Gives every line the source up to where the next one begins. */
function tile(lines: Mutable<Line>[], length: number): void {
  let from = 0
  for (const [index, line] of lines.entries()) {
    line.start = from
    const next = lines[index + 1]
    line.contentEnd = Math.max(line.contentEnd, from)
    from = next ? Math.max(next.start, line.contentEnd) : length
    line.end = from
  }
}

function startOf(node: Node): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Node): number {
  return node.position?.end.offset ?? startOf(node)
}

function isAfterBlank(before: Node | undefined, node: Node): boolean {
  if (!before) return true
  return (node.position?.start.line ?? 0) - (before.position?.end.line ?? 0) > 1
}

/** `<ol type="a">` shows letters. */
const letteredList = /^\s{0,16}<ol\s(?:[^>]{0,100}\s)?type\s{0,2}=\s{0,2}["']?a\b/iu

const markOfItem = /^\s{0,16}(?:(\d{1,9})([.)])|([-*+•]))?/

function itemMark(node: ListItem, list: List | undefined, position: number, source: string): ItemMark {
  const start = startOf(node)
  const [, number, delimiter, bullet] = markOfItem.exec(source.slice(start, start + 32)) ?? []
  const checked = typeof node.checked === 'boolean' ? { checked: node.checked } : {}
  if (number !== undefined) return { ordered: true, number, delimiter: delimiter ?? '.', ...checked }
  if (list?.ordered) {
    const lettered = letteredList.test(source.slice(startOf(list), startOf(list) + 200)) ? { lettered: true } : {}
    return { ordered: true, number: String((list.start ?? 1) + position), delimiter: '.', ...lettered, ...checked }
  }
  return { ordered: false, delimiter: bullet ?? '-', ...checked }
}

const blank = /^(?:\s|\u200b|\u200c|\u200d|\ufe0f){0,64}$/u

function wholeEmphasis(runs: readonly Run[]): Line['emphasis'] {
  const seen = new Set<string>()
  for (const run of runs) {
    if (blank.test(run.text)) continue
    const own = run.wraps
      .map((wrap) => wrap.type as string)
      .filter((type) => type === 'strong' || type === 'emphasis' || type === 'highlight')
    if (own.length === 0) return undefined
    for (const type of own) seen.add(type)
  }
  if (seen.has('strong')) return 'strong'
  if (seen.has('highlight')) return 'highlight'
  return seen.has('emphasis') ? 'emphasis' : undefined
}
