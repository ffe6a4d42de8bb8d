import type { Root } from 'mdast'
import type { Handle, State } from 'mdast-util-to-markdown'
import { defaultHandlers, toMarkdown as mdastToMarkdown } from 'mdast-util-to-markdown'
import { markdownOptions } from './markdown-options.ts'
import type { Block, Inline } from './schema/content.ts'
import { skipSafeText } from './skip-safe-text.ts'

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
  const state = idle ?? newState()
  // Whoever throws in the middle leaves a state behind that nobody can use again.
  idle = undefined
  const markdown = state.handle(root, undefined, state, start).trimEnd()
  state.bulletLastUsed = undefined
  idle = state
  return markdown
}

/** A bank has thousands of fields, and setting up the serializer takes longer than to write one of them. */
let idle: State | undefined

const start = { before: '\n', after: '\n', now: { line: 1, column: 1 }, lineShift: 0 }

/** The state that mdast-util-to-markdown sets up for a document: it hands it to the handlers. */
function newState(): State {
  let made: State | undefined
  const root: Handle = (_node, _parent, state) => {
    made = state
    return ''
  }
  mdastToMarkdown(
    { type: 'root', children: [] },
    { ...markdownOptions, handlers: { ...markdownOptions.handlers, root } },
  )
  const state = made as State
  state.handlers.root = defaultHandlers.root
  skipSafeText(state)
  return state
}
