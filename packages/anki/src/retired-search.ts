import { type NoteFamily, type QuestionBank, stableId } from '@cardpress/core'

const families = ['open', 'choice', 'cloze'] as const satisfies readonly NoteFamily[]

/**
 * Returns a search to paste into Anki's browser that finds the notes of questions which the article no longer has, so
 * that the person can look at them and decide; undefined where there are none. Importing a deck never deletes a note.
 *
 * @param bank its `retired` names the questions.
 * @param changed questions that became another kind of note: their old notes are found too.
 */
export function retiredSearch(
  bank: Pick<QuestionBank, 'collection' | 'retired'>,
  changed: readonly { readonly id: string; readonly family: NoteFamily }[] = [],
): string | undefined {
  // What kind of note a retired question had is not in the bank: ids that never were match nothing.
  const ids = [
    ...bank.retired.flatMap(({ id }) => families.map((family) => stableId('note', bank.collection, id, family))),
    ...changed.map(({ id, family }) => stableId('note', bank.collection, id, family)),
  ]
  return ids.length === 0 ? undefined : `nid:${ids.join(',')}`
}
