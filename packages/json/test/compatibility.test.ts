import { readFileSync } from 'node:fs'
import { emitJson, publishedSchemaVersion, questionsJsonSchema } from '@cardpress/json'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { sampleBank } from './support/bank.ts'
import { collect, noAssets } from './support/collect.ts'

/** The schema as it was when 1.0 was published. This file never changes; a later 1.x adds one beside it. */
const published = JSON.parse(readFileSync(new URL('published/questions-1.0.schema.json', import.meta.url), 'utf8'))

it('today’s output is accepted by the schema that was published', async () => {
  const files = await collect(emitJson(sampleBank(), noAssets, {}))
  const validate = new Ajv2020({ strict: true }).compile(published)
  expect([validate(JSON.parse(files.get('v1/questions.json') ?? '')), validate.errors]).toEqual([true, null])
})

it('today’s schema has every property that was published, under the same name and id', () => {
  const today = questionsJsonSchema() as { $id: string }
  expect(today.$id).toBe(published.$id)
  expect(missing(published, today, '')).toEqual([])
  expect(publishedSchemaVersion).toMatch(/^1\./)
})

/** Returns the paths of properties, definitions and requirements that are in one schema and not in the other. */
function missing(old: unknown, today: unknown, path: string): string[] {
  if (typeof old !== 'object' || old === null) return []
  if (typeof today !== 'object' || today === null) return [path]
  return Object.entries(old).flatMap(([key, value]) => {
    // Wording may be improved; everything else that was said stays said.
    if (key === 'description' || key === 'examples' || key === 'title') return []
    const now = (today as Record<string, unknown>)[key]
    const at = `${path}/${key}`
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) {
      const kept = Array.isArray(now) ? now : []
      return value.filter((item) => !kept.includes(item)).map((item) => `${at}/${item}`)
    }
    if (typeof value === 'object') return missing(value, now, at)
    return now === value ? [] : [at]
  })
}
