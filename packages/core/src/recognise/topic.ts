import type { Line } from './lines/line.ts'
import { simplified } from './marks/simplified.ts'

const topicWords =
  /面试|题库|试题|习题|考题|真题|练习题|选择题|问答|八股|q\s?&\s?a|\bq and a\b|\bfaqs?\b|frequently asked|interview|questions?\b|quiz|\bexam(?:s|ination|inations)?\b|practice test|mock test|trivia|flash\s?cards?|assessment|test your|mcqs?\b|certification|题目|期末|复习题|名词解释|必考|(?:\p{Nd}{2,4}|[一二三四五六七八九十百]{1,4})\s?问|常见问题|测验|考试/iu
/** Readers are told where to ask. */
const offersHelp =
  /\b(?:any|have|more|other|your|with|ask(?:ing)?|general) questions?\b|\bquestions? (?:or|and) (?:issues?|bugs?|feedback|comments?|suggestions?|discussions?)\b/iu

/** How much a page says that it is about questions. */
export interface Topic {
  /** The whole page, by its frontmatter, its title, its first lines: 0–1. */
  readonly page: number
  /** For each line 1 where a heading above it says so ("FAQ"). */
  readonly parts: Uint8Array
}

/**
 * Looks for words such as "interview questions" in the frontmatter, the headings, and the first lines of a page.
 *
 * @param lines The lines of the page.
 */
export function topicOf(lines: readonly Line[]): Topic {
  let page = 0
  const title = lines.find((line) => line.kind === 'heading')
  for (const line of lines.slice(0, 400)) {
    if (line.kind === 'metadata' && says(line.text.slice(0, 2000))) page = 1
    else if (line.kind === 'heading' && (line.depth === 1 || line === title) && says(line.text.slice(0, 300))) page = 1
    else if (line.index < 12 && line.kind === 'text' && says(line.text.slice(0, 400))) page = Math.max(page, 0.7)
  }
  const parts = new Uint8Array(lines.length)
  let depth = 0
  for (const line of lines) {
    if (line.kind === 'heading' && (depth === 0 || line.depth <= depth))
      depth = line.depth > 1 && says(line.text.slice(0, 300)) ? line.depth : 0
    if (depth > 0) parts[line.index] = 1
  }
  return { page, parts }
}

function says(text: string): boolean {
  return topicWords.test(simplified(text)) && !offersHelp.test(text)
}
