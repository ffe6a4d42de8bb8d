import type { Nodes, Parents } from 'mdast'
import type { Point, Position } from 'unist'

/**
 * Makes a node and those below it take less memory, in place, the same tree all the while. Nodes share the points that are
 * the same (where a paragraph begins, its text begins, and where an item ends, its last line ends), and lists of children
 * give back the room that they grew for more.
 *
 * @param node A node whose points nothing moves any more.
 */
export function compact(node: Nodes): void {
  if (!('children' in node)) return
  let before = node.position?.start
  for (const child of node.children as Nodes[]) {
    const { position } = child as { position?: Position }
    if (position && before && isSame(position.start, before)) position.start = before
    if (position && node.position && isSame(position.end, node.position.end)) position.end = node.position.end
    compact(child)
    before = position?.end
  }
  ;(node as Parents).children = node.children.slice() as never
}

function isSame(a: Point, b: Point): boolean {
  return a.offset === b.offset && a.line === b.line && a.column === b.column
}
