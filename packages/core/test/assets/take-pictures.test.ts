import { createHash } from 'node:crypto'
import { type Block, PictureError, type QuestionDraft } from '@cardpress/core'
import { expect, test } from 'vitest'
import { takePictures } from '../../src/assets/take-pictures.ts'
import { open } from '../lock/drafts.ts'
import { hugePng, png, svg } from './pictures.ts'

const picture = (url: string, alt = ''): Block => ({ type: 'paragraph', children: [{ type: 'image', url, alt }] })
const asking = (...blocks: Block[]): QuestionDraft => ({ ...open('What is this?'), answer: blocks }) as QuestionDraft
const answerOf = (question: QuestionDraft | undefined) => (question?.kind === 'open' ? question.answer : [])
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

const files: Readonly<Record<string, Uint8Array>> = {
  'a.png': png(),
  'copy.png': png(),
  'named-wrongly.jpg': png(3, 3),
  'b.svg': svg,
  'notes.png': Buffer.from('no picture at all'),
  'empty.png': new Uint8Array(),
  'huge.png': hugePng(),
}

const read = async (url: string): Promise<Uint8Array> => {
  const bytes = files[url]
  if (/^(?:https?:)?\/\//.test(url)) throw new PictureError('remote-image', 'is elsewhere')
  if (bytes === undefined) throw new PictureError('missing-image', 'is not there')
  return bytes
}

test('a picture is named by its content and its true type, and one picture is one file', async () => {
  const {
    questions,
    files: taken,
    lost,
  } = await takePictures(
    [asking(picture('a.png', 'x'), picture('copy.png')), asking(picture('named-wrongly.jpg'), picture('b.svg'))],
    read,
  )
  expect(lost).toEqual([])
  expect(new Set(taken.map(({ path }) => path))).toEqual(
    new Set([`assets/${hashOf(png())}.png`, `assets/${hashOf(png(3, 3))}.png`, `assets/${hashOf(svg)}.svg`]),
  )
  expect(answerOf(questions[0])[0]).toEqual(picture(`assets/${hashOf(png())}.png`, 'x'))
  expect(questions[0]?.flags).toEqual([])
})

test('a remote picture becomes a link with its alternative text, and the question is flagged', async () => {
  const { questions, lost } = await takePictures(
    [asking(picture('https://a.example/p/net.png', 'a net'), picture('//b.example/x.gif'))],
    read,
  )
  expect(answerOf(questions[0])).toEqual([
    {
      type: 'paragraph',
      children: [{ type: 'link', url: 'https://a.example/p/net.png', children: [{ type: 'text', value: 'a net' }] }],
    },
    {
      type: 'paragraph',
      children: [{ type: 'link', url: 'https://b.example/x.gif', children: [{ type: 'text', value: 'x.gif' }] }],
    },
  ])
  expect(questions[0]?.flags).toEqual(['missing-figure'])
  expect(lost.map(({ ruleId }) => ruleId)).toEqual(['remote-image', 'remote-image'])
})

test('within a link a remote picture leaves its words only', async () => {
  const link: Block = {
    type: 'paragraph',
    children: [
      {
        type: 'link',
        url: 'https://a.example/',
        children: [{ type: 'image', url: 'https://a.example/b.png', alt: 'badge' }],
      },
    ],
  }
  const { questions } = await takePictures([asking(link)], read)
  expect(answerOf(questions[0])).toEqual([
    {
      type: 'paragraph',
      children: [{ type: 'link', url: 'https://a.example/', children: [{ type: 'text', value: 'badge' }] }],
    },
  ])
})

test.each([
  ['gone.png', 'missing-image', /is not there/],
  ['notes.png', 'bad-image', /is not a PNG, JPEG, GIF, WebP or SVG picture/],
  ['empty.png', 'bad-image', /is empty/],
  ['huge.png', 'bad-image', /has 20000 × 20000 pixels/],
  ['data:image/png;base64,AAAA', 'bad-image', /is not a PNG/],
])('%s is lost (%s), its words stay in brackets and the question is flagged', async (url, ruleId, reason) => {
  const { questions, files: taken, lost } = await takePictures([asking(picture(url, 'the words'))], read)
  expect(lost).toMatchObject([{ question: 0, url, ruleId }])
  expect(lost[0]?.reason.en).toMatch(reason)
  expect(taken).toEqual([])
  expect(answerOf(questions[0])).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: '[the words]' }] }])
  expect(questions[0]?.flags).toEqual(['missing-figure'])
})

test('a picture within a data: address is taken in', async () => {
  const { files: taken } = await takePictures(
    [asking(picture(`data:image/png;base64,${Buffer.from(png()).toString('base64')}`))],
    read,
  )
  expect(taken.map(({ path }) => path)).toEqual([`assets/${hashOf(png())}.png`])
})

test('a question without pictures is left as it is', async () => {
  const question = open('Why?', 'So.')
  expect((await takePictures([question], read)).questions[0]).toBe(question)
})
