/** Where a piece of an element's content lies: the marked-content sequence `mcid` of a page. */
export interface TagContent {
  readonly page: number
  readonly mcid: number
}

/** Everything that a structure element may say about itself. */
export interface TagAttributes {
  /** Text for readers who cannot see it (a picture, a formula). */
  readonly alt?: string | undefined
  /** The characters that the content stands for. */
  readonly actual?: string | undefined
  readonly title?: string | undefined
  readonly lang?: string | undefined
  /** For a header cell: what it is the header of. */
  readonly scope?: 'Row' | 'Column' | undefined
  /** For a list: how its items are marked. */
  readonly numbering?: 'Decimal' | 'UpperAlpha' | 'Disc' | 'None' | undefined
}

/**
 * A node of the document's structure tree. Layout makes them; an element joins its parent when its first content is
 * drawn, so the tree is in reading order and holds no empty element.
 */
export class TagElement {
  readonly type: string
  readonly parent: TagElement | undefined
  readonly attributes: TagAttributes
  readonly kids: (TagElement | TagContent | { readonly annotation: { toString(): string }; readonly page: number })[] =
    []
  /** Number of its object in the file; 0 before it has one. */
  id = 0
  attached = false
  /** Children that the element has even where they have no content: the cells of a row. */
  readonly always: TagElement[] = []
  finished = false

  /**
   * @param type a standard structure type of PDF 1.7: P, H1, L, LI, Table, Formula, …
   * @param parent the element above; absent only for the document
   * @param attributes what it says about itself
   */
  constructor(type: string, parent?: TagElement, attributes: TagAttributes = {}) {
    this.type = type
    this.parent = parent
    this.attributes = attributes
  }
}
