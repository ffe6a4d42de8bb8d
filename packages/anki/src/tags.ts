import type { Question, QuestionBank } from '@cardpress/core'
import { listKey } from './list-key.ts'

/**
 * Returns a function that gives the tags of a question's note, parted by spaces, sorted, each once: the article's and the
 * question's own; `section::…` with the headings above it; `kind::…`; `difficulty::…`; `flag::…` for each flag; and
 * `check` where the reading is not certain. `::` makes a tree in Anki's browser.
 */
export function noteTags(bank: QuestionBank): (question: Question) => string {
  // Most questions of a section have the same tags.
  const known = new Map<string, string>()
  return (question) => {
    const raw = rawTags(bank, question)
    const key = listKey(raw)
    let tags = known.get(key)
    if (tags === undefined) {
      tags = [...new Set(raw.map(cleanTag))]
        .filter((tag) => tag !== '')
        .sort(byCodeUnit)
        .join(' ')
      known.set(key, tags)
    }
    return tags
  }
}

function rawTags(bank: QuestionBank, question: Question): readonly string[] {
  return [
    ...bank.tags,
    ...question.tags,
    `kind::${question.kind}`,
    ...question.flags.map((flag) => `flag::${flag}`),
    ...(question.section.length === 0 ? [] : [['section', ...question.section.map(flatten)].join('::')]),
    ...(question.difficulty === undefined ? [] : [`difficulty::${question.difficulty}`]),
    ...(question.confidence === 'sure' ? [] : ['check']),
  ]
}

/** Two colons inside a heading must not open a level of their own. */
function flatten(name: string): string {
  return name.replaceAll('::', ':')
}

/** Anki splits tags at spaces, U+3000 included; quotes and commas confuse its search. Empty levels are dropped. */
function cleanTag(tag: string): string {
  return (
    tag
      .toWellFormed()
      .normalize('NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed.
      .replaceAll(/[\u0000-\u001f\u007f"“”,，]+/g, ' ')
      .trim()
      .replaceAll(/\s+/gu, '_')
      .split('::')
      .filter((level) => level !== '' && level !== '_')
      .join('::')
      .slice(0, 200)
      .toWellFormed()
  )
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
