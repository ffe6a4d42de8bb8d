import { createHash } from 'node:crypto'
import { emitJson } from '@cardpress/json'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { largeBank, sampleBank } from './support/bank.ts'
import { collect, noAssets } from './support/collect.ts'

let files: Map<string, string>
beforeAll(async () => {
  files = await collect(emitJson(sampleBank(), noAssets, {}))
})
const parsed = (path: string) => JSON.parse(files.get(path) ?? 'null')

it('writes the questions, their schemas, one file per question, the quiz and the pictures', () => {
  expect([...files.keys()].sort()).toEqual([
    'v1/assets/p 1.png',
    'v1/question.schema.json',
    'v1/questions.json',
    'v1/questions.schema.json',
    ...['cloze', 'multiple', 'no-key', 'open-one', 'open-two', 'short', 'single', 'truth'].map(
      (id) => `v1/questions/${id}.json`,
    ),
    'v1/quiz.jsonld',
  ])
})

it('matches the snapshot that people read', async () => {
  await expect(files.get('v1/questions.json')).toMatchFileSnapshot('fixtures/questions.json')
  await expect(files.get('v1/questions/single.json')).toMatchFileSnapshot('fixtures/single.json')
  await expect(files.get('v1/quiz.jsonld')).toMatchFileSnapshot('fixtures/quiz.jsonld')
})

describe('the schema', () => {
  const ajv = () => new Ajv2020({ strict: true, allErrors: true })

  it('is accepted by ajv in strict mode without plugins, and accepts the output', () => {
    const validate = ajv().compile(parsed('v1/questions.schema.json'))
    expect([validate(parsed('v1/questions.json')), validate.errors]).toEqual([true, null])
    const one = ajv().compile(parsed('v1/question.schema.json'))
    for (const [path, text] of files)
      if (path.startsWith('v1/questions/'))
        expect([path, one(JSON.parse(text)), one.errors]).toEqual([path, true, null])
  })

  it('accepts fields that a later version adds, at every depth', () => {
    const validate = ajv().compile(parsed('v1/questions.schema.json'))
    expect([validate(withExtraFields(parsed('v1/questions.json'))), validate.errors]).toEqual([true, null])
  })

  it.each<[string, (file: LooseFile) => void]>([
    ['a question without id', (file) => delete file.questions[0]?.id],
    ['a kind that there is not', (file) => Object.assign(file.questions[0] ?? {}, { kind: 'essay' })],
    ['an answer of the wrong type', (file) => Object.assign(file.questions[0] ?? {}, { answer: 'text' })],
    ['another major version', (file) => Object.assign(file, { schemaVersion: '2.0' })],
    ['a date that is none', (file) => Object.assign(file.questions[0] ?? {}, { modified: 'yesterday' })],
  ])('refuses %s', (_, damage) => {
    const file = parsed('v1/questions.json')
    damage(file)
    expect(ajv().compile(parsed('v1/questions.schema.json'))(file)).toBe(false)
  })

  it('describes every property and gives an example of every value', () => {
    const missing: string[] = []
    const schema = parsed('v1/questions.schema.json')
    walkProperties(schema, schema, '', (path, property) => {
      if (typeof property.description !== 'string') missing.push(`${path}: description`)
      if (property.examples === undefined && property.const === undefined && path !== '.questions')
        missing.push(`${path}: examples`)
    })
    expect(missing).toEqual([])
  })

  it('gives examples that it accepts itself', () => {
    const schema = parsed('v1/questions.schema.json')
    const bad: unknown[] = []
    const check = new Ajv2020({ strict: false })
    check.addSchema(schema)
    walkProperties(schema, schema, '', (path, property, pointer) => {
      const validate = check.compile({ $ref: `${schema.$id}#${pointer}` })
      for (const example of property.examples ?? []) if (!validate(example)) bad.push([path, example, validate.errors])
    })
    expect(bad).toEqual([])
  })
})

