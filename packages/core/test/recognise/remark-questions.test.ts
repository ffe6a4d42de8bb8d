import { remarkQuestions } from '@cardpress/core'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'

const page = `## 1. What is a pulley?

A wheel with a rope.

## 2. Which of these is a lever?

- [ ] Rope
- [x] Crowbar
`

const run = async (source: string) => {
  const pipeline = unified().use(remarkParse).use(remarkGfm).use(remarkQuestions)
  const file = new VFile(source)
  const tree = pipeline.parse(file)
  const before = structuredClone(tree)
  const after = await pipeline.run(tree, file)
  return { file, before, after }
}

test("the plugin works in anyone's pipeline and leaves the tree alone", async () => {
  const { file, before, after } = await run(page)
  expect(file.data.questions?.map(({ kind, title }) => [kind, title])).toEqual([
    ['open', 'What is a pulley?'],
    ['single-choice', 'Which of these is a lever?'],
  ])
  expect(file.data.recognition?.reading.question).toMatchObject({ style: 'numbered-heading', count: 2 })
  expect(after).toEqual(before)
})

test('what the author should know are messages of the file', async () => {
  const { file } = await run('# Only a title\n\nAnd a line.\n')
  expect(file.messages.map(({ source, ruleId }) => `${source}:${ruleId}`)).toEqual(['cardpress:no-questions'])
})

test('raw HTML of a plain remark tree is stepped over', async () => {
  const { file } = await run(
    '### 1. Why?\n\n<details><summary>Answer</summary>\n\nBecause.\n\n</details>\n\n### 2. How?\n\nSo.\n',
  )
  expect(file.data.questions?.map(({ title }) => title)).toEqual(['Why?', 'How?'])
})
