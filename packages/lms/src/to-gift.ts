import type { Block, Question, QuestionBank } from '@cardpress/core'
import { clozesOf, toLine } from '@cardpress/core'
import { type ClozeMode, toHtml } from '@cardpress/html'
import { cellText } from './cell-text.ts'
import { fractions } from './fractions.ts'
import { literally } from './literally.ts'
import { isKeyed, solutionOf, stemOf } from './question-parts.ts'

/**
 * Returns a bank in GIFT, Moodle's plain-text format: one paragraph per question, its text in HTML with formulas between
 * `\(…\)`. The question's id and tags stand in a comment, where Moodle looks for them. Pictures cannot be carried: their
 * alternative text stands in their place.
 *
 * @see https://docs.moodle.org/en/GIFT_format
 */
export function toGift(bank: QuestionBank): string {
  const paragraphs = [`// ${oneLine(bank.title)}`]
  let category: string | undefined
  for (const question of bank.questions) {
    const path = [bank.title, ...question.section].map((name) => oneLine(name).replaceAll('/', '//')).join('/')
    if (path !== category) paragraphs.push(`$CATEGORY: ${path}`)
    category = path
    paragraphs.push(paragraphOf(question))
  }
  return `${paragraphs.join('\n\n')}\n`
}

function paragraphOf(question: Question): string {
  const marks = [`[id:${question.id}]`, ...question.tags.map((tag) => `[tag:${oneLine(tag).replace(/[\]\\]/g, ' ')}]`)]
  return `// ${marks.join(' ')}\n::${mask(oneLine(question.title), '->')}::[html]${bodyOf(question)}`
}

function bodyOf(question: Question): string {
  const stem = rich(stemOf(question), 'hidden')
  const solution = solutionOf(question)
  const general = solution.length === 0 ? '' : `####${rich(solution)}`
  if (!isKeyed(question)) return `${stem}{${general}}`
  switch (question.kind) {
    case 'open':
      return `${stem}{${general}}`
    case 'single-choice':
    case 'multiple-choice': {
      const single = question.answer.length === 1 && question.kind === 'single-choice'
      const { right, wrong } = fractions(question.answer.length, question.options.length - question.answer.length)
      const lines = question.options.map((option) => {
        const isRight = question.answer.includes(option.label)
        const sign = single ? (isRight ? '=' : '~') : `~%${isRight ? right : wrong}%`
        return `${sign}${rich(option.content)}${option.feedback === undefined ? '' : `#${rich(option.feedback)}`}`
      })
      return `${stem}{\n${[...lines, general].filter(Boolean).join('\n')}\n}`
    }
    case 'true-false':
      return `${stem}{${question.answer ? 'TRUE' : 'FALSE'}${general}}`
    case 'short-answer':
      return `${stem}{${question.accepted.map((text) => `=${accepted(text)}`).join(' ')}${general}}`
    case 'cloze': {
      const [gap, ...others] = clozesOf(question.prompt)
      if (gap !== undefined && others.length === 0) return `${stem}{=${accepted(toLine(gap.children))}${general}}`
      // A question of this format has one place for answers: the text with its gaps filled is the feedback of an essay.
      return `${stem}{####${rich([...question.prompt, ...solution])}}`
    }
  }
}

function rich(blocks: readonly Block[], cloze: ClozeMode = 'shown'): string {
  return mask(toHtml(blocks, { cloze, image: () => undefined }))
}

/**
 * The characters that GIFT reads as marks, escaped; a line feed as `\n`, so that no blank line ends the question. `->`, the
 * mark of matching questions, has no escape: in HTML it is a character reference, in plain text a space parts it.
 */
function mask(text: string, arrow = '-&gt;'): string {
  return text
    .replace(/[\\~=#{}:]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')
    .replaceAll('->', arrow)
}

/** An answer that is typed. */
function accepted(text: string): string {
  return mask(literally(oneLine(text)), '- >')
}

function oneLine(text: string): string {
  return cellText(text).replace(/\s+/g, ' ').trim()
}
