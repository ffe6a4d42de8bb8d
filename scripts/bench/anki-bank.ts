import type { Block, Question, QuestionBank } from '@cardpress/core'

/**
 * Returns a bank of open questions of ordinary size: a question with a word of code, an answer of a paragraph with a
 * formula and a list, about 1 kB of HTML each.
 */
export function benchBank(count: number): QuestionBank {
  return {
    schemaVersion: '1.0',
    collection: 'bench',
    deck: 'Bench',
    title: 'Bench',
    language: 'en',
    tags: ['bench'],
    source: { path: 'bench.md', sha256: '0'.repeat(64), encoding: 'utf-8', format: 'markdown' },
    reading: { confidence: 'sure' },
    // As read from a file: texts put together by code keep their parts in memory.
    questions: Array.from({ length: count }, (_, index): Question => JSON.parse(JSON.stringify(question(index)))),
    retired: [],
    leftovers: [],
  }
}

function question(index: number): Question {
  const chapter = index % 97
  return {
    kind: 'open',
    id: `q-${index}`,
    number: String(index + 1),
    title: `What is item ${index}?`,
    prompt: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: `What is item ${index} of chapter ${chapter}, and when would you use it instead of ` },
          { type: 'inlineCode', value: `item_${index + 1}` },
          { type: 'text', value: '?' },
        ],
      },
    ],
    section: [`Chapter ${chapter}`],
    tags: [],
    flags: [],
    confidence: 'sure',
    line: index + 1,
    spans: [{ start: index, end: index + 1 }],
    markers: [],
    contentHash: '0'.repeat(64),
    modified: 1_700_000_000,
    answer: answer(index),
  }
}

function answer(index: number): Block[] {
  const words = (seed: number) => `It is number ${seed} of its kind, and ${(seed * 7919) % 9973} others depend on it. `
  return [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: `${words(index)}It keeps ` },
        { type: 'inlineMath', value: `x_{${index}}^2 + y` },
        { type: 'text', value: ` within bounds. ${words(index + 1)}${words(index + 2)}` },
      ],
    },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: [3, 4, 5].map((more) => ({
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: [{ type: 'text', value: words(index + more) }] }],
      })),
    },
  ]
}
