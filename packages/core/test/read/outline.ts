import type { Article } from '@cardpress/core'

interface AnyNode {
  readonly type: string
  readonly children?: readonly AnyNode[]
  readonly position?: { start: { line: number; column: number }; end: { line: number; column: number } }
}

/** Returns a tree as lines, one for each node: its type, where it stands, its value and other fields. */
export function outline({ tree, dropped = [], messages = [] }: Article): string {
  const lines: string[] = []
  const visit = (node: AnyNode, depth: number) => {
    const { type, children, position, ...fields } = node
    const place = position
      ? `${position.start.line}:${position.start.column}-${position.end.line}:${position.end.column}`
      : 'nowhere'
    const rest = Object.entries(fields)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    lines.push([`${'  '.repeat(depth)}${type}`, place, ...rest].join(' '))
    for (const child of children ?? []) visit(child, depth + 1)
  }
  visit(tree as AnyNode, 0)
  for (const { span, reason } of dropped) lines.push(`dropped ${span.start}-${span.end} ${reason}`)
  for (const message of messages)
    lines.push(`message ${message.place && 'line' in message.place ? message.place.line : ''} ${message.ruleId}`)
  return `${lines.join('\n')}\n`
}
