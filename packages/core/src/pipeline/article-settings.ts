import type { VFileMessage } from 'vfile-message'
import { z } from 'zod'
import type { Article } from '../article.ts'
import { joinSettings, type Settings, settingsSchema } from '../settings.ts'
import { readYaml, type YamlSource } from '../validate/read-yaml.ts'
import { type ArticleMetadata, metadataSchema } from './metadata.ts'

/** What frontmatter and the settings file may hold: what the article is, and how it is to be read. */
export const articleSettingsSchema = z.strictObject({ ...metadataSchema.shape, ...settingsSchema.shape })

/** What a person has said about an article, in all places. */
export interface ArticleSettings {
  readonly metadata: ArticleMetadata
  readonly settings: Settings
  readonly messages: readonly VFileMessage[]
}

/** A settings file: its path, as messages name it, and its text. */
export interface SettingsFile {
  readonly path: string
  readonly text: string
}

/**
 * Returns what a person has said about an article: flags come before the settings file beside it, and that before its
 * frontmatter, which comes before the configuration.
 *
 * @param article the article, as its front door left it.
 * @param file the settings file, where there is one. A mistake in it is an error.
 * @param flags what the command line says.
 * @param defaults what the configuration says.
 */
export function readSettings(
  article: Article,
  file: SettingsFile | undefined,
  flags: Settings | undefined,
  defaults?: Settings | undefined,
): ArticleSettings {
  const front = readFrontmatter(article)
  const beside = file && readYaml({ ...file, what: 'settings' }, articleSettingsSchema)
  const layers = [beside?.value, front.value].map((value) => split(value ?? {}))
  return {
    metadata: Object.assign({}, ...layers.map(({ metadata }) => metadata).toReversed()) as ArticleMetadata,
    settings: joinSettings(flags, ...layers.map(({ settings }) => settings), defaults),
    messages: [...front.messages, ...(beside?.messages ?? [])],
  }
}

type Fields = z.infer<typeof articleSettingsSchema>

function split(fields: Partial<Fields>): { metadata: ArticleMetadata; settings: Settings } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  const those = (test: (key: string) => boolean) => Object.fromEntries(entries.filter(([key]) => test(key)))
  return {
    metadata: those((key) => key in metadataSchema.shape) as ArticleMetadata,
    settings: those((key) => key in settingsSchema.shape) as Settings,
  }
}

function readFrontmatter({ tree, path }: Article) {
  const [node] = tree.children
  if (node?.type !== 'yaml' || node.position === undefined) return { value: undefined, messages: [] }
  const { line, offset = 0 } = node.position.start
  // The YAML starts below the fence of three hyphens.
  const source: YamlSource = {
    text: node.value,
    path,
    start: { line: line + 1, column: 1, offset: offset + 4 },
    what: 'frontmatter',
  }
  const { value, messages } = readYaml(source, articleSettingsSchema)
  return { value, messages: messages.filter(isOurs).map(soften) }
}

/** Frontmatter is shared with blogs and their tools: what is none of ours is no mistake, unless it looks like a slip. */
function isOurs({ ruleId, note }: VFileMessage): boolean {
  return ruleId !== 'unknown-field' || note !== undefined
}

function soften(message: VFileMessage): VFileMessage {
  if (message.ruleId !== 'broken-yaml') message.fatal = false
  return message
}
