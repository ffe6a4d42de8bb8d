import { emitJson } from '@cardpress/json'
import jsonld from 'jsonld'
import type { Answer, Question, Quiz } from 'schema-dts'
import { expect, it } from 'vitest'
import { sampleBank } from './support/bank.ts'
import { collect, noAssets } from './support/collect.ts'

async function quiz(): Promise<Record<string, unknown>> {
  const files = await collect(emitJson(sampleBank(), noAssets, {}))
  return JSON.parse(files.get('v1/quiz.jsonld') ?? '')
}

it('expands without a network, every property to one of schema.org', async () => {
  const documentLoader = () => {
    throw new Error('asked the network')
  }
  const expand = jsonld.expand as unknown as (document: unknown, options: object) => Promise<Record<string, unknown>[]>
  const [expanded] = await expand(await quiz(), { documentLoader })
  expect(expanded?.['@type']).toEqual(['https://schema.org/Quiz'])
  const parts = expanded?.['https://schema.org/hasPart'] as Record<string, unknown>[]
  expect(parts).toHaveLength(sampleBank().questions.length)
  const properties = new Set<string>()
  collectKeys(expanded, properties)
  expect([...properties].filter((key) => !key.startsWith('@') && !key.startsWith('https://schema.org/'))).toEqual([])
  const single = parts.find((part) => part['@id'] === 'urn:cardpress:sample-4mzq:single')
  expect(single?.['https://schema.org/acceptedAnswer']).toHaveLength(1)
  expect(single?.['https://schema.org/suggestedAnswer']).toHaveLength(2)
})

it('asks with the stem that neighbours share, and gives no answer away', async () => {
  const { hasPart } = (await quiz()) as { hasPart: { identifier: string; text: string }[] }
  const texts = hasPart.map(({ text }) => text)
  expect(texts.filter((text) => text.startsWith('Look at this.'))).toHaveLength(1)
  const cloze = hasPart.find(({ identifier }) => identifier === 'cloze')
  expect(cloze?.text).toBe('The [m…] of […]')
  expect(cloze).toMatchObject({ acceptedAnswer: { text: expect.stringContaining('momentum') } })
})

it('uses only properties that schema.org has for these types', async () => {
  // Keys are checked by the compiler against schema-dts: a name that it does not know is an error here.
  const known = {
    Quiz: keysOf<Extract<Quiz, { '@type': 'Quiz' }>>()([
      '@id',
      '@type',
      'name',
      'description',
      'inLanguage',
      'keywords',
      'author',
      'license',
      'url',
      'translationOfWork',
      'hasPart',
    ]),
    Question: keysOf<Extract<Question, { '@type': 'Question' }>>()([
      '@id',
      '@type',
      'identifier',
      'name',
      'text',
      'dateModified',
      'keywords',
      'about',
      'educationalLevel',
      'eduQuestionType',
      'acceptedAnswer',
      'suggestedAnswer',
    ]),
    Answer: keysOf<Extract<Answer, { '@type': 'Answer' }>>()([
      '@id',
      '@type',
      'text',
      'position',
      'comment',
      'answerExplanation',
    ]),
  }
  const { '@context': _, ...root } = await quiz()
  const unknown: string[] = []
  visit(root, (node) => {
    const names = known[node['@type'] as keyof typeof known]
    if (names) unknown.push(...Object.keys(node).filter((key) => !names.includes(key)))
  })
  expect(unknown).toEqual([])
})

const keysOf =
  <Type>() =>
  (keys: readonly (keyof Type & string)[]): readonly string[] =>
    keys

function visit(value: unknown, use: (node: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) use(value as Record<string, unknown>)
  for (const child of Object.values(value)) visit(child, use)
}

function collectKeys(value: unknown, keys: Set<string>): void {
  visit(value, (node) => {
    for (const key of Object.keys(node)) keys.add(key)
  })
}
