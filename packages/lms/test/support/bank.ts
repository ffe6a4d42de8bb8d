import { type Block, type Inline, type Question, type QuestionBank, questionBankSchema } from '@cardpress/core'

/** A bank with every kind of question, and what learning platforms find hard. */
export function sampleBank(): QuestionBank {
  return bankOf([
    {
      id: 'open-one',
      kind: 'open',
      prompt: [paragraph(text('What is '), { type: 'inlineMath', value: 'x^{2} < y' }, text('?'))],
      answer: [paragraph(text('a'), { type: 'image', url: 'assets/p 1.png', alt: '图' })],
      hint: [paragraph(text('Think.'))],
      section: ['Part 1/2', '基础'],
      tags: ['math', 'two words'],
    },
    {
      id: 'single',
      kind: 'single-choice',
      prompt: [paragraph(text('Which?'))],
      options: [
        { label: 'A', content: [paragraph(text('yes: {a} = b~c#d'))], feedback: [paragraph(text('Almost.'))] },
        { label: 'B', content: [{ type: 'code', lang: 'python', value: 'def f():\n\n  return {1: 2}' }] },
        { label: 'C', content: [paragraph(text('all of the above'))], pinned: true },
      ],
      answer: ['B'],
      explanation: [paragraph(text('Because '), { type: 'inlineMath', value: '\\frac{a}{b}' })],
    },
    {
      id: 'multiple',
      kind: 'multiple-choice',
      prompt: [paragraph(text('Which ones?'))],
      options: options('A', 'B', 'C', 'D'),
      answer: ['A', 'D'],
      explanation: [paragraph(text('They are the outer ones.'))],
    },
    {
      id: 'named',
      kind: 'single-choice',
      prompt: [paragraph(text('Which one?'))],
      options: options('A', 'B').map((option) => ({
        ...option,
        content: [paragraph(text(option.label === 'A' ? 'yes' : 'no'))],
      })),
      answer: ['B'],
      explanation: [paragraph(text('B，因为 BN 与 A 不同。'))],
    },
    {
      id: 'no-key',
      kind: 'single-choice',
      prompt: [paragraph(text('Unknown?'))],
      options: [
        { label: 'A', content: [paragraph(text('option-a'))], feedback: [paragraph(text('Some say so.'))] },
        ...options('B'),
      ],
      answer: [],
      explanation: [paragraph(text('Nobody knows.'))],
    },
    {
      id: 'truth',
      kind: 'true-false',
      prompt: [paragraph(text('1 = 1'))],
      answer: true,
      explanation: [paragraph(text('Identity.'))],
    },
    {
      id: 'short',
      kind: 'short-answer',
      prompt: [paragraph(text('Name it'))],
      accepted: ['=1+1', 'relu = max(0; x) -> y', 'a*b'],
      explanation: [paragraph(text('Any of them.'))],
    },
    { id: 'cloze', kind: 'cloze', prompt: [paragraph(text('The '), cloze(1, 'momentum'), text(' of SGD'))] },
    {
      id: 'clozes',
      kind: 'cloze',
      prompt: [paragraph(cloze(1, 'one'), text(' and '), cloze(2, 'two * {2~#}"'), text(' of {1:SA:=x}'))],
      explanation: [paragraph(text('Both count.'))],
    },
    {
      id: 'stem',
      kind: 'cloze',
      group: { id: 'table-2', stem: [paragraph(text('Look at the table.'))] },
      prompt: [paragraph(text('It is '), cloze(1, 'red'), text('.'))],
      explanation: [paragraph(text('Row 2.'))],
      references: [paragraph(text('Chapter 3'))],
    },
  ])
}

/** Questions whose text is made of the marks of the formats. */
export function awkwardBank(): QuestionBank {
  const strings = [
    '::title:: {=a ~b} # comment',
    '// no comment',
    '\\frac{a}{b} \\= \\~ \\: \\n \\\\',
    '$CATEGORY: x',
    '=1+1',
    '-cmd|calc',
    '@SUM(A1)',
    '+1 "quoted", comma;\nline',
    '####feedback',
    '~%50%x',
    '[html]<b>&amp;</b> ]]> <!--',
    '->',
    '{T}',
  ]
  return bankOf(
    strings.map((string, index) => ({
      id: `awkward-${index}`,
      kind: 'single-choice',
      title: string.replace(/\s+/g, ' '),
      prompt: [paragraph(text(string)), { type: 'code', value: `a\n\n\n${string}` }],
      options: [
        { label: 'A', content: [paragraph(text(string))] },
        { label: 'B', content: [paragraph(text('other'))] },
      ],
      answer: ['A'],
    })),
  )
}

const text = (value: string): Inline => ({ type: 'text', value })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const cloze = (index: number, value: string): Inline => ({ type: 'cloze', index, children: [text(value)] })
const options = (...labels: string[]) =>
  labels.map((label) => ({ label, content: [paragraph(text(`option-${label.toLowerCase()}`))] }))

function bankOf(questions: readonly object[]): QuestionBank {
  return questionBankSchema.parse({
    schemaVersion: '1.0',
    collection: 'sample-4mzq',
    deck: '示例',
    title: '示例: A & <B>',
    language: 'zh-Hans',
    tags: [],
    source: { path: 'article.md', sha256: 'a'.repeat(64), encoding: 'utf-8', format: 'markdown' },
    reading: { confidence: 'sure' },
    questions: questions.map((question, index) => ({
      title: `Title ${index}`,
      section: [],
      tags: [],
      flags: [],
      confidence: 'sure',
      line: 2 * index + 2,
      spans: [{ start: index * 10, end: index * 10 + 9 }],
      markers: [],
      contentHash: 'b'.repeat(64),
      modified: 1_767_225_600,
      ...question,
    })) as unknown as Question[],
    retired: [],
    leftovers: [],
  })
}
