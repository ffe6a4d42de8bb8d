import { join } from 'node:path'
import { noteGuid, parseBank, type QuestionBank } from '@cardpress/core'
import { describe, expect, it } from 'vitest'
import { anki, python } from '../support/anki.ts'
import { pressTo, temporaryFolder } from '../support/press.ts'

const article = String.raw`# Gaps

1. The {{c1::mitochondrion::organelle}} burns {{c2::sugar}} with {{c2::oxygen}} and makes {{c1::ATP}}.

2. Attention is {{c1::$\mathrm{softmax}\left(\frac{QK^{T}}{\sqrt{d_{k}}}\right)V$}}, divided by {{c2::$\sqrt{d_{k}}$::the scale}}.

3. A map is written {{c1::${'`map[string]T{"a": {1}}`'}}} in Go, and its zero value is {{c2::${'`nil`'}}}.

4. Outside in: {{c1::one {{c2::two}} three}}.
`

describe.skipIf(python === undefined)('clozes of an article in the real Anki', () => {
  const folder = temporaryFolder()
  const start = 1_760_000_000

  async function read(source: string, more: Partial<Parameters<typeof parseBank>[0]> = {}) {
    const parsed = await parseBank({ path: 'gaps.md', source, now: start, ...more })
    if (parsed.bank === undefined) throw new Error(parsed.messages.map(String).join('\n'))
    return { bank: parsed.bank, lock: parsed.lock }
  }
  const guidOf = (bank: QuestionBank, number: string) => {
    const question = bank.questions.find((its) => its.number === number)
    return noteGuid(bank.collection, question?.id ?? '', 'cloze')
  }

  it('have a card for each number, hide all gaps of one and show the others', async () => {
    const { bank } = await read(article)
    expect(bank.questions.map(({ kind }) => kind)).toEqual(['cloze', 'cloze', 'cloze', 'cloze'])
    const deck = await pressTo(join(folder, 'gaps.apkg'), bank)
    const [counts, cards, rendered, check] = anki(join(folder, 'gaps.anki2'), [
      ['import-package', { path: deck }],
      ['cards', {}],
      ['render', {}],
      ['check', {}],
    ])
    expect(counts).toMatchObject({ new: 4, conflicting: 0 })
    expect(cards).toHaveLength(8)
    expect(check).toMatchObject({ fine: true })
    const sides = (number: string, ord: number) => {
      const card = rendered.find((its) => its.guid === guidOf(bank, number) && its.ord === ord)
      return [textOf(card?.question), textOf(card?.answer)]
    }
    expect(sides('1', 0)).toEqual([
      'The [organelle] burns sugar with oxygen and makes [...].',
      'The mitochondrion burns sugar with oxygen and makes ATP.',
    ])
    expect(sides('1', 1)[0]).toBe('The mitochondrion burns [...] with [...] and makes ATP.')
    expect(sides('2', 0)[0]).toBe(String.raw`Attention is [...], divided by \(\sqrt{d_{k} }\).`)
    expect(sides('2', 0)[1]).toBe(
      String.raw`Attention is \(\mathrm{softmax}\left(\frac{QK^{T} }{\sqrt{d_{k} } }\right)V\), divided by \(\sqrt{d_{k} }\).`,
    )
    expect(sides('2', 1)[0]).toContain('divided by [the scale].')
    expect(sides('3', 0)).toEqual([
      'A map is written [...] in Go, and its zero value is nil.',
      'A map is written map[string]T{"a": {1}} in Go, and its zero value is nil.',
    ])
    expect(sides('4', 0)[0]).toBe('Outside in: [...].')
    expect(sides('4', 1)).toEqual(['Outside in: one [...] three.', 'Outside in: one two three.'])
  })

  it('keep all study when a gap is added, and the new gap is a new card', async () => {
    const before = await read(article)
    const edited = article.replace('three}}.', 'three}}, and {{c3::four}}.')
    const after = await read(edited, { lock: before.lock, now: start + 5000 })
    const [first, second] = [
      await pressTo(join(folder, 'more-1.apkg'), before.bank),
      await pressTo(join(folder, 'more-2.apkg'), after.bank),
    ]
    const [, , studied, counts, cards, check] = anki(join(folder, 'more.anki2'), [
      ['import-package', { path: first }],
      ['study', {}],
      ['cards', {}],
      ['import-package', { path: second }],
      ['cards', {}],
      ['check', {}],
    ])
    expect(counts).toMatchObject({ new: 0, updated: 1, duplicate: 3, conflicting: 0 })
    const known = new Set(studied.map(({ id }) => id))
    expect(cards.filter(({ id }) => known.has(id))).toEqual(studied)
    expect(cards.filter(({ id }) => !known.has(id))).toMatchObject([
      { guid: guidOf(after.bank, '4'), ord: 2, queue: 0, reps: 0 },
    ])
    expect(check).toMatchObject({ fine: true })
  })
})

/** What a person reads of the question's own text. */
function textOf(side: string | undefined): string {
  const [, text = ''] = /<div class="cp-question cp-text">([\s\S]*?)<\/div>/.exec(side ?? '') ?? []
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim()
}
