// `math` and `inlineMath` are typed there.

import type { BlockContent, DefinitionContent, Literal, Parent, PhrasingContent } from 'mdast'
import type {} from 'mdast-util-math'

/** A part that a page folds away: `<details>`, with what it says while folded as its first child. */
export interface Details extends Parent {
  type: 'details'
  children: Array<Summary | BlockContent | DefinitionContent>
}

/** What a folded part says: `<summary>`. Always there, empty where the page has none. */
export interface Summary extends Parent {
  type: 'summary'
  children: PhrasingContent[]
}

/** An HTML comment, or another part of the source that is not shown (`<!doctype>`, a processing instruction). */
export interface Comment extends Literal {
  type: 'comment'
}

/** Marked text: `<mark>` or `==…==`. */
export interface Highlight extends Parent {
  type: 'highlight'
  children: PhrasingContent[]
}

/** Text set higher: `<sup>`. */
export interface Superscript extends Parent {
  type: 'superscript'
  children: PhrasingContent[]
}

/** Text set lower: `<sub>`. */
export interface Subscript extends Parent {
  type: 'subscript'
  children: PhrasingContent[]
}

/** Text to be asked for: `{{c1::…::hint}}`, as Anki writes it. */
export interface Cloze extends Parent {
  type: 'cloze'
  /** Which card asks for it, from 1. */
  index: number
  hint?: string | undefined
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface BlockContentMap {
    details: Details
    comment: Comment
  }
  interface PhrasingContentMap {
    highlight: Highlight
    superscript: Superscript
    subscript: Subscript
    cloze: Cloze
    comment: Comment
  }
  interface RootContentMap {
    details: Details
    summary: Summary
    comment: Comment
    highlight: Highlight
    superscript: Superscript
    subscript: Subscript
    cloze: Cloze
  }
  interface Data {
    /** Where a text or a picture linked to, when that destination was relative or of an unsafe scheme and the link was unwrapped. */
    href?: string
    /** Of a `comment`: why the front door left this part of the page out (`navigation`, `script`, `metadata`, …); a leftover's reason. */
    reason?: string
    /** Of an `inlineMath`: written as a display formula. */
    display?: boolean
    /** How hast-util-to-mdast tells phrasing from blocks; never in a finished tree. */
    hName?: string
  }
}
