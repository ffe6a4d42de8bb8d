/** A language in which people are told things. */
export type Language = 'en' | 'zh'

/** One sentence, or part of one, in every language. */
export type Sentence = Readonly<Record<Language, string>>

/** Sentences by their keys, with `{placeholders}`. A sentence that counts has a second form for one. */
export type SentenceTable = Readonly<Record<string, Sentence & { readonly one?: string }>>

/** What fills a placeholder: a text that is the same in every language, or a sentence that is not. */
export type Filling = string | number | Sentence

/**
 * Returns a function that says the sentences of a table, their placeholders filled in.
 *
 * @param table the sentences. `one` is the English sentence where the value `count` is 1.
 */
export function sayFrom<Table extends SentenceTable>(
  table: Table,
): (key: keyof Table & string, values?: Readonly<Record<string, Filling>>) => Sentence {
  return (key, values = {}) => {
    const { en, zh, one = en } = table[key] as Sentence & { readonly one?: string }
    return { en: fill(values.count === 1 ? one : en, values, 'en'), zh: fill(zh, values, 'zh') }
  }
}

/**
 * Returns a text as a sentence: one that is not of our own words reads the same in every language.
 *
 * @param text a text or a sentence.
 */
export function asSentence(text: string | Sentence): Sentence {
  return typeof text === 'string' ? { en: text, zh: text } : text
}

/**
 * Returns sentences joined into one.
 *
 * @param parts what is joined, without anything between.
 */
export function joined(...parts: readonly Filling[]): Sentence {
  const inOne = (language: Language) => parts.map((part) => toText(part, language)).join('')
  return { en: inOne('en'), zh: inOne('zh') }
}

function fill(template: string, values: Readonly<Record<string, Filling>>, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : toText(value, language)
  })
}

function toText(value: Filling, language: Language): string {
  return typeof value === 'object' ? value[language] : String(value)
}
