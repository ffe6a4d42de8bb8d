import type { Block, QuestionDraft } from '@cardpress/core'

const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] })

const base = {
  section: [],
  tags: [],
  flags: [],
  confidence: 'sure' as const,
  line: 1,
  spans: [{ start: 0, end: 1 }],
  markers: [],
}

/** Returns an open question for a test; `more` replaces single fields. */
export function open(prompt: string, answer = '', more: Partial<QuestionDraft> = {}): QuestionDraft {
  return {
    ...base,
    kind: 'open',
    title: prompt,
    prompt: [paragraph(prompt)],
    answer: answer === '' ? [] : [paragraph(answer)],
    ...more,
  } as QuestionDraft
}

/** Returns a single-choice question for a test. */
export function choice(
  prompt: string,
  options: readonly string[],
  key: string,
  more: Partial<QuestionDraft> = {},
): QuestionDraft {
  return {
    ...base,
    kind: 'single-choice',
    title: prompt,
    prompt: [paragraph(prompt)],
    options: options.map((option, index) => ({ label: String.fromCharCode(65 + index), content: [paragraph(option)] })),
    answer: [key],
    ...more,
  } as QuestionDraft
}
