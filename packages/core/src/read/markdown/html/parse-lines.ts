import type { Nodes, Root } from 'mdast'
import type { Point, Position } from 'unist'
import type { LineIndex } from '../../line-index.ts'

/** A piece of one line of a source: offsets of UTF-16 units, the end exclusive. */
export interface Segment {
  readonly start: number
  readonly end: number
}

/**
 * Returns the tree of a text that consists of pieces of consecutive lines, with positions in the whole source.
 *
 * @param segments The pieces, one for each line.
 * @param source The whole source.
 * @param lines Its lines.
 * @param parse Reads Markdown.
 */
export function parseLines(
  segments: readonly Segment[],
  source: string,
  lines: LineIndex,
  parse: (markdown: string) => Root,
): Root {
  const tree = parse(segments.map(({ start, end }) => source.slice(start, end)).join('\n'))
  const place = ({ line, column }: Point): Point => {
    const segment = segments[Math.min(line, segments.length) - 1] as Segment
    return lines.pointAt(Math.min(segment.start + column - 1, segment.end))
  }
  const move = (node: Nodes): void => {
    if (node.position) node.position = movePosition(node.position, place)
    if ('children' in node) for (const child of node.children) move(child)
  }
  move(tree)
  return tree
}

function movePosition(position: Position, place: (point: Point) => Point): Position {
  return { start: place(position.start), end: place(position.end) }
}
