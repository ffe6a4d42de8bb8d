import type { Code, Node, Parent, Root } from 'mdast'
import { keyLine } from '../keys/key-line.ts'
import { numberMarks } from '../marks/number-mark.ts'
import { optionMark } from '../marks/option-mark.ts'

/** Languages of fences that hold prose. */
const prose = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'markdown', 'md', 'none', 'nohighlight'])

/**
 * Returns the code blocks of a tree that hold questions or options rather than code, to be read line by line.
 *
 * @param tree The article.
 */
export function openFences(tree: Root): ReadonlySet<Node> {
  const withOptions: Code[] = []
  const numbered: Code[] = []
  const keys: Code[] = []
  const visit = (node: Node): void => {
    if (node.type === 'code') {
      const code = node as Code
      if (isLettered(code.value)) withOptions.push(code)
      else if (holdsKeys(code.value)) keys.push(code)
      else if (!prose.has(code.lang?.toLowerCase() ?? '')) return
      else if (holdsOptions(code.value) || holdsAnswers(code.value)) withOptions.push(code)
      else if (
        numberMarks(code.value.trimStart().slice(0, 80)).some((mark) => mark.style !== 'bare' && mark.style !== 'hash')
      )
        numbered.push(code)
    } else if ('children' in node) for (const child of (node as Parent).children) visit(child)
  }
  visit(tree)
  // A page that fences its questions fences those without options too.
  return new Set([...withOptions, ...keys, ...(withOptions.length >= 2 ? numbered : [])])
}

/** Every line begins with a letter and a gap, three at least: `A one`, `B two`, `C three`. */
function isLettered(value: string): boolean {
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  return (
    lines.length >= 3 &&
    lines.length <= 10 &&
    lines.every((line, index) => {
      const mark = optionMark(line.trimStart().slice(0, 24))
      return mark?.style === 'upper-bare' && mark.index === index
    })
  )
}

/** Every line is made of numbers and keys, three keys at least. */
function holdsKeys(value: string): boolean {
  if (value.length > 4000) return false
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  const found = lines.map((line) => keyLine(line)?.keys.length ?? 0)
  return found.every((count) => count > 0) && found.reduce((sum, count) => sum + count, 0) >= 3
}

/** Questions that say so, each with a marked answer. */
function holdsAnswers(value: string): boolean {
  const questions = value.match(/^\s{0,8}question\s?\p{Nd}{1,3}\b/gimu)?.length ?? 0
  return questions > 0 && (value.match(/^\s{0,8}answer\s?[:：]/gimu)?.length ?? 0) >= questions
}

/** Two lines at least begin with A, B … in the same manner. */
function holdsOptions(value: string): boolean {
  let expected = 0
  let style = ''
  for (const line of value.split('\n')) {
    const mark = optionMark(line.trimStart().slice(0, 24))
    if (!mark || mark.style.endsWith('bare') || mark.index !== expected || (expected > 0 && mark.style !== style))
      continue
    style = mark.style
    expected++
    if (expected === 2) return true
  }
  return false
}
