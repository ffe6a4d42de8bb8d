import type { Link, Node, Parent, RootContent, Table } from 'mdast'
import type { Container, Line } from './lines/line.ts'
import { instructionLines } from './marks/instructions.ts'
import { noticeLines } from './marks/notice.ts'
import { isPlatform, isVoteShare } from './marks/platform.ts'
import { titleKey } from './marks/title-key.ts'
import { typeMark } from './marks/type-mark.ts'
import { isContentsTitle, plainContents } from './plain-contents.ts'

/** Why a line is no content, known before the document's way of asking is. */
export type NoiseReason =
  | 'metadata'
  | 'comment'
  | 'definition'
  | 'contents'
  | 'back-to-top'
  | 'badges'
  | 'platform'
  | 'attempt'
  | 'markup'
  | 'promotion'
  | 'preamble'
  | 'left-out'

/**
 * Returns the reason for which a line is no content, by line index; `undefined` for content.
 *
 * @param lines The lines of an article.
 */
export function findNoise(lines: readonly Line[]): Array<NoiseReason | undefined> {
  const noise: Array<NoiseReason | undefined> = lines.map(plainNoise)
  for (const line of lines)
    if (isNumberAbove(line, lines[line.index + 1])) noise[line.index] ??= 'markup'
    else if (goesOnWithPlatform(lines[line.index - 1], noise[line.index - 1], line)) noise[line.index] ??= 'platform'
  markContents(lines, noise)
  for (const index of plainContents(lines)) noise[index] ??= 'contents'
  for (const index of instructionLines(lines)) noise[index] ??= 'preamble'
  for (const index of noticeLines(lines)) noise[index] ??= 'promotion'
  markContentsHeads(lines, noise)
  return noise
}

/** `1` alone above `[单选题]` alone: the number of the question that the kind opens. */
function isNumberAbove({ kind, text }: Line, next: Line | undefined): boolean {
  if (kind !== 'text' || next?.kind !== 'text' || !/^\s{0,4}\p{Nd}{1,4}\s{0,4}$/u.test(text)) return false
  const type = typeMark(next.text.trim())
  return type !== undefined && type.length >= next.text.trim().length
}

/** Other votes below votes; the topic of a test below nothing but the number of a question. */
function goesOnWithPlatform(before: Line | undefined, reason: NoiseReason | undefined, { text }: Line): boolean {
  if (reason === 'platform') return isVoteShare(text)
  return (
    text.length < 20 &&
    /^\s{0,4}topic \p{Nd}{1,2}\s{0,4}$/iu.test(text) &&
    /^\s{0,4}question\s?[#＃]?\s?\p{Nd}{1,4}\s{0,4}$/iu.test(before?.text.slice(0, 40) ?? '')
  )
}

const backToTop =
  /^(?:[\s|»⬆↥▲↑🔝👆[\]]|\ufe0f){0,8}(?:back to (?:the )?(?:top|contents?|questions|index|table of contents|toc)|go to top|return to (?:top|contents)|to top|返回(?:顶部|目录|页首)|回到(?:顶部|目录)|返回顶端)(?:[\s|⬆↥▲↑🔝👆)。.!！]|\ufe0f){0,8}$/iu

function plainNoise(line: Line): NoiseReason | undefined {
  switch (line.kind) {
    case 'metadata':
      return 'metadata'
    case 'hidden':
      return line.text === '' ? 'comment' : 'markup'
    case 'definition':
      return 'definition'
    case 'text':
    case 'heading':
      if (line.text.trim() === '' && line.runs.length === 0) return 'markup'
      if (line.text.length < 60 && isBackToTop(line)) return 'back-to-top'
      if (isBadges(line)) return 'badges'
      if (/^\s{0,4}:{3,4}\s{0,4}$/.test(line.text)) return 'markup'
      if (isPlatform(line.text)) return 'platform'
      return undefined
    default:
      return undefined
  }
}

/** The word alone may be content, an option say: it leads back only where it is a link or stands beside an arrow. */
function isBackToTop(line: Line): boolean {
  if (backToTop.test(line.text)) return true
  return (
    /^[^\p{L}\p{N}]{0,8}(?:top|顶部)[^\p{L}\p{N}]{0,8}$/iu.test(line.text) &&
    (/[⬆↥▲↑🔝👆^]/u.test(line.text) || isFragmentLink(line))
  )
}

const badgeHost =
  /shields\.io|badge|travis-ci|circleci|codecov|coveralls|appveyor|opencollective|gitpod|deepwiki|star-history|visitor/iu

