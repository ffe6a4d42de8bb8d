import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import type { Span } from '../../schema/bank.ts'
import type { Block, Inline } from '../../schema/content.ts'
import type { Line } from '../lines/line.ts'
import { toLines } from '../lines/to-lines.ts'
import type { QuestionDraft } from '../recognition.ts'
import { joinSpans, subtractSpans, trimSpan } from '../spans.ts'
import { footnoteOf } from './footnote-mark.ts'
import { piece, toContent } from './to-content.ts'

/** The footnotes of a page. Each belongs to the first question that cites it. */
export class Footnotes {
  private readonly definitions = new Map<string, { readonly node: FootnoteDefinition; readonly line: Line }>()
  private readonly claimed = new Set<string>()
  private readonly source: string

  constructor(lines: readonly Line[], source: string) {
    this.source = source
    for (const line of lines) {
      if (line.node.type !== 'footnoteDefinition') continue
      const { identifier } = line.node
      if (!this.definitions.has(identifier)) this.definitions.set(identifier, { node: line.node, line })
    }
  }

  /**
   * Returns a question with the footnotes that each of its fields cites at the field's end, and their source among its spans.
   *
   * @param draft The question.
   * @param syntax What of the whole source is syntax, in order, disjoint.
   */
  addTo<Draft extends QuestionDraft>(draft: Draft, syntax: readonly Span[]): Draft {
    if (this.definitions.size === 0) return draft
    const spans: Span[] = []
    const labels: Span[] = []
    const withNotes = (blocks: readonly Block[]): Block[] => {
      const notes = citedIn(blocks).filter(
        ({ identifier }) => this.definitions.has(identifier) && !this.claimed.has(identifier),
      )
      if (notes.length === 0) return [...blocks]
      for (const { identifier } of notes) {
        this.claimed.add(identifier)
        const { line } = this.definitions.get(identifier) as { line: Line }
        const span = trimSpan(this.source, line)
        if (span) spans.push(span)
      }
      const isCounted = notes.every(({ label, identifier }, at) => Number(label ?? identifier) === firstOf(notes) + at)
      // A note that is not counted says its label, which is not syntax then.
      if (!isCounted) labels.push(...notes.flatMap(({ identifier }) => this.labelOf(identifier)))
      return [...blocks, this.listOf(notes, isCounted)]
    }
    const noted = mapFields(draft, withNotes)
    if (spans.length === 0) return draft
    const own = joinSpans(spans)
    const marked = subtractSpans(
      own.flatMap((span) => syntax.filter(({ start, end }) => start < span.end && end > span.start)),
      joinSpans(labels),
    )
    return { ...noted, spans: joinSpans([...draft.spans, ...own]), markers: joinSpans([...draft.markers, ...marked]) }
  }

  private listOf(notes: readonly FootnoteReference[], isCounted: boolean): Block {
    return {
      type: 'list',
      ordered: isCounted,
      ...(isCounted ? { start: firstOf(notes) } : {}),
      spread: false,
      children: notes.map((note) => {
        const content = this.contentOf(note.identifier)
        return { type: 'listItem', spread: false, children: isCounted ? content : labelled(note, content) }
      }),
    }
  }

  private contentOf(identifier: string): Block[] {
    const { node } = this.definitions.get(identifier) as { node: FootnoteDefinition }
    const inner: Root = { type: 'root', children: node.children, ...(node.position ? { position: node.position } : {}) }
    return toContent(
      toLines(inner, this.source, false).map((line) => piece(line)),
      undefined,
    )
  }

  /** Where the label stands in the source of the note. */
  private labelOf(identifier: string): Span[] {
    const { node, line } = this.definitions.get(identifier) as { node: FootnoteDefinition; line: Line }
    const label = node.label ?? identifier
    const at = this.source.indexOf(label, line.start)
    return at === -1 || at > line.end ? [] : [{ start: at, end: at + label.length }]
  }
}

function firstOf([first]: readonly FootnoteReference[]): number {
  return Number(first?.label ?? first?.identifier)
}

function labelled({ label, identifier }: FootnoteReference, content: readonly Block[]): Block[] {
  const mark: Inline = { type: 'superscript', children: [{ type: 'text', value: label ?? identifier }] }
  const [first, ...rest] = content
  if (first?.type !== 'paragraph') return [{ type: 'paragraph', children: [mark] }, ...content]
  const [next, ...others] = first.children
  const text: Inline[] =
    next?.type === 'text'
      ? [{ type: 'text', value: ` ${next.value}` }, ...others]
      : [{ type: 'text', value: ' ' }, ...first.children]
  return [{ type: 'paragraph', children: [mark, ...text] }, ...rest]
}

/** The footnotes that content cites, in order, each once. */
function citedIn(blocks: readonly Block[]): FootnoteReference[] {
  const found = new Map<string, FootnoteReference>()
  type Node = { readonly children?: readonly Node[] }
  const visit = (node: Node): void => {
    const target = footnoteOf(node as Inline)
    if (target && !found.has(target.identifier)) found.set(target.identifier, target)
    for (const child of node.children ?? []) visit(child)
  }
  for (const block of blocks) visit(block as Node)
  return [...found.values()]
}

function mapFields<Draft extends QuestionDraft>(draft: Draft, map: (blocks: readonly Block[]) => Block[]): Draft {
  const options =
    'options' in draft ? { options: draft.options.map((option) => ({ ...option, content: map(option.content) })) } : {}
  return {
    ...draft,
    prompt: map(draft.prompt),
    ...options,
    ...(draft.kind === 'open' ? { answer: map(draft.answer) } : {}),
    ...('explanation' in draft && draft.explanation ? { explanation: map(draft.explanation) } : {}),
    ...(draft.references ? { references: map(draft.references) } : {}),
  }
}
