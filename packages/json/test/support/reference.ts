/** A JSON Schema, as far as the reference reads it. */
interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly description?: string
  readonly examples?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly additionalProperties?: Schema
}

/**
 * Returns the properties of a schema as Markdown: a table for the root, then one for every definition and for every object
 * that has no name of its own.
 */
export function toReference(schema: Schema, rootName: string): string {
  const sections: string[] = []
  const describe = (name: string, object: Schema) => {
    const nested: [string, Schema][] = []
    const rows = Object.entries(object.properties ?? {}).map(([property, value]) => {
      const inner = objectIn(value)
      if (inner !== undefined) nested.push([`${name}.${property}${value.type === 'array' ? '[]' : ''}`, inner])
      const optional = object.required?.includes(property) === true ? '' : ' (optional)'
      return `| \`${property}\`${optional} | ${typeOf(value)} | ${escapeCell(resolve(schema, value).description ?? '')} | ${exampleOf(resolve(schema, value))} |`
    })
    const intro = object.description === undefined ? '' : `${object.description}\n\n`
    sections.push(`### ${name}\n\n${intro}| property | type | | example |\n|---|---|---|---|\n${rows.join('\n')}\n`)
    for (const [path, inner] of nested) describe(path, inner)
  }
  describe(rootName, schema)
  for (const [name, definition] of Object.entries(schema.$defs ?? {})) {
    if (definition.properties !== undefined) describe(name, definition)
    else sections.push(`### ${name}\n\n${definition.description ?? ''} It is ${typeOf(definition)}.\n`)
  }
  return sections.join('\n')
}

/** The object that a property holds, where that object has no name. */
function objectIn(schema: Schema): Schema | undefined {
  if (schema.$ref !== undefined) return undefined
  if (schema.properties !== undefined) return schema
  if (schema.items !== undefined) return objectIn(schema.items)
  for (const part of schema.anyOf ?? []) {
    const found = objectIn(part)
    if (found !== undefined) return found
  }
  return undefined
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref)
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ')
  const parts = schema.anyOf ?? schema.oneOf
  if (parts !== undefined) return parts.map(typeOf).join(' or ')
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`
  if (schema.type === 'object' && schema.properties === undefined && schema.additionalProperties?.type !== undefined)
    return `object of ${typeOf(schema.additionalProperties)}`
  return schema.type ?? 'anything'
}

function nameOf(reference: string): string {
  const name = reference.replace('#/$defs/', '')
  return `[${name}](#${name.toLowerCase()})`
}

function resolve(root: Schema, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  return { ...root.$defs?.[schema.$ref.replace('#/$defs/', '')], ...schema }
}

function exampleOf(schema: Schema): string {
  const [example] = schema.examples ?? (schema.const === undefined ? [] : [schema.const])
  const text = example === undefined ? '' : JSON.stringify(example)
  return text === '' || text.length > 60 ? '' : `\`${text.replaceAll('|', '\\|')}\``
}

function escapeCell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/[<>]/g, (character) => (character === '<' ? '&lt;' : '&gt;'))
    .replace(/[\\*_$]/g, '\\$&')
}
