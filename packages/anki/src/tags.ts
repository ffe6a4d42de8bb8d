import type { Question, QuestionBank } from '@cardpress/core'

/**
 * Returns a function that gives the tags of a question's note, sorted, each once: the article's and the question's own; `section::…` with the
 * headings above it; `kind::…`; `difficulty::…`; `flag::…` for each flag; and `check` where the reading is not certain.
 * `::` makes a tree in Anki's browser.
 */
export function noteTags(bank: QuestionBank): (question: Question) => readonly string[] {
  const known = new Map<string, string>()
  const clean = (tag: string): string => {
    let cleaned = known.get(tag)
    if (cleaned === undefined) {
      cleaned = cleanTag(tag)
      known.set(tag, cleaned)
    }
    return cleaned
  }
  return (question) => {
    const tags = rawTags(bank, question).map(clean)
    return [...new Set(tags)].filter((tag) => tag !== '').sort(byCodeUnit)
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
