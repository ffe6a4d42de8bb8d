import { DeckError, readDeck } from '@cardpress/anki'
import { noteFamily, noteGuid, toLine } from '@cardpress/core'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { memoryAssets } from './support/bank.ts'
import { press } from './support/press.ts'
import { chinese, english, picture } from './support/showcase.ts'

describe('readDeck', () => {
  it('tells of every note which question it was, with its text', async () => {
    const { files } = await press([{ bank: chinese, assets: memoryAssets({ 'assets/curve.svg': picture }) }])
    const { notes, deck } = await readDeck(files.get('deck.apkg') ?? Buffer.of())
    expect(deck).toBe('深度学习面试')
    expect(
      notes.map(({ guid, kind, collection, id, contentHash, modified }) => [
        guid,
        kind,
        collection,
        id,
        contentHash,
        modified,
      ]),
    ).toEqual(
      chinese.questions.map((question) => [
        noteGuid('showcase-zh', question.id, noteFamily(question)),
        question.kind,
        'showcase-zh',
        question.id,
        question.contentHash,
        question.modified,
      ]),
    )
    for (const [index, { prompt }] of notes.entries()) {
      const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')
      expect(letters(prompt)).toBe(letters(toLine(chinese.questions[index]?.prompt ?? [])))
    }
    expect(notes.find(({ id }) => id === 'regularise')?.body).toBe(
      '使用 Dropout\n增加训练轮数直到训练误差为零\n数据增强\n权重衰减（L2 正则）',
    )
  })

  it('finds the deck’s own name under another', async () => {
    const { files } = await press([{ bank: english, assets: memoryAssets() }], { deck: 'Work::Interview' })
    expect((await readDeck(files.get('deck.apkg') ?? Buffer.of())).deck).toBe('Work::Interview::Programming interview')
  })

  it.each([
    ['no zip file', new TextEncoder().encode('not a deck')],
    ['a zip file of something else', zipSync({ 'a.txt': Uint8Array.of(1) })],
    [
      'a collection that is no database',
      zipSync({ 'collection.anki2': new TextEncoder().encode('nonsense'.repeat(100)) }),
    ],
    ['a deck for new Anki only', zipSync({ 'collection.anki21b': Uint8Array.of(1) })],
  ])('says what is wrong with %s', async (_, bytes) => {
    await expect(readDeck(bytes)).rejects.toThrow(DeckError)
  })
})
