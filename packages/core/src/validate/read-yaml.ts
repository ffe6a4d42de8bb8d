import type { VFileMessage } from 'vfile-message'
import { LineCounter, parseDocument, type YAMLError } from 'yaml'
import type { z } from 'zod'
import { toMessage } from '../messages/message.ts'
import { say } from '../messages/say.ts'
import type { Sentence } from '../messages/sentence.ts'
import { yamlErrors } from '../messages/texts/yaml.ts'
import { fieldMistakes } from './field-mistakes.ts'

/** A piece of YAML: frontmatter, or a file of its own. */
export interface YamlSource {
  readonly text: string
  /** The file, as messages name it. */
  readonly path: string
  /** Where the text starts in the file. Default: its first character. */
  readonly start?: { readonly line: number; readonly column: number; readonly offset: number } | undefined
  /** What messages call it. */
  readonly what: 'frontmatter' | 'settings'
}

/** What a piece of YAML says, as far as it is right. */
export interface YamlResult<Value> {
  /** Undefined where the YAML is broken; without its wrong fields otherwise. */
  readonly value: Partial<Value> | undefined
  readonly messages: readonly VFileMessage[]
}

/**
 * Reads YAML and checks it against a schema. Each mistake is a message at its own place: `broken-yaml`,
 * `unknown-field` (its `note` is the field that was probably meant) or `wrong-field`. Fields that are wrong are left out of
 * the value; the others count.
 *
 * @param source the YAML and where it stands.
 * @param schema what it may hold; every field optional.
 */
export function readYaml<Shape extends z.ZodRawShape>(
  source: YamlSource,
  schema: z.ZodObject<Shape>,
): YamlResult<z.infer<z.ZodObject<Shape>>> {
  const lines = new LineCounter()
  const document = parseDocument(source.text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'silent',
  })
  const messages: VFileMessage[] = []
  const what = say(`what.${source.what}`)
  const tell = (reason: Sentence, ruleId: string, range: readonly [number, number], note?: string): void => {
    const message = messageAt(source, lines, reason, ruleId, range)
    if (note !== undefined) message.note = note
    messages.push(message)
  }
  for (const error of [...document.errors, ...document.warnings])
    tell(say('broken-yaml', { what, detail: inWords(error) }), 'broken-yaml', error.pos)
  if (messages.length > 0) return { value: undefined, messages }

  const value = toValue(document, (detail) => tell(say('broken-yaml', { what, detail }), 'broken-yaml', [0, 0]))
  if (messages.length > 0) return { value: undefined, messages }
  if (value === null || value === undefined) return { value: {}, messages }
  if (typeof value !== 'object' || Array.isArray(value)) {
    tell(say('wrong-field.none', { what }), 'wrong-field', [0, source.text.length])
    return { value: undefined, messages }
  }
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data as Partial<z.infer<z.ZodObject<Shape>>>, messages }
  const wrong = new Set<string>()
  for (const { ruleId, path, sentence, meant } of fieldMistakes(value, schema, what)) {
    wrong.add(String(path[0]))
    tell(sentence, ruleId, rangeOf(document, path, ruleId === 'unknown-field'), meant)
  }
  const right = schema.safeParse(Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key))))
  return { value: right.success ? (right.data as Partial<z.infer<z.ZodObject<Shape>>>) : undefined, messages }
}

type YamlDocument = ReturnType<typeof parseDocument>

function toValue(document: YamlDocument, tell: (reason: string) => void): unknown {
  try {
    // An alias that grows without bound is refused by the library.
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    tell((error as Error).message)
    return undefined
  }
}

/** The place of a field, or of its name; of the nearest field around it where it is not there. */
function rangeOf(document: YamlDocument, path: readonly PropertyKey[], name: boolean): readonly [number, number] {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    const items: unknown[] =
      typeof parent === 'object' && parent !== null && 'items' in parent ? (parent.items as unknown[]) : []
    const item = typeof key === 'number' ? items[key] : items.find((one) => keyOf(one) === String(key))
    const node = isPair(item) ? (name || !hasRange(item.value) ? item.key : item.value) : item
    if (hasRange(node)) return [node.range[0], node.range[1]]
  }
  return [0, 0]
}

function isPair(value: unknown): value is { readonly key: unknown; readonly value: unknown } {
  return typeof value === 'object' && value !== null && 'key' in value && 'value' in value
}

function keyOf(item: unknown): string | undefined {
  const key = isPair(item) ? item.key : undefined
  return typeof key === 'object' && key !== null && 'value' in key ? String(key.value) : undefined
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function inWords(error: YAMLError): Sentence {
  const [first = error.code] = error.message.split('\n')
  const place = first.lastIndexOf(' at line ')
  return { en: place === -1 ? first : first.slice(0, place).trimEnd(), zh: yamlErrors[error.code] }
}

function messageAt(
  { path, start = { line: 1, column: 1, offset: 0 } }: YamlSource,
  lines: LineCounter,
  reason: Sentence,
  ruleId: string,
  [from, to]: readonly [number, number],
): VFileMessage {
  const point = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return {
      line: start.line + line - 1,
      column: line === 1 ? start.column + col - 1 : col,
      offset: start.offset + offset,
    }
  }
  return toMessage(reason, { ruleId, place: { start: point(from), end: point(to) }, fatal: true, file: path })
}
