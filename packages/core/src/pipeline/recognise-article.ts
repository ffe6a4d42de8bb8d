import type { z } from 'zod'
import { readExchange } from '../exchange/read-exchange.ts'
import { type ArticleInput, readArticle } from '../read/read-article.ts'
import { recognise } from '../recognise/recognise.ts'
import type { Metadata } from '../recognise/recognition.ts'
import type { Settings } from '../settings.ts'
import { readSettings, type SettingsFile } from './article-settings.ts'
import { metadataSchema } from './metadata.ts'
import type { RecognisedArticle } from './recognised-article.ts'

/** An article's bytes or text, and what the person said about how to read it. */
export interface RecogniseInput extends ArticleInput {
  /** The settings file beside the article (`<article>.cardpress.yml`), where there is one. */
  readonly settingsFile?: SettingsFile | undefined
  /** What the command line says about how to read it; it comes before the settings file, and that before frontmatter. */
  readonly settings?: Settings | undefined
  /** What holds for every article of a folder, where nothing else says otherwise: the configuration. */
  readonly defaults?: Settings | undefined
}

/**
 * Reads and recognises an article: all of the work that may take long. Pure and synchronous; `guardedRecognise` does the
 * same within limits of time and memory.
 *
 * @throws VFileMessage (fatal) when the article cannot be read at all; see `readArticle`.
 */
export function recogniseArticle(input: RecogniseInput): RecognisedArticle {
  const article = readArticle(input)
  const told = readSettings(article, input.settingsFile, input.settings, input.defaults)
  const { format } = article
  const recognition =
    format === 'gift' || format === 'aiken'
      ? readExchange(article, format, told.settings)
      : recognise(article, told.settings)
  return {
    path: article.path,
    source: article.source,
    encoding: article.encoding,
    format: article.format,
    recognition,
    // The recogniser knows more spellings, and the first heading; what is stated outright and right comes before it.
    metadata: { ...onlyValid(recognition.metadata), ...told.metadata },
    isAccepted: told.settings.accept ?? false,
    messages: [...(article.messages ?? []), ...told.messages, ...recognition.messages],
  }
}

/** What was found but is not as a bank has it (an address without http) is left out: its mistake has been told. */
function onlyValid(metadata: Metadata): Metadata {
  const schemas: Readonly<Record<string, z.ZodType>> = metadataSchema.shape
  return Object.fromEntries(
    Object.entries(metadata).filter(([field, value]) => schemas[field]?.safeParse(value).success),
  )
}
