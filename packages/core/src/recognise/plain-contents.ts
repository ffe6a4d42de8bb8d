import type { Line } from './lines/line.ts'
import { titleKey } from './marks/title-key.ts'

const contentsTitle =
  /^[\s\p{P}\p{S}]{0,8}(?:table of contents?|contents?|toc|index|list of questions|questions list|(?:文章)?目\s{0,4}录|目次|目錄|大纲|导航|题目列表|问题列表|内容导航)[\s\p{P}\p{S}]{0,8}$/iu

/**
 * Tells whether a line says that contents follow: "Contents", "目录".
 *
 * @param text The line's text.
 */
export function isContentsTitle(text: string): boolean {
  return contentsTitle.test(text)
}

/** Contents are at least so many lines, and at most. */
const least = 3
const most = 400

/**
 * Returns the lines of contents that lead nowhere, as pasted text has them: below a line that says so, lines that each come
 * again further down. They end at the first one that repeats what they began with.
 *
 * @param lines The lines of the page.
 */
export function plainContents(lines: readonly Line[]): number[] {
  const head = lines.slice(0, 60).find(({ kind, text }) => kind === 'text' && isContentsTitle(text))
  if (!head) return []
  const last = new Map<string, number>()
  for (const { index, text, kind } of lines.slice(head.index + 1))
    if ((kind === 'text' || kind === 'heading') && text.length <= 120) last.set(titleKey(text), index)
  const entries: number[] = []
  const seen = new Set<string>()
  let passed = 0
  for (const { index, text, kind } of lines.slice(head.index + 1, head.index + most)) {
    const key = titleKey(text)
    if (kind !== 'text' || key === '' || seen.has(key)) break
    // An entry that is worded otherwise below is passed over.
    if ((last.get(key) ?? index) > index) entries.push(index)
    else if (++passed > 2 + entries.length / 3) break
    seen.add(key)
  }
  return entries.length >= least ? [head.index, ...between(head.index, entries)] : []
}

function between(head: number, entries: readonly number[]): number[] {
  const end = entries.at(-1) as number
  return Array.from({ length: end - head }, (_, at) => head + 1 + at)
}
