import type { Root } from 'mdast'

/** An article that has been decoded and read into a tree, not yet recognised. */
export interface Article {
  /** Where it came from, as it goes into messages and the bank: relative, with `/`. */
  readonly path: string
  /** The decoded text after the byte-order mark; every position in `tree` counts UTF-16 units of it. */
  readonly source: string
  /** WHATWG name of the encoding that was assumed: `utf-8`, `utf-16le`, `gb18030`, … */
  readonly encoding: string
  readonly format: 'markdown' | 'text' | 'html'
  /** mdast with positions on every node; no `html` nodes, references resolved. See `read-*.ts` for the extra nodes it may hold. */
  readonly tree: Root
}