function isBadges({ runs }: Line): boolean {
  const pictures = runs.filter(
    (run) => run.leaf.type === 'image' && badgeHost.test((run.leaf as { url?: string }).url ?? ''),
  )
  return pictures.length > 0 && runs.every((run) => run.leaf.type === 'image' || run.text.trim() === '')
}

function targetOf(node: Node): string | undefined {
  return node.type === 'link' ? (node as Link).url : (node.data as { href?: string } | undefined)?.href
}

/** The line is nothing but one link within the document. */
function isFragmentLink(line: Line): boolean {
  const solid = line.runs.filter((run) => run.text.trim() !== '')
  return (
    solid.length > 0 &&
    solid.filter((run) => run.wraps.some(isFragment) || isFragment(run.leaf)).length * 2 > solid.length
  )
}

function isFragment(node: Node): boolean {
  return targetOf(node)?.startsWith('#') ?? false
}

/** Lists and tables most of whose entries lead to places of the same document, or repeat what its headings say. */
function markContents(lines: readonly Line[], noise: Array<NoiseReason | undefined>): void {
  const titles = new Map<string, number>()
  for (const line of lines)
    if (line.kind === 'heading' || line.kind === 'summary' || line.emphasis === 'strong') {
      const key = titleKey(line.text)
      if (key.length > 2) titles.set(key, (titles.get(key) ?? 0) + 1)
    }
  const lists = new Map<Node, number[]>()
  for (const line of lines) {
    const list = outermostList(line.container)
    if (list) {
      const members = lists.get(list) ?? []
      members.push(line.index)
      lists.set(list, members)
    } else if (line.kind === 'table' && isContentsTable(line.node as Table)) noise[line.index] = 'contents'
  }
  const short: number[][] = []
  let found = false
  for (const members of lists.values()) {
    const entries = members.filter((index) => lines[index]?.item && lines[index]?.text.trim() !== '')
    if (entries.length === 0 || entries.length * 3 < members.length) continue
    const linked = entries.filter((index) => isFragmentLink(lines[index] as Line)).length
    const repeated = entries.filter((index) => {
      const line = lines[index] as Line
      return (titles.get(titleKey(line.text)) ?? 0) > (line.emphasis === 'strong' ? 1 : 0)
    }).length
    if (entries.length === 1) {
      if (linked === 1) short.push(members)
    } else if (linked >= entries.length * 0.7 || (entries.length >= 3 && repeated >= entries.length * 0.7)) {
      found = true
      for (const index of members) noise[index] = 'contents'
    }
  }
  // One link within the page is contents only beside other contents.
  if (found) for (const index of short.flat()) noise[index] = 'contents'
  markContentsLines(lines, noise)
}

/** Runs of at least three paragraph lines that are links within the document. */
function markContentsLines(lines: readonly Line[], noise: Array<NoiseReason | undefined>): void {
  let run: number[] = []
  const flush = (): void => {
    if (run.length >= 3) for (const index of run) noise[index] = 'contents'
    run = []
  }
  for (const line of lines) {
    if (line.kind === 'text' && !noise[line.index] && isFragmentLink(line)) run.push(line.index)
    else flush()
  }
  flush()
}

function outermostList(container: Container | undefined): Node | undefined {
  let list: Node | undefined
  for (let at = container; at; at = at.parent) if (at.node.type === 'list') list = at.node
  return list
}

function isContentsTable(table: Table): boolean {
  const rows = table.children.slice(1)
  return (
    rows.length >= 2 && rows.filter((row) => row.children.some((cell) => hasFragment(cell))).length >= rows.length * 0.6
  )
}

function hasFragment(node: Node): boolean {
  return (
    isFragment(node) ||
    ('children' in node && (node as Parent).children.some((child) => hasFragment(child as RootContent)))
  )
}

const contentsSummary = /contents|目录|toc|展开|view|show|expand|index/iu

/** Headings and summaries under which there is nothing but contents belong to the contents. */
function markContentsHeads(lines: readonly Line[], noise: Array<NoiseReason | undefined>): void {
  // From the end, so that a heading sees the headings below it already marked.
  let pure = true
  let seen = false
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index] as Line
    const reason = noise[index]
    if (reason === 'contents') seen = true
    else if (line.kind === 'heading' || line.kind === 'summary') {
      const isTitle = line.kind === 'summary' ? contentsSummary.test(line.text) : true
      if (seen && pure && isTitle) noise[index] = 'contents'
      else if (isContentsTitle(line.text)) noise[index] = 'contents'
      if (noise[index] !== 'contents' || line.depth === 1) {
        pure = true
        seen = false
      }
    } else if (reason !== undefined || line.kind === 'rule') continue
    else if (!isContentsTitle(line.text)) pure = false
    else if (seen && pure) noise[index] = 'contents'
  }
}
