import { describe, expect, test } from 'vitest'
import { en } from '../src/texts/en.ts'
import { createSay, findLanguage } from '../src/texts/index.ts'
import { zh } from '../src/texts/zh.ts'

const placeholders = (entry: string | { one: string; other: string }) =>
  [
    ...new Set([...(typeof entry === 'string' ? entry : entry.other).matchAll(/\{(\w+)\}/g)].map((match) => match[1])),
  ].sort()

test('every sentence of every language fills in the same values', () => {
  for (const key of Object.keys(en) as (keyof typeof en)[])
    expect(placeholders(zh[key]), key).toEqual(placeholders(en[key]))
})

test('every Chinese sentence that has words is in Chinese', () => {
  const names = [
    'format.markdown',
    'format.html',
    'format.gift',
    'format.aiken',
    'lockWritten',
    'assetFailed',
    'choices',
  ]
  const foreign = Object.entries(zh).filter(
    ([key, entry]) => !names.includes(key) && !/\p{Script=Han}/u.test(typeof entry === 'string' ? entry : entry.other),
  )
  expect(foreign).toEqual([])
})

test('numbers are grouped, values filled in, and one is told from many', () => {
  const say = createSay('en')
  expect(say('accountLine', { used: 4923, left: 306, total: 5229 })).toBe(
    '4,923 characters used + 306 left out = 5,229, none lost',
  )
  expect(say('pages', { count: 1 })).toBe('1 page')
  expect(say('pages', { count: 3 })).toBe('3 pages')
})

describe('the language of messages', () => {
  test.each([
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [[], { LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_TW.UTF-8' }, 'zh'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'en'],
    [['build', '--lang', 'zh'], { LANG: 'C' }, 'zh'],
    [['--lang=en', 'build'], { LANG: 'zh_CN' }, 'en'],
  ] as const)('of %j with %j is %s', (args, env, language) => {
    expect(findLanguage(args, env)).toBe(language)
  })
})
