import { toElement } from '@cardpress/html'
import type { NoteContent } from './fields/note-content.ts'

/** One card as Anki shows it: the HTML of both sides, without the page around them. */
export interface RenderedCard {
  readonly ord: number
  readonly front: string
  readonly back: string
}

/** Returns the cards of a note as Anki renders them, for previews and tests. */
export function renderCards(note: NoteContent): readonly RenderedCard[] {
  const { noteType, fields } = note
  const values = new Map<string, string>(noteType.fields.map((name, index) => [name, fields[index] ?? '']))
  return note.cards.map((ord) => ({
    ord,
    front: fill(noteType.front, values, { ord, back: false }),
    back: fill(noteType.back, values, { ord, back: true }),
  }))
}

interface Side {
  readonly ord: number
  readonly back: boolean
}

/** The part of Anki's template language that the templates of this package use. */
function fill(template: string, values: ReadonlyMap<string, string>, side: Side): string {
  return template
    .replaceAll(/\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g, (_, name: string, inner: string) =>
      isBlank(values.get(name) ?? '') ? '' : inner,
    )
    .replaceAll(/\{\{(?:(cloze):)?(\w+)\}\}/g, (_, filter: string | undefined, name: string) => {
      const value = values.get(name) ?? ''
      return filter === 'cloze' ? revealCloze(value, side) : value
    })
}

/** Anki takes a field of white space and line breaks for empty. */
function isBlank(field: string): boolean {
  return field.replaceAll(/<\/?(?:br|div)\s*\/?>|&nbsp;|\s/gi, '') === ''
}

/** Shows the deletions of other cards, and hides or reveals those of this card; deletions may lie in one another. */
function revealCloze(text: string, { ord, back }: Side): string {
  const open: { readonly index: number; readonly start: string }[] = []
  let html = ''
  for (const token of text.split(/(\{\{c\d+::|\}\})/)) {
    const opening = /^\{\{c(\d+)::$/.exec(token)
    if (opening) {
      open.push({ index: Number(opening[1]), start: html })
      html = ''
    } else if (token === '}}' && open.length > 0) {
      const deletion = open.pop() as (typeof open)[number]
      const [content = '', hint] = html.split('::')
      const isOfCard = deletion.index - 1 === ord
      const ordinal = { class: isOfCard ? 'cloze' : 'cloze-inactive', 'data-ordinal': String(deletion.index) }
      html = deletion.start + toElement('span', ordinal, isOfCard && !back ? `[${hint ?? '...'}]` : content)
    } else html += token
  }
  return html
}
