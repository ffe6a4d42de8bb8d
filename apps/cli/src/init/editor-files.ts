import { articleSettingsSchema } from '@cardpress/core'
import { z } from 'zod'

/** What an editor shows beside each field of frontmatter and of `article.cardpress.yml`. */
const descriptions = {
  title: 'Title of the collection, and of its deck at the first build',
  description: 'A sentence or two about it',
  language: 'Language of the article, as a BCP 47 tag: en, zh-CN',
  tags: 'Tags of every card',
  license: 'Licence of the content: CC-BY-4.0',
  author: 'Who wrote it',
  url: 'Where it is published',
  translationOf: 'The collection that this one translates, and its language',
  collection: 'The permanent id of the collection; the lock has it otherwise',
  deck: 'Name of the Anki deck at the first build; "::" makes sub-decks',
  questions: 'How a question begins, as it stands in the article: "12." or "### 1、" or "Q:"',
  options: 'How an option begins: "A.", checkbox, bullets or none',
  key: 'What stands before a key: "S:"',
  explanation: 'What stands before an explanation: "Explanation:"',
  leaveOut: 'Lines ("126-131") or texts to leave out',
  corrections: 'What is said of single questions: by number, by line ("line 36") or by the beginning of their text',
  accept: 'true: you have looked, and the reading is right although it is not certain',
} as const satisfies Record<keyof z.infer<typeof articleSettingsSchema>, string>

/** The schema of frontmatter and settings, beside the article so that it works without a network. */
const schemaFile = 'cardpress.schema.json'

/** Files by which an editor completes and checks frontmatter and settings. */
export function editorFiles(): Readonly<Record<string, string>> {
  return {
    'article.cardpress.yml': settingsFile,
    [schemaFile]: `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`,
    '.vscode/settings.json': `${JSON.stringify({ 'yaml.schemas': { [`./${schemaFile}`]: '*.cardpress.yml' } }, null, 2)}\n`,
  }
}

/** Returns the JSON Schema of frontmatter and settings files, each field with its description. */
export function settingsJsonSchema(): object {
  const schema = z.toJSONSchema(articleSettingsSchema, {
    io: 'input',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (jsonSchema.type !== 'array') return
      // A list of words may be written as one word.
      const { type, items } = jsonSchema
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
      jsonSchema.anyOf = [{ type, ...(items === undefined ? {} : { items }) }, { type: ['string', 'number'] }]
    },
  })
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const description = descriptions[name as keyof typeof descriptions]
    return [name, typeof property === 'object' ? { ...property, description } : property]
  })
  return { ...schema, title: 'Settings of a Cardpress article', properties: Object.fromEntries(properties) }
}

const settingsFile = `# yaml-language-server: $schema=./${schemaFile}
# How article.md is read is found out from the article. What is said here comes first, for instance:
#
# questions: "### 1."
# leaveOut: 126-131
# corrections:
#   14:
#     flags: [missing-figure]
#     note: the formula was a picture
{}
`