it('writes the same bytes every time, and large banks in batches', async () => {
  expect(await collect(emitJson(sampleBank(), noAssets, {}))).toEqual(files)
  const large = largeBank(3000)
  let chunks = 0
  const hash = createHash('sha256')
  for await (const file of emitJson(large, noAssets, {}))
    if (file.path === 'v1/questions.json')
      for await (const chunk of file.chunks) {
        chunks++
        expect(chunk.length).toBeLessThan(8_000_000)
        hash.update(chunk)
      }
  expect(chunks).toBeGreaterThan(2)
  const text = (await collect(emitJson(large, noAssets, {}))).get('v1/questions.json') ?? ''
  expect(JSON.parse(text).questions).toHaveLength(3000)
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
  expect(createHash('sha256').update(text).digest('hex')).toBe(hash.digest('hex'))
})

it('writes absolute addresses on request', async () => {
  const absolute = await collect(emitJson(sampleBank(), noAssets, { base: 'https://example.org/cards/' }))
  const [first] = JSON.parse(absolute.get('v1/questions.json') ?? '').questions
  expect(first.url).toBe('https://example.org/cards/v1/questions/open-one.json')
  expect(first.answer.html).toContain('src="https://example.org/cards/v1/assets/p%201.png"')
  expect(JSON.parse(absolute.get('v1/questions/open-one.json') ?? '').question).toEqual(first)
})

it('writes addresses that lead from the file that has them', () => {
  expect(parsed('v1/questions.json').questions[0].answer.html).toContain('src="assets/p%201.png"')
  expect(parsed('v1/questions/open-one.json').question.answer.html).toContain('src="../assets/p%201.png"')
})

it('writes formulas as MathML on request, and says so', async () => {
  const mathml = await collect(emitJson(sampleBank(), noAssets, { math: 'mathml' }))
  const file = JSON.parse(mathml.get('v1/questions.json') ?? '')
  expect(file.mathFormat).toBe('mathml')
  expect(file.questions[0].prompt.html).toContain('<math data-tex="x^2 < y">')
})

it('writes an empty bank as empty lists', async () => {
  const empty = await collect(emitJson({ ...sampleBank(), questions: [], retired: [] }, noAssets, {}))
  expect(JSON.parse(empty.get('v1/questions.json') ?? '')).toMatchObject({
    counts: { questions: 0 },
    questions: [],
    retired: [],
  })
})

interface LooseFile {
  questions: Record<string, unknown>[]
}

type Schema = Record<string, unknown> & { description?: string; examples?: unknown[]; const?: unknown }

/** Visits every property of a schema, through references (each definition once). */
function walkProperties(
  root: Schema,
  schema: Schema,
  path: string,
  visit: (path: string, property: Schema, pointer: string) => void,
  pointer = '',
): void {
  for (const [name, property] of Object.entries((schema.properties ?? {}) as Record<string, Schema>)) {
    const at = `${pointer}/properties/${name.replace('$', '%24')}`
    visit(`${path}.${name}`, property.$ref === undefined ? property : { ...resolve(root, property), ...property }, at)
    walkProperties(root, property, `${path}.${name}`, visit, at)
  }
  if (schema.items) walkProperties(root, schema.items as Schema, `${path}[]`, visit, `${pointer}/items`)
  for (const key of ['anyOf', 'oneOf', 'allOf'])
    for (const [index, part] of ((schema[key] ?? []) as Schema[]).entries())
      walkProperties(root, part, path, visit, `${pointer}/${key}/${index}`)
  if (schema === root)
    for (const [name, definition] of Object.entries((root.$defs ?? {}) as Record<string, Schema>))
      walkProperties(root, definition, `#${name}`, visit, `/$defs/${name}`)
}

function resolve(root: Schema, schema: Schema): Schema {
  const name = String(schema.$ref).replace('#/$defs/', '')
  return (root.$defs as Record<string, Schema>)[name] ?? {}
}

function withExtraFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withExtraFields)
  if (typeof value !== 'object' || value === null) return value
  const record = Object.entries(value).map(([key, child]) => [key, key === 'byKind' ? child : withExtraFields(child)])
  return { ...Object.fromEntries(record), newInLaterVersion: { anything: [1] } }
}
