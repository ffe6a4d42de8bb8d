import type { Root } from 'mdast'
import type { VFileMessage } from 'vfile-message'

/** An article that has been decoded and read into a tree, not yet recognised. */
export interface Article {
  /** Where it came from, as it goes into messages and the bank: relative, with `/`. */
  readonly path: string
  /** The decoded text after the byte-order mark; every position in `tree` counts UTF-16 units of it. */
  readonly source: string
  /** WHATWG name of the encoding that was assumed: `utf-8`, `utf-16le`, `gb18030`, … */
  readonly encoding: string
  readonly format: 'markdown' | 'text' | 'html' | 'gift' | 'aiken'
  /** mdast with positions on every node; no `html` nodes, references resolved. See `read/nodes.ts` for the extra nodes it may hold. */
  readonly tree: Root
  /** Parts of the source that the front door left out of the tree, in order, disjoint; each goes into the leftovers. */
  readonly dropped?: readonly Dropped[]
  /** What the front door had to repair or found odd. */
  readonly messages?: readonly VFileMessage[]
}

/** A part of the source that is in no node of the tree. */
export interface Dropped {
  /** Offsets of UTF-16 units in the source, the end exclusive. */
  readonly span: { readonly start: number; readonly end: number }
  /** Why: `navigation`, `script`, `metadata`, `comment`, … as in the bank's leftovers. */
  readonly reason: string
}
