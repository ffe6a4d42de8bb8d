import { account, mapInline, readArticle, toText } from '@cardpress/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recogniseArticle } from '../../src/pipeline/recognise-article.ts'

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
/** As Aiken knows them: one right option, nothing behind it. */
const plainChoices = fc.array(
  choice.map((asked) => ({ ...asked, key: asked.key.slice(0, 1), lines: [] })),
  { minLength: 3, maxLength: 8 },
)
const choices = fc.array(choice, { minLength: 3, maxLength: 8 })
const mixed = fc.tuple(opens, choices).map(([a, b]) => [...a, ...b])

const letter = (index: number): string => String.fromCharCode(65 + index)
const lettersOf = ({ key }: Asked): string => key.map(letter).join('')
const each = (write: (asked: Asked, number: number) => string) => (all: readonly Asked[]) =>
  all.map((asked, index) => write(asked, index + 1)).join('\n')
const lettered = ({ options }: Asked, mark: (label: string) => string, end = '\n'): string =>
  options.map((option, index) => `${mark(letter(index))}${option}${end}`).join('')

const tableRow = ({ title: asked, lines }: Asked): string => `| ${asked} | ${lines.join(' ')} |`

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
  ['a table of questions', 'a.md', opens, (all) => `| Question | Answer |\n|---|---|\n${each(tableRow)(all)}\n`],
  [
    'a table of choice questions',
    'a.md',
    choices.map((all) => all.map((asked) => ({ ...asked, options: asked.options.slice(0, 3), key: [0] }))),
    (all) =>
      `| Question | A | B | C | Answer | Explanation |\n|---|---|---|---|---|---|\n${each(
        (q) => `| ${q.title} | ${q.options.join(' | ')} | ${lettersOf(q)} | ${q.lines.join(' ')} |`,
      )(all)}\n`,
  ],
  ['quotations as answers', 'a.md', opens, each((q, n) => `**${n}. ${q.title}**\n\n> ${q.lines.join('\n>\n> ')}\n`)],
  [
    'a web page',
    'a.html',
    mixed,
    (all) =>
      `<!doctype html><title>Questions</title><body>${each(
        (q, n) =>
          `<h2>${n}. ${q.title}</h2>${q.options.length > 0 ? `<ul>${lettered(q, (l) => `<li>${l}. `, '</li>')}</ul><p>Answer: ${lettersOf(q)}</p>` : ''}${q.lines.map((line) => `<p>${line}</p>`).join('')}`,
      )(all)}</body>`,
  ],
  ['Aiken', 'a.txt', plainChoices, each((q) => `${q.title}\n${lettered(q, (l) => `${l}. `)}ANSWER: ${lettersOf(q)}\n`)],
  [
    'GIFT',
    'a.gift',
    mixed,
    each((q) =>
      q.options.length === 0
        ? `${q.title} {####${q.lines.join('\\n')}}\n`
        : `${q.title} {\n${q.options.map((option, index) => `${q.key.includes(index) ? '=' : '~'}${option}\n`).join('')}${q.lines.map((line) => `####${line}`).join('')}}\n`,
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

/** Letters and punctuation, without what a quotation begins with in plain text. */
const plain = (text: string): string => text.replaceAll(/[\s>]+/g, '')

test.each(markups)('a bank written with %s is read back', (_name, path, bank, write) => {
  fc.assert(
    fc.property(bank, (all) => {
      const article = readArticle({ path, source: write(all) })
      const recognition = recogniseArticle({ path, source: article.source }).recognition
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

/** A statement, which of its words is hidden or whether it is true, and what explains it. */
const stated = fc.array(
  fc.record({
    words: fc.array(fc.constantFrom(...words), { minLength: 4, maxLength: 7 }),
    hidden: fc.nat(3),
    truth: fc.boolean(),
    why: sentence,
  }),
  { minLength: 3, maxLength: 8 },
)
type Stated = { words: string[]; hidden: number; truth: boolean; why: string }

test.each<[string, string, (one: Stated, number: number) => string]>([
  ['in brackets', 'a.txt', ({ words: all, truth }, n) => `${n}. The ${all.join(' ')} stays. (${truth ? '√' : '×'})`],
  [
    'behind a word',
    'a.md',
    ({ words: all, truth }, n) =>
      `### ${n}. True or false: the ${all.join(' ')} stays.\n\nAnswer: ${truth ? 'True' : 'False'}\n`,
  ],
  [
    'in Chinese',
    'a.txt',
    ({ words: all, truth, why }, n) =>
      `${n}、（判断题）${all.join('')}都在。\n答案：${truth ? '对' : '错'}\n解析：${why}`,
  ],
  [
    'in GIFT',
    'a.gift',
    ({ words: all, truth, why }) => `The ${all.join(' ')} stays. {${truth ? 'T' : 'F'}####${why}}\n`,
  ],
])('true and false %s are read back', (_name, path, write) => {
  fc.assert(
    fc.property(stated, (all) => {
      const source = all.map((one, index) => write(one, index + 1)).join('\n')
      const { recognition } = recogniseArticle({ path, source })
      expect(account(source, recognition).violations).toEqual([])
      expect(recognition.questions.map((question) => question.kind === 'true-false' && question.answer)).toEqual(
        all.map(({ truth }) => truth),
      )
    }),
    { numRuns: Number(process.env.CARDPRESS_RUNS ?? 15), seed: 3 },
  )
})

test.each<[string, string, (text: string) => string]>([
  ['as Anki writes them', 'a.txt', (text) => `{{c1::${text}}}`],
  ['by highlighting', 'a.md', (text) => `==${text}==`],
])('clozes %s are read back', (_name, path, hide) => {
  fc.assert(
    fc.property(stated, (all) => {
      const source = all
        .map(
          ({ words: text, hidden }, n) =>
            `${n + 1}. The ${text.map((word, at) => (at === hidden ? hide(word) : word)).join(' ')} stays.\n`,
        )
        .join('\n')
      const { recognition } = recogniseArticle({ path, source })
      expect(account(source, recognition).violations).toEqual([])
      const deletions = recognition.questions.map(({ kind, prompt }) => {
        const found: string[] = []
        mapInline(prompt, (node) => {
          if (node.type === 'cloze') found.push(toText(node.children))
          return node
        })
        return [kind, toText(prompt), found]
      })
      expect(deletions).toEqual(
        all.map(({ words: text, hidden }) => ['cloze', `The ${text.join(' ')} stays.`, [text[hidden]]]),
      )
    }),
    { numRuns: Number(process.env.CARDPRESS_RUNS ?? 15), seed: 3 },
  )
})
