import { parse } from 'yaml'
import type { Line } from './lines/line.ts'
import type { Metadata } from './recognition.ts'

/**
 * Returns what the frontmatter of an article says about it. Unknown fields and fields of another type are left out.
 *
 * @param lines The lines of the article.
 */
export function readMetadata(lines: readonly Line[]): Metadata {
  const front = lines.find((line) => line.kind === 'metadata')
  const fields = front ? fieldsOf(front.text) : {}
  const heading = lines.find((line) => line.kind === 'heading' && line.depth === 1)
  const text = (name: string): string | undefined =>
    typeof fields[name] === 'string' && fields[name].trim() !== '' ? fields[name].trim() : undefined
  const tags = ['tags', 'tag', 'keywords'].map((name) => fields[name]).find((value) => Array.isArray(value))
  const title = text('title') ?? (heading?.text.replaceAll('\ufffc', '').trim() || undefined)
  const pick = (key: keyof Metadata, value: string | undefined): Metadata =>
    value === undefined ? {} : { [key]: value }
  return {
    ...pick('title', title),
    ...pick('description', text('description')),
    ...pick('language', text('language') ?? text('lang')),
    ...(Array.isArray(tags) ? { tags: tags.filter((tag) => typeof tag === 'string' && tag !== '') } : {}),
    ...pick('license', text('license') ?? text('licence')),
    ...pick('author', text('author')),
    ...pick('url', text('url')),
  }
}

function fieldsOf(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}
