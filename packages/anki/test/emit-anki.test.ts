import { emitAnki, noteTypes } from '@cardpress/anki'
import { noteGuid, stableId } from '@cardpress/core'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  bank,
  choice,
  cloze,
  clozeQuestion,
  image,
  longAgo,
  memoryAssets,
  open,
  paragraph,
  png,
  trueFalse,
} from './support/bank.ts'
import { openPackage } from './support/open-package.ts'
import { press } from './support/press.ts'
import { chinese, picture } from './support/showcase.ts'

const three = bank([
  open({ id: 'first', prompt: 'First?', answer: 'Yes.', section: ['One'] }),
  choice({ id: 'second', prompt: 'Second?', options: { A: 'One', B: 'Two' }, answer: 'B', section: ['One', 'Two'] }),
  clozeQuestion({ id: 'third', prompt: [paragraph([cloze(1, 'x'), ' and ', cloze(3, 'y')])] }),
])

async function pack(...args: Parameters<typeof press>) {
  const { files, messages } = await press(...args)
  const bytes = files.get('deck.apkg')
  if (bytes === undefined) throw new Error(messages.map(String).join('\n'))
  return openPackage(bytes)
}

describe('a package', () => {
  it('holds one note for each question and one card for each template or deletion', async () => {
    const { notes, cards, integrity } = await pack(three)
    expect(integrity).toBe('ok')
    expect(notes.map(({ guid }) => guid).sort()).toEqual(
      [
        noteGuid('sample', 'first', 'open'),
        noteGuid('sample', 'second', 'choice'),
        noteGuid('sample', 'third', 'cloze'),
      ].sort(),
    )
    const third = stableId('note', 'sample', 'third', 'cloze')
    expect(cards.filter(({ nid }) => nid === third).map(({ ord, due }) => [ord, due])).toEqual([
      [0, 3],
      [2, 3],
    ])
    expect(cards.every(({ type, queue }) => type === 0 && queue === 0)).toBe(true)
  })

  it('takes no more room than its rows need', async () => {
    const many = bank(
      Array.from({ length: 2000 }, (_, at) => open({ id: `q${at}`, prompt: `Q${at}?`, answer: 'Yes.' })),
    )
    const { notes, cards, integrity } = await pack(many)
    expect([notes.length, cards.length, integrity]).toEqual([2000, 2000, 'ok'])
    const { files } = await press(many)
    const database = unzipSync(files.get('deck.apkg') as Uint8Array)['collection.anki2'] as Uint8Array
    expect(database.byteLength).toBeLessThan(2000 * 600)
  })

  it('takes every note and card id from a fixed range in the past', async () => {
    const { notes, cards } = await pack(three)
    for (const id of [...notes, ...cards].map(({ id }) => id)) {
      expect(id).toBeGreaterThanOrEqual(1_000_000_000_000)
      expect(id).toBeLessThan(1_600_000_001_000)
    }
  })

  it('gives a note the time when its question last changed', async () => {
    const { notes } = await pack(bank([open({ id: 'a', prompt: 'A?', answer: 'A', modified: 1_712_345_678 })]))
    expect(notes[0]?.mod).toBe(1_712_345_678)
  })

  it('fills exactly as many fields as the note type has, the last of them never', async () => {
    const { notes } = await pack([{ bank: chinese, assets: memoryAssets({ 'assets/curve.svg': picture }) }])
    for (const { mid, flds } of notes) {
      const noteType = Object.values(noteTypes).find(({ id }) => id === mid)
      const fields = flds.split('\u001f')
      expect(fields).toHaveLength(noteType?.fields.length ?? 0)
      expect(fields.at(-1)).toBe('')
    }
  })

  it('has a deck for each section, all parents included, and describes the root', async () => {
    const { decks, cards } = await pack(
      bank(three.questions, { description: 'Short <questions>', license: 'CC0', url: 'https://example.org/a' }),
    )
    expect(Object.values(decks).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Default', 'Sample deck', 'Sample deck::One', 'Sample deck::One::Two']),
    )
    expect(Object.values(decks)).toHaveLength(4)
    const root = Object.values(decks).find(({ name }) => name === 'Sample deck')
    expect(root?.desc).toBe('Short &lt;questions&gt;<br>3 questions · CC0<br>Source: https://example.org/a')
    const nameOf = (due: number) => decks[String(cards.find((card) => card.due === due)?.did)]?.name
    expect([1, 2, 3].map(nameOf)).toEqual(['Sample deck::One', 'Sample deck::One::Two', 'Sample deck'])
  })

  it('makes one deck of section names that differ in case alone, as Anki does', async () => {
    const { decks } = await pack(
      bank([
        open({ id: 'a', prompt: 'A?', answer: 'A', section: ['CNN'] }),
        open({ id: 'b', prompt: 'B?', answer: 'B', section: ['cnn'] }),
      ]),
    )
    expect(Object.values(decks).map(({ name }) => name)).toEqual(['Default', 'Sample deck', 'Sample deck::CNN'])
  })

  it('keeps "::" in a heading from opening a deck of its own', async () => {
    const { decks } = await pack(bank([open({ id: 'a', prompt: 'A?', answer: 'A', section: ['std::vector'] })]))
    expect(Object.values(decks).map(({ name }) => name)).toContain('Sample deck::std: :vector')
  })

  it('tags notes by section, kind, flags and certainty, besides their own tags', async () => {
    const question = open({
      id: 'a',
      prompt: 'A?',
      answer: 'A',
      section: ['Deep learning', 'std::vector'],
      tags: ['my tag', '数据　结构'],
      flags: ['disputed'],
      confidence: 'likely',
      difficulty: 'hard',
    })
    const { notes } = await pack(bank([question], { tags: ['exam'] }))
    expect(notes[0]?.tags.trim().split(' ')).toEqual([
      'check',
      'difficulty::hard',
      'exam',
      'flag::disputed',
      'kind::open',
      'my_tag',
      'section::Deep_learning::std:vector',
      '数据_结构',
    ])
  })

  it('is the same, byte for byte, in every time zone and on every day', async () => {
    const zone = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Kiritimati'
      const first = await press([{ bank: chinese, assets: memoryAssets({ 'assets/curve.svg': picture }) }])
      const offset = new Date(0).getTimezoneOffset()
      process.env.TZ = 'America/New_York'
      expect(new Date(0).getTimezoneOffset()).not.toBe(offset)
      const second = await press([{ bank: chinese, assets: memoryAssets({ 'assets/curve.svg': picture }) }])
      expect(
        Buffer.compare(first.files.get('deck.apkg') ?? Buffer.of(), second.files.get('deck.apkg') ?? Buffer.of()),
      ).toBe(0)
      expect(first.files.get('deck.apkg')?.byteLength).toBeGreaterThan(5000)
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })

  it('is named after the collection, or as asked', async () => {
    const names = async (options: object) => {
      const found: string[] = []
      for await (const { path, chunks } of emitAnki(three, memoryAssets(), options)) {
        found.push(path)
        for await (const _ of chunks);
      }
      return found
    }
    expect(await names({})).toEqual(['sample.apkg'])
    expect(await names({ name: 'exam', text: true })).toEqual(['exam.apkg', 'exam.anki.txt'])
  })

  it('holds several banks, each in its own deck under a common one, in order', async () => {
    const other = bank([open({ id: 'first', prompt: 'Other?', answer: 'Yes.' })], {
      collection: 'other',
      deck: 'Other',
    })
    const { decks, cards, notes } = await pack(
      [
        { bank: three, assets: memoryAssets() },
        { bank: other, assets: memoryAssets() },
      ],
      { deck: 'Interview' },
    )
    expect(Object.values(decks).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Interview', 'Interview::Sample deck', 'Interview::Other']),
    )
    expect(notes).toHaveLength(4)
    expect(cards.map(({ due }) => due).sort()).toEqual([1, 2, 3, 3, 4])
    expect(decks[String(cards.find(({ due }) => due === 4)?.did)]?.name).toBe('Interview::Other')
  })

  it('holds a bank without questions', async () => {
    const { notes, decks } = await pack(bank([]))
    expect(notes).toEqual([])
    expect(Object.values(decks).map(({ name }) => name)).toEqual(['Default', 'Sample deck'])
  })
})

