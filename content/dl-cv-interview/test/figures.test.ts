import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { figures } from '../scripts/figures.ts'
import type { Language } from '../scripts/words.ts'

const folders: Readonly<Record<Language, string>> = {
  zh: fileURLToPath(new URL('../assets/', import.meta.url)),
  en: fileURLToPath(new URL('../../dl-cv-interview-en/assets/', import.meta.url)),
}

describe.each(['zh', 'en'] as const)('the figures in %s', (language) => {
  test.each(Object.entries(figures))('%s is what the script draws', async (name, figure) => {
    await expect(figure(language)).toMatchFileSnapshot(`${folders[language]}${name}`)
  })

  test('there is no other file beside them', () => {
    expect(readdirSync(folders[language]).sort()).toEqual(Object.keys(figures).sort())
  })

  test.each(Object.entries(figures))('%s holds plain shapes and text only', (_, figure) => {
    const names = [...figure(language).matchAll(/<([a-z]+)/g)].map(([, name]) => name)
    for (const name of names) expect(['svg', 'rect', 'text', 'line', 'path', 'circle']).toContain(name)
  })
})
