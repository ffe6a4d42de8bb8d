import { readdirSync, readFileSync } from 'node:fs'
import { readArticle } from '@cardpress/core'
import { describe, expect, it } from 'vitest'
import { checkTree } from './check-tree.ts'
import { outline } from './outline.ts'

const fixtures = new URL('../fixtures/reading/', import.meta.url)

describe('readArticle', () => {
  for (const name of readdirSync(fixtures)) {
    it(`reads ${name} as it should be`, async () => {
      const folder = new URL(`${name}/`, fixtures)
      const path = readdirSync(folder).find((file) => file.startsWith('article.')) as string
      const article = readArticle({ path, bytes: readFileSync(new URL(path, folder)) })
      expect(checkTree(article)).toEqual([])
      await expect(outline(article)).toMatchFileSnapshot(new URL('tree.txt', folder).pathname)
    })
  }
})
