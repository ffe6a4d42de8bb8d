import { expect, test } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../src/validate/read-yaml.ts'

const schema = z.strictObject({
  title: z.string().optional(),
  tags: z.array(z.string()).optional(),
  question: z.strictObject({ style: z.enum(['bold', 'number']) }).optional(),
})

/** Reads YAML as frontmatter that starts on the second line, and returns its messages as `line:column-column rule reason`. */
function mistakes(text: string): readonly string[] {
  const start = { line: 2, column: 1, offset: 4 }
  return readYaml({ text, path: 'a.md', start, what: 'frontmatter' }, schema).messages.map((message) => {
    if (message.place === undefined || !('end' in message.place)) throw new Error('a message has no place')
    const { start, end } = message.place
    return `${start.line}:${start.column}-${end.column} @${start.offset} ${message.ruleId} ${message.reason}`
  })
}

test('fields that are right are read', () => {
  expect(readYaml({ text: 'title: A\ntags: [b]\n', path: 'a.md', what: 'frontmatter' }, schema)).toEqual({
    value: { title: 'A', tags: ['b'] },
    messages: [],
  })
})

test('nothing, and only a comment, are no mistake', () => {
  for (const text of ['', '# only this\n'])
    expect(readYaml({ text, path: 'a.md', what: 'frontmatter' }, schema).value).toEqual({})
})

test('an unknown field is named at its place, with the field that was meant', () => {
  expect(mistakes('title: A\ntgas: [b]\n')).toEqual([
    '3:1-5 @13 unknown-field There is no field “tgas” in the frontmatter; did you mean “tags”?',
  ])
})

test('a field of another kind is told at its value', () => {
  expect(mistakes('title: A\ntags: b\n')).toEqual([
    '3:7-8 @19 wrong-field “tags” in the frontmatter: expected an array, found "b"',
  ])
  expect(mistakes('question:\n  style: boldd\n')).toEqual([
    '3:10-15 @23 wrong-field “question.style” in the frontmatter: expected "bold" or "number", found "boldd"',
  ])
  expect(mistakes('tags:\n  - a\n  - 5\n')[0]).toMatch(/^4:5-6 .*“tags\[1\]”.*expected a string, found 5$/)
})

test('wrong fields do not take the right ones with them', () => {
  expect(readYaml({ text: 'title: A\ntags: 3\nmore: 1\n', path: 'a.md', what: 'frontmatter' }, schema).value).toEqual({
    title: 'A',
  })
})

test.each([
  ['title: "A\n', /^\d+:\d+.* broken-yaml The frontmatter is not valid YAML: /],
  ['title: A: B\n', /^2:8-\d+ @11 broken-yaml /],
  ['a: [1\nb: 2\n', /broken-yaml/],
  ['title: A\ntitle: B\n', /^3:1-\d+ @13 broken-yaml .*unique/],
  ['just words\n', /wrong-field The frontmatter holds no fields/],
])('%j is told at its place', (text, message) => {
  expect(mistakes(text)[0]).toMatch(message)
})

test('YAML that grows without bound is refused, not expanded', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(',')}]`),
  ].join('\n')
  expect(mistakes(bomb)[0]).toMatch(/broken-yaml/)
})
