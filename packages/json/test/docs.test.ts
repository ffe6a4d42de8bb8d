import {
  duplicatesSchema,
  librarySchema,
  manifestSchema,
  publishedSchemaVersion,
  questionsJsonSchema,
  tagsSchema,
} from '@cardpress/json'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { toReference } from './support/reference.ts'

const page = () => `\
<!-- Written by \`npm run docs -w @cardpress/json\` from the schemas. Do not edit: change the schemas. -->
# The JSON for other tools

Every collection publishes \`json/v1/\`:

| file | what it is |
|---|---|
| \`questions.json\` | every question of the collection |
| \`questions.schema.json\`, \`question.schema.json\` | JSON Schemas (2020-12) of it and of the files of single questions |
| \`questions/<id>.json\` | one question, with what identifies its collection |
| \`quiz.jsonld\` | the same as a schema.org \`Quiz\` |
| \`assets/\` | the pictures that the questions show |

and, in its site, \`index.json\` (the manifest: every file with size and sha256), \`feed.json\` (JSON Feed 1.1) and
\`index.html\`. All are UTF-8 without a byte-order mark. [examples/](../examples/) reads them in twenty lines.

## Promises

- **Ids** survive edits, re-ordering and renaming of the article, and are never used for another question. A question that
  is gone stays as a tombstone in \`retired\`. \`number\` and \`title\` may change; do not store them as keys.
- **Versions**: this is ${publishedSchemaVersion}. A later 1.x adds optional properties and flags, nothing else: accept any \`1.x\`, ignore
  properties that you do not know. The kinds of questions are fixed in 1.x. A version 2 would go into \`json/v2/\`, and
  \`json/v1/\` would stay.
- **Change**: \`contentHash\` changes when, and only when, what a person learns changes; \`modified\` then rises and never
  falls. There are no build times in the files: the same article gives the same bytes.
- **HTML** is safe as it is: elements on a short list, no script, no style sheet, no event handlers, no request to anyone. Where
  \`mathFormat\` is \`tex\`, run MathJax or KaTeX with the delimiters \`\\(…\\)\` and \`\\[…\\]\`; text that looks like them is
  parted so that it stays text.
- **Addresses** are relative to the file that has them, unless the collection was built with \`--base URL\`.

## questions.json

${toReference(questionsJsonSchema(), 'Questions')}
## index.json

${reference(manifestSchema, 'Manifest')}
## The site of all collections

\`npm run build\` puts every collection's site into one folder and adds what leads into them: \`index.json\`,
\`questions-1.json\` and so on, \`tags.json\`, \`duplicates.json\` and \`index.html\`. Any static host serves it as it is.

${reference(librarySchema, 'Site')}
${reference(tagsSchema, 'Tags')}
${reference(duplicatesSchema, 'Duplicates')}
A page of the questions of all collections holds \`schemaVersion\`, \`mathFormat\` (always \`tex\`), \`page\`, \`pages\`, \`next\`
(the address of the page that follows; the last has none) and \`questions\`: as in questions.json, each with its
\`collection\` and \`language\`.
`

function reference(schema: z.ZodType, title: string): string {
  return toReference(z.toJSONSchema(schema, { target: 'draft-2020-12' }) as object, title)
}

it('docs/json.md says what the schemas say (npm run docs -w @cardpress/json)', async () => {
  await expect(page()).toMatchFileSnapshot('../../../docs/json.md')
})
