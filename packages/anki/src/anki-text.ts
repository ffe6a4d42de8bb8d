import { deckPath } from './deck-tree.ts'
import type { PlannedNote } from './note-plan.ts'
import type { NoteParts } from './note-rows.ts'

/**
 * Returns the notes as a text file for Anki's "Import file", in document order: guid, note type, deck, tags, and every
 * field but `MyNotes`, which so stays as the person has it. It updates notes by guid, as the package does, and brings no
 * pictures and no note types: the package must have been imported once.
 */
export async function* ankiText(notes: readonly PlannedNote[], parts: NoteParts): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(
    '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:4\n',
  )
  for (const note of notes.toSorted((a, b) => a.due - b.due)) {
    const { noteType, fields } = parts.contentOf(note)
    const deck = deckPath(parts.rootOf(note), note.question.section).join('::')
    const columns = [note.guid, noteType.name, deck, parts.tagsOf(note), ...fields.slice(0, -1)]
    yield encoder.encode(`${columns.map(quoted).join('\t')}\n`)
  }
}

/** A quoted column may hold tabs, line ends and, doubled, quotes. */
function quoted(column: string): string {
  return column === '' || /^[a-z0-9]+$/i.test(column) ? column : `"${column.replaceAll('"', '""')}"`
}
