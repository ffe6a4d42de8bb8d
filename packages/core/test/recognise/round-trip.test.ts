import { account, readArticle, recognise, toText } from '@cardpress/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

interface Asked {
  readonly title: string
  readonly options: readonly string[]
  /** Indices of the right options. */
  readonly key: readonly number[]
  /** The answer of an open question, the explanation of a choice. */
  readonly lines: readonly string[]
}

const words = [
  'river',
  'stone',
  'copper',
  'lantern',
  'meadow',
  'harbour',
  'needle',
  'velvet',
  'thunder',
  'saddle',
  'orchard',
  'pebble',
]
const zh = ['河流', '石头', '灯笼', '草地', '港口', '针线', '雷声', '果园', '铜器', '马鞍', '丝绒', '卵石']
const phrase = (from: readonly string[], glue: string) =>
  fc.array(fc.constantFrom(...from), { minLength: 2, maxLength: 5 }).map((parts) => parts.join(glue))
const sentence = fc.oneof(
  phrase(words, ' ').map((text) => `The ${text} stays.`),
  phrase(zh, '与').map((text) => `${text}都在。`),
)
const title = fc.oneof(
  phrase(words, ' ').map((text) => `What does the ${text} do?`),
  phrase(zh, '和').map((text) => `${text}有什么不同？`),
)
const open: fc.Arbitrary<Asked> = fc.record({
  title,
  options: fc.constant([]),
  key: fc.constant([]),
  lines: fc.array(sentence, { minLength: 1, maxLength: 3 }),
})
const choice: fc.Arbitrary<Asked> = fc
  .tuple(
    title,
    fc.uniqueArray(fc.oneof(phrase(words, ' '), phrase(zh, '和')), { minLength: 3, maxLength: 5 }),
    fc.array(sentence, { maxLength: 1 }),
  )
  .chain(([text, options, lines]) =>
    fc
      .subarray(
        options.map((_, index) => index),
        { minLength: 1, maxLength: 2 },
      )
      .map((key) => ({ title: text, options, key, lines })),
  )
const opens = fc.array(open, { minLength: 3, maxLength: 8 })
const choices = fc.array(choice, { minLength: 3, maxLength: 8 })
const mixed = fc.tuple(opens, choices).map(([a, b]) => [...a, ...b])

const letter = (index: number): string => String.fromCharCode(65 + index)
const lettersOf = ({ key }: Asked): string => key.map(letter).join('')
const each = (write: (asked: Asked, number: number) => string) => (all: readonly Asked[]) =>
  all.map((asked, index) => write(asked, index + 1)).join('\n')
const lettered = ({ options }: Asked, mark: (label: string) => string, end = '\n'): string =>
  options.map((option, index) => `${mark(letter(index))}${option}${end}`).join('')

/** The markups that articles use, each as a writer of a bank. */
const markups: ReadonlyArray<
  readonly [name: string, path: string, bank: fc.Arbitrary<readonly Asked[]>, write: (all: readonly Asked[]) => string]