describe('pictures', () => {
  const withPictures = (...urls: string[]) =>
    bank(
      urls.map((url, index) => open({ id: `q${index}`, prompt: [paragraph([image(url, 'A picture')])], answer: 'A' })),
    )

  it('are packed once under a flat name with a hash of their content', async () => {
    const assets = memoryAssets({ 'assets/a b.png': png(), 'assets/same.png': png(), 'assets/图.svg': picture })
    const { media, entries, notes } = await pack([
      { bank: withPictures('assets/a b.png', 'assets/same.png', 'assets/图.svg'), assets },
    ])
    expect(Object.values(media)).toEqual([
      expect.stringMatching(/^cardpress-[0-9a-f]{32}\.png$/),
      expect.stringMatching(/^cardpress-[0-9a-f]{32}\.svg$/),
    ])
    expect(Buffer.from(entries['0'] ?? [])).toEqual(Buffer.from(png()))
    expect(notes.filter(({ flds }) => flds.includes(`src="${media['0']}"`))).toHaveLength(2)
  })

  it('that are missing, too large or no pictures are errors at the line of their question, all in one run', async () => {
    const assets = memoryAssets({
      'assets/big.png': new Uint8Array(101 * 1024 * 1024),
      'assets/text.png': new TextEncoder().encode('no picture'),
    })
    const { files, messages } = await press([
      { bank: withPictures('assets/gone.png', 'assets/big.png', 'assets/text.png'), assets },
    ])
    expect(files.size).toBe(0)
    expect(messages.map(({ ruleId, fatal, line }) => [ruleId, fatal, line])).toEqual([
      ['anki-image-missing', true, 1],
      ['anki-image-large', true, 1],
      ['anki-image-type', true, 1],
    ])
  })
})

