import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import type { Handle, Options } from 'mdast-util-to-markdown'
import { toMarkdown as mdastToMarkdown } from 'mdast-util-to-markdown'
import type { Block, Inline } from './schema/content.ts'

/**
 * Returns rich text as Markdown (GFM with `$…$` and `$$…$$` for math) that this package's own Markdown reader
 * reads back to the same content.
 *
 * What Markdown has no mark for is written the way most tools accept: `==highlight==`, `<sup>…</sup>`,
 * `<sub>…</sub>`, and a cloze as Anki writes it, `{{c1::text::hint}}`. There is no line feed at the end.
 *
 * @param blocks blocks of a bank, or inline nodes.
 */
export function toMarkdown(blocks: readonly (Block | Inline)[]): string {
  // Highlight, super-, subscript and cloze have handlers of our own, and optional fields are absent, not null.
  const root = { type: 'root', children: blocks } as unknown as Root
  return mdastToMarkdown(root, options).trimEnd()
}

const superscript: Handle = (node, _, state, info) => wrap('<sup>', '</sup>', node, state, info)
const subscript: Handle = (node, _, state, info) => wrap('<sub>', '</sub>', node, state, info)
const highlight: Handle = (node, _, state, info) => wrap('==', '==', node, state, info)
const cloze: Handle = (node, _, state, info) =>
  wrap(`{{c${node.index}::`, node.hint ? `::${node.hint}}}` : '}}', node, state, info)

function wrap(open: string, close: string, node: Parameters<Handle>[0], ...[state, info]: HandleRest): string {
  const tracker = state.createTracker(info)
  let value = tracker.move(open)
  value += tracker.move(state.containerPhrasing(node, { before: open, after: close, ...tracker.current() }))
  return value + tracker.move(close)
}

type HandleRest = [Parameters<Handle>[2], Parameters<Handle>[3]]

const options: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  extensions: [gfmToMarkdown(), mathToMarkdown()],
  handlers: { superscript, subscript, highlight, cloze } as Partial<NonNullable<Options['handlers']>>,
  unsafe: [
    { character: '=', after: '=', inConstruct: 'phrasing' },
    { character: '{', after: '\\{', inConstruct: 'phrasing' },
  ],
}
