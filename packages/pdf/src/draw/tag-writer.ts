import { type TagAttributes, type TagContent, TagElement } from '../layout/tag-element.ts'
import type { CompactDocument, PdfReference } from './compact-document.ts'
import { pdfNumber, pdfText } from './pdf-syntax.ts'

/** What the drawing layer tells of a page: the object that its elements point to. */
export interface TaggedPage {
  readonly index: number
  readonly reference: PdfReference
  /** The elements of the page's marked-content sequences, by their number. */
  readonly sequences: TagElement[]
}

/**
 * Writes the structure tree (PDF 1.7, 14.7). Elements are written as soon as their question is finished, so that a
 * long document is never held whole.
 */
export class TagWriter {
  readonly #document: CompactDocument
  readonly #root: PdfReference
  readonly #pages: PdfReference[] = []
  /** The parent tree: the objects that keys 0, 1, … lead to. */
  readonly #parents: string[] = []
  readonly #boxes = new Map<TagElement, readonly [number, number, number, number]>()

  constructor(document: CompactDocument) {
    this.#document = document
    this.#root = document.ref({ Type: 'StructTreeRoot' })
    document._root.data.StructTreeRoot = this.#root
    document._root.data.MarkInfo = document.ref({ Marked: true })
  }

  /** Begins a page. */
  openPage(reference: PdfReference): TaggedPage {
    this.#pages.push(reference)
    return { index: this.#pages.length - 1, reference, sequences: [] }
  }

  /** Returns the number of a new marked-content sequence of an element. */
  open(element: TagElement, page: TaggedPage): number {
    this.#attach(element)
    const mcid = page.sequences.length
    page.sequences.push(element)
    element.kids.push({ page: page.index, mcid })
    return mcid
  }

  /** Puts an annotation into an element; returns its key in the parent tree. */
  annotate(element: TagElement, annotation: PdfReference, page: TaggedPage): number {
    this.#attach(element)
    element.kids.push({ annotation, page: page.index })
    this.#parents.push(`${this.#id(element)} 0 R`)
    return this.#parents.length - 1
  }

  /** Remembers where a figure or formula is drawn: x0, y0, x1, y1 in the page's own coordinates. */
  place(element: TagElement, box: readonly [number, number, number, number]): void {
    if (!this.#boxes.has(element)) this.#boxes.set(element, box)
  }

  /** Ends a page: its sequences are known. */
  closePage(page: TaggedPage): void {
    const id = this.#document.reserve()
    this.#document.writeObject(id, `[${page.sequences.map((element) => `${this.#id(element)} 0 R`).join(' ')}]`)
    page.reference.data.StructParents = this.#parents.length
    this.#parents.push(`${id} 0 R`)
  }

  /** Writes an element and all below it, to which nothing can be added any more. */
  finish(element: TagElement): void {
    if (element.finished || !element.attached) return
    element.finished = true
    for (const kid of element.kids) if (kid instanceof TagElement) this.finish(kid)
    this.#document.writeObject(this.#id(element), this.#text(element))
    element.kids.length = 0
    this.#boxes.delete(element)
  }

  /** Writes what is left. */
  end(document: TagElement): void {
    this.finish(document)
    const tree = this.#document.reserve()
    this.#document.writeObject(tree, `<< /Nums [${this.#parents.map((to, key) => `${key} ${to}`).join(' ')}] >>`)
    Object.assign(this.#root.data, {
      K: document.id === 0 ? [] : [referenceTo(document.id)],
      ParentTree: referenceTo(tree),
      ParentTreeNextKey: this.#parents.length,
    })
  }

  #attach(element: TagElement): void {
    if (element.finished) throw new Error(`content is added to a finished ${element.type}`)
    if (element.attached) return
    element.attached = true
    for (const child of element.always) {
      child.attached = true
      element.kids.push(child)
    }
    if (!element.parent) return
    this.#attach(element.parent)
    if (!element.parent.always.includes(element)) element.parent.kids.push(element)
  }

  #id(element: TagElement): number {
    if (element.id === 0) element.id = this.#document.reserve()
    return element.id
  }

  #text(element: TagElement): string {
    const parent = element.parent ? this.#id(element.parent) : this.#root.id
    const first = element.kids.find((kid): kid is TagContent => 'mcid' in kid)
    const page = first ? ` /Pg ${this.#pages[first.page]}` : ''
    const kids = element.kids.map((kid) => {
      if (kid instanceof TagElement) return `${this.#id(kid)} 0 R`
      if ('annotation' in kid) return `<< /Type /OBJR /Obj ${kid.annotation} /Pg ${this.#pages[kid.page]} >>`
      return kid.page === first?.page
        ? String(kid.mcid)
        : `<< /Type /MCR /Pg ${this.#pages[kid.page]} /MCID ${kid.mcid} >>`
    })
    return `<< /S /${element.type} /P ${parent} 0 R${page} /K [${kids.join(' ')}]${this.#attributes(element)} >>`
  }

  #attributes(element: TagElement): string {
    const { alt, actual, title, lang, scope, numbering }: TagAttributes = element.attributes
    const box = this.#boxes.get(element)
    let text = ''
    if (alt !== undefined) text += ` /Alt ${pdfText(alt)}`
    if (actual !== undefined) text += ` /ActualText ${pdfText(actual)}`
    if (title !== undefined) text += ` /T ${pdfText(title)}`
    if (lang !== undefined) text += ` /Lang ${pdfText(lang)}`
    if (scope) text += ` /A << /O /Table /Scope /${scope} >>`
    else if (numbering) text += ` /A << /O /List /ListNumbering /${numbering} >>`
    else if (box) text += ` /A << /O /Layout /BBox [${box.map(pdfNumber).join(' ')}] >>`
    return text
  }
}

/** An indirect reference in pdfkit's dictionaries, where a bare string would become a name. */
export function referenceTo(id: number): { toString(): string } {
  return new RawReference(id)
}

class RawReference {
  readonly #id: number
  constructor(id: number) {
    this.#id = id
  }
  // pdfkit takes anything whose tag is not "Object" as text of its own.
  get [Symbol.toStringTag](): string {
    return 'Reference'
  }
  toString(): string {
    return `${this.#id} 0 R`
  }
}