describe('what makes a bad deck', () => {
  it('is an error when two questions have one id', async () => {
    const one = open({ id: 'a', prompt: 'A?', answer: 'A' })
    const { files, messages } = await press({ ...bank([]), questions: [one, one] })
    expect(files.size).toBe(0)
    expect(messages).toMatchObject([{ ruleId: 'anki-duplicate-id', fatal: true }])
  })

  it('is an error when a package is to hold one collection twice', async () => {
    const twice = { bank: three, assets: memoryAssets() }
    const { files, messages } = await press([twice, twice])
    expect(files.size).toBe(0)
    expect(messages).toMatchObject([{ ruleId: 'anki-duplicate-id', fatal: true }])
  })

  it('is an error when a cloze question has no deletion', async () => {
    const { files, messages } = await press(bank([clozeQuestion({ id: 'a', prompt: 'Nothing is hidden here.' })]))
    expect(files.size).toBe(0)
    expect(messages).toMatchObject([{ ruleId: 'anki-cloze-missing', fatal: true }])
  })

  it('is named when an answer is too long for a card, and pressed all the same', async () => {
    const { files, messages } = await press(bank([open({ id: 'a', prompt: 'A?', answer: '长'.repeat(1501) })]))
    expect(files.size).toBe(1)
    expect(messages).toMatchObject([{ ruleId: 'anki-answer-long', fatal: false, line: 1 }])
  })

  it('may hold twice as many letters as Chinese characters before its answer is called too long', async () => {
    const rulesOf = async (answer: string) => {
      const { messages } = await press(bank([open({ id: 'a', prompt: 'A?', answer })]))
      return messages.map(({ ruleId }) => ruleId)
    }
    expect(await rulesOf('a word '.repeat(420))).toEqual([])
    expect(await rulesOf('a word '.repeat(430))).toEqual(['anki-answer-long'])
    expect(await rulesOf(`${'字'.repeat(1000)}${'a word '.repeat(140)}`)).toEqual([])
    expect(await rulesOf(`${'字'.repeat(1000)}${'a word '.repeat(150)}`)).toEqual(['anki-answer-long'])
  })
})

describe('choice questions', () => {
  it('carry their options, key and pins in one field', async () => {
    const { notes } = await pack(
      bank([
        choice({
          id: 'a',
          prompt: 'Which?',
          options: { A: 'One', B: 'Two', C: { content: 'Both', pinned: true, feedback: 'Indeed.' } },
          answer: 'BC',
        }),
      ]),
      { shuffle: false },
    )
    const options = notes[0]?.flds.split('\u001f')[1]
    expect(options).toMatchInlineSnapshot(
      `"<ol class="cp-list" data-id="ywfyvq647xuveiw2" data-select="many" data-shuffle="off"><li class="cp-option tappable" data-label="A"><span class="cp-letter">A</span><div class="cp-content"><div><p>One</p></div></div></li><li class="cp-option tappable" data-label="B" data-correct=""><span class="cp-letter">B</span><div class="cp-content"><div><p>Two</p></div></div></li><li class="cp-option tappable" data-label="C" data-correct="" data-pinned=""><span class="cp-letter">C</span><div class="cp-content"><div><p>Both</p></div><div class="cp-feedback"><p>Indeed.</p></div></div></li></ol>"`,
    )
  })

  it('are made of true-false questions, in order', async () => {
    const { notes } = await pack(bank([trueFalse({ id: 'a', prompt: 'Is it?', answer: false })]))
    const [, options, answer] = notes[0]?.flds.split('\u001f') ?? []
    expect(answer).toBe('False')
    expect(options).toContain('data-shuffle="off"')
    expect(options).toContain('data-label="F" data-correct=""')
  })

  it('have no key where the article gives none, and say so', async () => {
    const { notes } = await pack(
      bank([choice({ id: 'a', prompt: 'Which?', options: { A: 'One', B: 'Two' }, answer: '', flags: ['no-key'] })]),
    )
    expect(notes[0]?.flds).not.toContain('data-correct')
    expect(notes[0]?.flds).toContain('The article names no correct option.')
    expect(notes[0]?.mod).toBe(longAgo)
  })
})
