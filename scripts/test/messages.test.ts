import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { texts as anki } from '../../packages/anki/src/texts.ts'
import { texts as core } from '../../packages/core/src/messages/say.ts'
import type { SentenceTable } from '../../packages/core/src/messages/sentence.ts'
import { texts as lms } from '../../packages/lms/src/texts.ts'
import { texts as math } from '../../packages/math/src/texts.ts'
import { texts as pdf } from '../../packages/pdf/src/texts.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const tables = { anki, core, lms, math, pdf } satisfies Record<string, SentenceTable>

/** Punctuation, placeholders and names that are the same in every language. */
const isWordless = (text: string) => !/[a-z]{4}/i.test(text.replace(/\{\w+\}/g, ''))
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name)
    .filter((name, at, all) => all.indexOf(name) === at)
    .sort()

describe.each(Object.entries<SentenceTable>(tables))('every sentence of packages/%s', (_, table) => {
  test.each(Object.entries(table))('%s is in English and in Chinese', (_key, { en, zh, one }) => {
    if (!isWordless(en)) expect([en, zh].map((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([false, en !== zh])
    expect(placeholders(zh)).toEqual(placeholders(en))
    if (one !== undefined) expect(placeholders(one)).toEqual(placeholders(en))
  })
})

/** Every source file of the packages and the command, by its path. */
const sources = ['packages', 'apps'].flatMap((group) =>
  readdirSync(join(root, group)).flatMap((name) =>
    readdirSync(join(root, group, name, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(root, group, name, 'src', file)),
  ),
)

test('a message is made in one place only, which takes every language', () => {
  const makers = sources.filter((file) => readFileSync(file, 'utf8').includes('new VFileMessage('))
  expect(makers.map((file) => relative(root, file))).toEqual(['packages/core/src/messages/message.ts'])
})

test('an error that a person can do something about takes no English text', () => {
  const told = /new (?:DiskError|LockError|BankError|PictureError|DeckError|ToldError)\(\s*(?:[\w.]+,\s*)?['"`][^'"`]* /
  const wrong = sources.filter((file) => told.test(readFileSync(file, 'utf8')))
  expect(wrong.map((file) => relative(root, file))).toEqual([])
})
