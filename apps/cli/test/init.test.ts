import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { articleSettingsSchema } from '@cardpress/core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { settingsJsonSchema } from '../src/init/editor-files.ts'
import { runIn } from './support/run-in.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cardpress-init-'))
})

const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'))

describe('a new collection', () => {
  test.each(['en', 'zh'])('builds at once, and has nothing to complain of (%s)', async (language) => {
    const made = await runIn(folder, ['init', 'cards', '--language', language])
    expect(made.status).toBe(0)
    expect(made.stderr).toMatch(/^Made cards\/article\.md\n[\s\S]*Next: cardpress build cards\n$/)
    const checked = await runIn(folder, ['check', 'cards'])
    expect(checked).toMatchObject({ status: 0, stderr: 'articles 1 · questions 4 · errors 0 · warnings 0\n' })
    const built = await runIn(folder, ['build', 'cards', '--only', 'anki,json'])
    expect(built.status).toBe(0)
    expect(readdirSync(join(folder, 'cards/dist')).sort()).toEqual(['bank.json', 'cards.apkg', 'json'])
    const { title, questions, reading } = json('cards/dist/bank.json')
    expect(title).toBe('cards')
    expect(reading.confidence).toBe('sure')
    expect(questions.map(({ kind }: { kind: string }) => kind)).toEqual([
      'open',
      'multiple-choice',
      'single-choice',
      'open',
    ])
  })

  test('in the current folder is built without naming it', async () => {
    await runIn(folder, ['init'])
    expect((await runIn(folder, ['build', '--only', 'json'])).status).toBe(0)
    expect(readdirSync(join(folder, 'dist')).sort()).toEqual(['bank.json', 'json'])
  })

  test('in a monorepo calls the bins of the packages, as turbo wants it', async () => {
    writeFileSync(join(folder, 'turbo.json'), '{ "tasks": { "parse": { "dependsOn": ["@cardpress/core#build"] } } }')
    mkdirSync(join(folder, 'content'))
    await runIn(folder, ['init', 'content/cards'])
    expect(json('content/cards/package.json')).toMatchObject({
      name: '@cardpress-content/cards',
      scripts: { parse: 'cardpress-parse', anki: 'cardpress-anki dist/bank.json --out dist --name cards' },
    })
  })

  test('is not made where there is one already, and nothing is touched', async () => {
    writeFileSync(join(folder, 'article.md'), 'mine')
    const { status, stderr } = await runIn(folder, ['init'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/holds article\.md already; choose another folder/)
    expect(readdirSync(folder)).toEqual(['article.md'])
  })
})

describe('the schema that editors get', () => {
  const validate = new Ajv2020({ strict: false }).compile(settingsJsonSchema())

  test('describes every field of the settings', () => {
    const { properties } = settingsJsonSchema() as { properties: Record<string, { description?: string }> }
    expect(Object.keys(properties).sort()).toEqual(Object.keys(articleSettingsSchema.shape).sort())
    for (const [name, { description }] of Object.entries(properties)) expect(description, name).toMatch(/\S/)
  })

  test.each([
    [{ title: 'Cards', language: 'en', tags: ['a'] }, true],
    [{ key: 'S:', leaveOut: '126-131', corrections: { '14': { flags: ['missing-figure'], key: 'AD' } } }, true],
    [{ key: ['S:', 'Key:'] }, true],
    [{ titel: 'Cards' }, false],
    [{ corrections: { '14': { kind: 'essay' } } }, false],
    [{ language: 'not a tag' }, false],
  ])('judges %j as the parser does', (settings, valid) => {
    expect(validate(settings)).toBe(valid)
    expect(articleSettingsSchema.safeParse(settings).success).toBe(valid)
  })
})
