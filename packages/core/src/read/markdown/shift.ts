import type { Nodes } from 'mdast'

/**
 * Moves a node and all in it, in place: a large article has millions of points.
 *
 * @param node The node.
 * @param offset By how many UTF-16 units.
 * @param line By how many lines.
 */
export function shift(node: Nodes, offset: number, line: number): void {
  if (node.position) {
    for (const point of [node.position.start, node.position.end] as { offset: number; line: number }[]) {
      point.offset += offset
      point.line += line
    }
  }
  if ('children' in node) for (const child of node.children) shift(child, offset, line)
}
