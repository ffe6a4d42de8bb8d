import { type Block, type Inline, type Question, type QuestionBank, questionBankSchema } from '@cardpress/core'

/** A small bank with every kind of question and every kind of content. */
export function sampleBank(): QuestionBank {
  return questionBankSchema.parse({
    schemaVersion: '1.0',
    collection: 'sample-4mzq',
    deck: '示例',
    title: '示例: "A" & <B>',
    description: 'Every kind of question.',
    language: 'zh-Hans',
    tags: ['sample', '示例'],
    license: 'CC-BY-4.0',
    author: 'Ada',
    url: 'https://example.org/article',
    translationOf: { collection: 'other-9xyz', language: 'en' },
    source: { path: 'article.md', sha256: 'a'.repeat(64), encoding: 'utf-8', format: 'markdown' },
    reading: { confidence: 'sure', question: { style: 'numbered', example: '1.', count: 6 } },
    questions: [
      question('open-one', {
        kind: 'open',
        number: '1',
        prompt: [paragraph(text('What is '), { type: 'inlineMath', value: 'x^2 < y' }, text('?'))],
        answer: [
          paragraph({ type: 'strong', children: [text('a < b')] }, text(' & [sound:x]')),
          { type: 'image', url: 'assets/p 1.png', alt: '图' } as Inline,
        ].map((node) => (node.type === 'image' ? paragraph(node as Inline) : (node as Block))),
        hint: [paragraph(text('Think.'))],
        references: [paragraph({ type: 'link', url: 'https://example.org/', children: [text('more')] })],
        difficulty: 'hard',
        points: 2,
        section: ['Part 1', '基础'],
        tags: ['math'],
        flags: ['missing-figure'],
      }),
      question('open-two', { kind: 'open', prompt: [paragraph(text('Nothing?'))], answer: [], flags: ['no-answer'] }),
      question('single', {
        kind: 'single-choice',
        prompt: [paragraph(text('Which?'))],
        options: [
          { label: 'A', content: [paragraph(text('yes: {a} = b~c#d'))], feedback: [paragraph(text('Almost.'))] },
          { label: 'B', content: [{ type: 'code', lang: 'python', value: 'def f():\n\n  return {1: 2}' }] },
          { label: 'C', content: [paragraph(text('all of the above'))], pinned: true },
        ],
        answer: ['B'],
        explanation: [paragraph(text('Because '), { type: 'inlineMath', value: '\\frac{a}{b}' })],
        group: { id: 'group-1', stem: [paragraph(text('Look at this.'))] },
      }),
      question('multiple', {
        kind: 'multiple-choice',
        prompt: [paragraph(text('Which ones?'))],
        options: ['A', 'B', 'C', 'D'].map((label) => ({ label, content: [paragraph(text(`option ${label}`))] })),
        answer: ['A', 'D'],
      }),
      question('no-key', {
        kind: 'single-choice',
        prompt: [paragraph(text('Unknown?'))],
        options: ['A', 'B'].map((label) => ({ label, content: [paragraph(text(`option ${label}`))] })),
        answer: [],
        flags: ['no-key'],
      }),
      question('truth', {
        kind: 'true-false',
        prompt: [paragraph(text('1 = 1 // always'))],
        answer: true,
        explanation: [paragraph(text('Identity.'))],
      }),
      question('short', { kind: 'short-answer', prompt: [paragraph(text('Name it'))], accepted: ['ReLU', 'relu'] }),
      question('cloze', {
        kind: 'cloze',
        prompt: [
          paragraph(text('The '), { type: 'cloze', index: 1, hint: 'm…', children: [text('momentum')] }, text(' of '), {
            type: 'cloze',
            index: 2,
            children: [{ type: 'emphasis', children: [text('SGD')] }],
          }),
        ],
      }),
    ],
    retired: [{ id: 'gone', title: 'Was it?', since: 1_700_000_000 }],
    leftovers: [],
  })
}

/** A bank with `count` open questions. */
export function largeBank(count: number): QuestionBank {
  const questions = Array.from({ length: count }, (_, index) =>
    question(`q-${index}`, {
      kind: 'open',
      prompt: [paragraph(text(`问题 ${index} <&> `.repeat(10)))],
      answer: [paragraph(text(`回答 ${index} `.repeat(30)))],
    }),
  )
  return questionBankSchema.parse({ ...sampleBank(), questions })
}

export const text = (value: string): Inline => ({ type: 'text', value })
export const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })

/** A question; its place and time follow from its id. */
function question(id: string, fields: object): Question {
  const line = [...id].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0)
  return {
    id,
    title: `Title of ${id}`,
    section: [],
    tags: [],
    flags: [],
    confidence: 'sure',
    line,
    spans: [{ start: line * 10, end: line * 10 + 9 }],
    markers: [],
    contentHash: 'b'.repeat(64),
    modified: 1_767_225_600 + line,
    ...fields,
  } as unknown as Question
}
