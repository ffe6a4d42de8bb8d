import type { Node, Parent, RootContent } from 'mdast'

/** What a line is part of. */
export type LineKind =
  /** A line of a paragraph. */
  | 'text'
  | 'heading'
  /** What a folded part says. */
  | 'summary'
  | 'code'
  | 'table'
  /** The question's cell in a table of questions. */
  | 'row'
  /** A cell of such a table that is neither question nor answer. */
  | 'head'
  | 'math'
  /** A thematic break. */
  | 'rule'
  /** Something that is not shown: a comment, markup without text. */
  | 'hidden'
  /** Frontmatter. */
  | 'metadata'
  /** The text of a footnote, or where a reference leads. */
  | 'definition'

/** A list, item, quote, folded part or footnote around a line. */
export interface Container {
  readonly node: Parent
  readonly parent: Container | undefined
  /** 1 for a container directly in the document. */
  readonly level: number
}

/** A piece of one text-like node within one line. */
export interface Run {
  /** Its plain text; U+FFFC stands for a picture. */
  readonly text: string
  /** The node that holds it. */
  readonly leaf: Node
  /** Emphasis, links and the like around the leaf, outermost first. */
  readonly wraps: readonly Parent[]
  /** Offset in the source of the text's first unit. */
  readonly start: number
  /** Offset in the source after its last unit. */
  readonly end: number
  /** Offset in the source of each unit of `text`, where that is not `start + index`. */
  readonly map?: Uint32Array | undefined
}

/** How a line opens a list item. */
export interface ItemMark {
  readonly ordered: boolean
  /** The number as printed, for an ordered item. */
  readonly number?: string
  /** What follows the number, or the bullet: `.`, `)`, `-`, `*`, `+`. */
  readonly delimiter: string
  /** Its list counts in letters. */
  readonly lettered?: boolean
  readonly checked?: boolean
}

/** One line of an article: the unit that the recogniser reads. Code, tables and formulas are one line each. */
export interface Line {
  readonly index: number
  readonly kind: LineKind
  /** 1-based line of the source. */
  readonly number: number
  /** Plain text; for code, its value. */
  readonly text: string
  readonly runs: readonly Run[]
  /** The block that it is a line of. */
  readonly node: RootContent
  readonly container: Container | undefined
  /** Set when it is the first line of a list item. */
  readonly item?: ItemMark
  /** What the column says of a cell in a table of choice questions. */
  readonly cell?: 'option' | 'answer' | 'explanation'
  /** Heading depth, 0 for others. */
  readonly depth: number
  /** It is the first line of its block. */
  readonly opens: boolean
  /** A hard break (`<br>`, two spaces) ended the line before. */
  readonly afterBreak: boolean
  /** White space at the beginning of its line of the source, in units. */
  readonly indent: number
  /** A blank line, or a block boundary, stands before it. */
  readonly blankBefore: boolean
  /** The whole line is strong or emphasised. */
  readonly emphasis?: 'strong' | 'emphasis' | 'highlight'
  /** The source that it owns: from its first character, opening syntax included, to where the next line's begins. The lines tile the source. */
  readonly start: number
  readonly end: number
  /** Where its own content ends, without closing syntax of containers. */
  readonly contentEnd: number
}
