import { findLanguage as languageOf } from '@cardpress/core/messages'
import { type Entry, en } from './en.ts'
import { zh } from './zh.ts'

/** The table of sentences; every language has every key. */
export type Texts = { readonly [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Entry }
/** A key of the table. */
export type TextKey = keyof typeof en

const languages = { en, zh } as const satisfies Record<string, Texts>

/** A language that the command speaks. */
export type Language = keyof typeof languages

/** Says one sentence of the table, with its `{placeholders}` filled in. `count` chooses between one and many. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

/**
 * Returns the function that says sentences in one language.
 *
 * @param language - see {@link findLanguage}
 */
export function createSay(language: Language): Say {
  const texts: Texts = languages[language]
  const number = new Intl.NumberFormat(language)
  return (key, values = {}) => {
    const entry: Entry = texts[key]
    const template = typeof entry === 'string' ? entry : values.count === 1 ? entry.one : entry.other
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      if (value === undefined) return whole
      return typeof value === 'number' ? number.format(value) : value
    })
  }
}

/** Whether a text is a key of the table (reasons, flags and kinds come from the article). */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en, key)
}

/**
 * Finds the language of messages: `--lang`, else the environment as POSIX orders it (LC_ALL, LC_MESSAGES, LANG), else English.
 *
 * @param args - the command line
 * @param env - the environment
 */
export function findLanguage(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.indexOf('--lang')
  const given = at === -1 ? args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) : args[at + 1]
  return languageOf(env, given)
}
