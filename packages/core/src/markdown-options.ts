import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import type { Handle, Options } from 'mdast-util-to-markdown'

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

/** How this package writes Markdown. */
export const markdownOptions: Options = {
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
