import { createHash } from 'node:crypto'
import { type Block, type Question, type QuestionBank, questionBankSchema } from '@cardpress/core'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

interface Node {
  readonly type: string
  readonly children?: readonly Node[]
  readonly [field: string]: unknown
}

/** Returns Markdown as the blocks of a bank. */
export function blocksOf(markdown: string): Block[] {
  const tree = unified().use(remarkParse).use(remarkGfm).use(remarkMath).parse(markdown) as unknown as Node
  return (tree.children ?? []).map(clean) as unknown as Block[]
}

/** Drops positions, data and nulls. */
function clean(node: Node): Node {
  const kept = Object.entries(node).filter(
    ([name, value]) =>
      name !== 'position' && name !== 'data' && (value !== null || name === 'align') && value !== undefined,
  )
  const fields = Object.fromEntries(kept.filter(([name]) => name !== 'children'))
  return { ...fields, type: node.type, ...(node.children ? { children: node.children.map(clean) } : {}) }
}

/**
 * Returns a bank of a test article: `# title`, `## section`, `### 1. question` with an answer below; a task list is
 * options (ticked = right), a block quote behind it the explanation; `真`, `假`, `true`, `false` alone is a truth value.
 */
export function bankOf(markdown: string, overrides: Partial<QuestionBank> = {}): QuestionBank {
  const title = markdown.match(/^# (.+)$/m)?.[1] ?? 'Test'
  const section: string[] = []
  const questions: Question[] = []
  const parts = markdown.split(/^(?=#{2,4} )/m).slice(1)
  for (const part of parts) {
    const [, marks = '', name = '', body = ''] = part.match(/^(#+) (.*)\n?([\s\S]*)$/) ?? []
    const asked = marks.length >= 3 ? name.match(/^(\d+)\. ([\s\S]*)/) : null
    if (!asked) {
      section.length = Math.min(section.length, marks.length - 2)
      section.push(name)
      continue
    }
    questions.push(questionOf(asked[1] ?? '', asked[2] ?? '', body, [...section], questions.length))
  }
  const bank: QuestionBank = {
    schemaVersion: '1.0',
    collection: 'test',
    deck: title,
    title,
    language: 'zh-CN',
    tags: [],
    source: { path: 'article.md', sha256: hash(markdown), encoding: 'utf-8', format: 'markdown' },
    reading: { confidence: 'sure' },
    questions,
    retired: [],
    leftovers: [],
    ...overrides,
  }
  return questionBankSchema.parse(bank)
}

function questionOf(number: string, prompt: string, body: string, section: string[], index: number): Question {
  const [head, rest = body] = body.includes('\n---\n')
    ? [body.split('\n---\n')[0] ?? '', body.split('\n---\n')[1]]
    : ['', body]
  const base = {
    id: `q${index + 1}`,
    number,
    title: prompt.replace(/[`$*]/g, ''),
    prompt: blocksOf(`${prompt}\n\n${head}`),
    section,
    tags: [],
    flags: [],
    confidence: 'sure' as const,
    line: index * 5 + 1,
    spans: [{ start: index * 10, end: index * 10 + 9 }],
    markers: [],
    contentHash: hash(prompt + body),
    modified: 1_700_000_000,
  }
  const blocks = blocksOf(rest)
  const list = blocks.find(
    (block) => block.type === 'list' && block.children.some((item) => item.checked !== undefined),
  )
  const explanation = blocks
    .filter((block) => block.type === 'blockquote')
    .flatMap((quote) => (quote as { children: Block[] }).children)
  if (list?.type === 'list') {
    const options = list.children.map((item, at) => ({ label: String.fromCharCode(65 + at), content: item.children }))
    const answer = options.filter((_, at) => list.children[at]?.checked === true).map((option) => option.label)
    const more = explanation.length > 0 ? { explanation } : {}
    return answer.length > 1
      ? { ...base, kind: 'multiple-choice', options, answer, ...more }
      : { ...base, kind: 'single-choice', options, answer, ...more }
  }
  if (/^\s*(?:真|假|true|false)\s*$/.test(rest)) return { ...base, kind: 'true-false', answer: /真|true/.test(rest) }
  return { ...base, kind: 'open', answer: blocks }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
