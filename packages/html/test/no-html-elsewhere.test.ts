import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Everything that emits, but for this package, whose work it is. */
const folders = ['packages/anki/src', 'packages/json/src', 'packages/lms/src', 'packages/pdf/src', 'apps/cli/src']

/**
 * What frames content and holds none: card templates in Anki's own language, whose fields Anki fills in, and the page
 * shells of the preview, which carry scripts.
 */
const frames = ['packages/anki/src/note-types/', 'packages/anki/src/card-page.ts', 'packages/anki/src/preview-page.ts']

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

describe.each(folders)('%s', (folder) => {
  it('builds no HTML by putting strings together', () => {
    const files = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !frames.some((frame) => path.startsWith(frame)))
    expect(files.length).toBeGreaterThan(0)
    expect(files.flatMap(concatenations)).toEqual([])
  })
})

it('finds HTML that is put together, however it is done', () => {
  for (const code of [
    'const html = `<li>$\u007bitem}</li>`',
    "const html = '<b>' + text + '</b>'",
    "html += '<br>'",
    "const html = ['<ul>', items, '</ul>'].join('')",
    "const html = lines.join('<br>')",
    "const html = text.replaceAll('x', '<br>')",
    "const html = '<p>'.concat(text)",
  ])
    expect([code, found(code).length]).toEqual([code, 1])
  for (const code of [
    "const template = '<div>{{Question}}</div>'",
    'const text = `a < $\u007bb}`',
    "const text = 'a' + b",
    'const path = `$\u007ba}/b`',
  ])
    expect([code, found(code)]).toEqual([code, []])
})

function concatenations(path: string): string[] {
  const code = readFileSync(`${root}${path}`, 'utf8')
  return found(code).map((start) => `${path}:${code.slice(0, start).split('\n').length}`)
}

/** Returns where code puts a string with markup together with something that is computed. */
function found(code: string): number[] {
  const { program, errors } = parseSync('file.ts', code)
  if (errors.length > 0) throw new Error(errors[0]?.message)
  const places: number[] = []
  walk(program as unknown as Node, (node) => {
    if (joinsMarkup(node)) {
      places.push(node.start)
      return false
    }
    return true
  })
  return places
}

/** An expression that only joins constants is a constant: a template of Anki's, written on several lines. */
function joinsMarkup(node: Node): boolean {
  switch (node.type) {
    case 'TemplateLiteral': {
      const parts = node.quasis as readonly { value: { raw: string } }[]
      return parts.length > 1 && parts.some(({ value }) => markup.test(value.raw))
    }
    case 'BinaryExpression':
      return node.operator === '+' && !isConstant(node) && hasMarkup(node)
    case 'AssignmentExpression':
      return node.operator === '+=' && hasMarkup(node.right as Node)
    case 'CallExpression': {
      const callee = node.callee as Node
      const name = (callee.property as { name?: string } | undefined)?.name ?? ''
      if (!/^(?:join|concat|replace|replaceAll|padStart|padEnd)$/.test(name)) return false
      const all = [callee.object as Node, ...(node.arguments as Node[])]
      return all.some(hasMarkup) && !all.every(isConstant)
    }
    default:
      return false
  }
}

const markup = /<\/?[a-z][a-z0-9]*(?:[\s/>]|$)/i

function hasMarkup(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string' && markup.test(node.value)
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { raw: string } }[]).some(({ value }) => markup.test(value.raw))
  if (node.type === 'BinaryExpression') return hasMarkup(node.left as Node) || hasMarkup(node.right as Node)
  if (node.type === 'ArrayExpression')
    return (node.elements as (Node | null)[]).some((element) => element !== null && hasMarkup(element))
  return false
}

function isConstant(node: Node): boolean {
  if (node.type === 'Literal') return true
  if (node.type === 'TemplateLiteral') return (node.expressions as Node[]).every(isConstant)
  if (node.type === 'BinaryExpression') return isConstant(node.left as Node) && isConstant(node.right as Node)
  if (node.type === 'ArrayExpression')
    return (node.elements as (Node | null)[]).every((element) => element !== null && isConstant(element))
  return false
}

function walk(value: unknown, enter: (node: Node) => boolean): void {
  if (Array.isArray(value)) for (const item of value) walk(item, enter)
  else if (typeof value === 'object' && value !== null) {
    if (typeof (value as Node).type === 'string' && !enter(value as Node)) return
    for (const child of Object.values(value)) walk(child, enter)
  }
}