> = [
  [
    'raw numbers',
    'a.txt',
    mixed,
    each(
      (q, n) =>
        `${n}.${q.title}\n${lettered(q, (l) => `${l}.`)}${q.options.length > 0 ? `S: ${lettersOf(q)}\n` : ''}${q.lines.join('\n')}`,
    ),
  ],
  [
    'ideographic commas',
    'a.txt',
    mixed,
    each(
      (q, n) =>
        `${n}、${q.title}\n${lettered(q, (l) => `${l}、`)}${q.options.length > 0 ? `答案：${lettersOf(q)}\n` : ''}${q.lines.join('\n')}`,
    ),
  ],
  [
    'raw numbers, read as Markdown',
    'a.md',
    mixed,
    each(
      (q, n) =>
        `${n}.${q.title}\n${lettered(q, (l) => `${l}.`)}${q.options.length > 0 ? `S: ${lettersOf(q)}\n` : ''}${q.lines.join('\n')}`,
    ),
  ],
  [
    'options on one line',
    'a.txt',
    choices,
    each(
      (q, n) =>
        `${n}. ${q.title}\n${lettered(q, (l) => `${l}. `, '  ')}\nAnswer: ${lettersOf(q)}\n${q.lines.join('\n')}`,
    ),
  ],
  [
    'numbered headings',
    'a.md',
    mixed,
    each(
      (q, n) =>
        `## ${n}. ${q.title}\n\n${lettered(q, (l) => `- ${l}: `)}\n${q.options.length > 0 ? `**Answer: ${lettersOf(q)}**\n\n` : ''}${q.lines.join('\n\n')}\n`,
    ),
  ],
  ['headings', 'a.md', opens, each((q) => `### ${q.title}\n\n${q.lines.join('\n\n')}\n`)],
  ['bold lines', 'a.md', opens, each((q) => `**${q.title}**\n\n${q.lines.join('\n\n')}\n`)],
  [
    'details as questions',
    'a.md',
    opens,
    each((q) => `<details>\n<summary>${q.title}</summary>\n\n${q.lines.join('\n\n')}\n\n</details>\n`),
  ],
  [
    'details as answers',
    'a.md',
    mixed,
    each(
      (q, n) =>
        `### ${n}. ${q.title}\n\n${lettered(q, (l) => `- ${l}. `)}\n<details><summary>Answer</summary>\n\n${q.options.length > 0 ? `Correct answer: ${lettersOf(q)}\n\n` : ''}${q.lines.join('\n\n')}\n\n</details>\n`,
    ),
  ],
  ['question and answer words', 'a.txt', opens, each((q) => `问：${q.title}\n答：${q.lines.join('\n')}`)],
  [
    'boxes',
    'a.md',
    choices,
    each(
      (q) =>
        `#### ${q.title}\n\n${q.options.map((option, index) => `- [${q.key.includes(index) ? 'x' : ' '}] ${option}\n`).join('')}\n${q.lines.map((line) => `**Explanation:** ${line}\n`).join('')}`,
    ),
  ],
  [
    'an ordered list',
    'a.md',
    mixed,
    each(
      (q, n) =>
        `${n}. ${q.title}\n\n${lettered(q, (l) => `    - ${l}. `)}\n${q.options.length > 0 ? `    Answer: ${lettersOf(q)}\n\n` : ''}${q.lines.map((line) => `    ${line}\n\n`).join('')}`,
    ),
  ],
  [
    'a key at the end',
    'a.md',
    choices,
    (all) =>
      `${each((q, n) => `${n}. ${q.title}\n\n${lettered(q, (l) => `   ${l}. `, '\n\n')}`)(all)}\n## Answers\n\n${each((q, n) => `${n}. ${lettersOf(q)}\n\n${q.lines.map((line) => `   ${line}\n`).join('')}`)(all)}`,
  ],
]

const plain = (text: string): string => text.replaceAll(/\s+/g, '')

test.each(markups)('a bank written with %s is read back', (_name, path, bank, write) => {
  fc.assert(
    fc.property(bank, (all) => {
      const article = readArticle({ path, source: write(all) })
      const recognition = recognise(article)
      expect(account(article.source, recognition).violations).toEqual([])
      expect(
        recognition.questions.map((question) => ({
          title: question.title,
          options: 'options' in question ? question.options.map((option) => toText(option.content)) : [],
          key: 'options' in question ? question.answer.join('') : '',
          rest: plain(
            toText(
              question.kind === 'open'
                ? question.answer
                : 'explanation' in question
                  ? (question.explanation ?? [])
                  : [],
            ),
          ),
        })),
      ).toEqual(
        all.map((asked) => ({
          title: asked.title,
          options: asked.options,
          key: lettersOf(asked),
          rest: plain(asked.lines.join('')),
        })),
      )
    }),
    { numRuns: Number(process.env.CARDPRESS_RUNS ?? 15), seed: 3 },
  )
})
