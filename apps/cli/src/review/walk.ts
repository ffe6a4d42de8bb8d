import { editSettings, type SettingsEdit } from '@cardpress/core'
import type { ReadInput } from '../read-input.ts'
import { findPlaces } from './find-places.ts'
import { isSlow, type Place, type ReadWith } from './place.ts'

/** What a person answered: settings, to leave the place as it is, or to stop here. */
export type Answer = { readonly edits: readonly SettingsEdit[] } | 'skip' | 'quit'

/** Puts a place before a person. */
export type Ask = (place: Place, read: ReadInput, readWith: ReadWith, settings: string) => Promise<Answer>

/**
 * Walks through what is not certain. Each answer is saved and the article read again with it, so that the next place is one
 * of the new reading; one answer may settle many. A large page is read again only after its single questions have all been
 * asked about.
 *
 * @param readWith - reads the article with other settings
 * @param settings - the settings file's text; empty where there is none
 * @param ask - see {@link Ask}
 * @param save - takes the whole text of the settings file after each answer
 * @returns the article as it is read at the end, and how many answers were given
 */
export async function walk(
  readWith: ReadWith,
  settings: string,
  ask: Ask,
  save: (settings: string) => Promise<void>,
): Promise<{ readonly read: ReadInput; readonly answers: number }> {
  const passed = new Set<string>()
  let text = settings
  let answers = 0
  let read = await readWith(text)
  let isStale = false
  for (;;) {
    const place = findPlaces(read).find(({ id }) => !passed.has(id))
    if (place === undefined && !isStale) return { read, answers }
    if (place === undefined) {
      read = await readWith(text)
      isStale = false
      continue
    }
    const answer = await ask(place, read, readWith, text)
    if (answer === 'quit') return { read: isStale ? await readWith(text) : read, answers }
    // A place that stays uncertain after its answer is not asked again.
    passed.add(place.id)
    if (answer === 'skip') continue
    text = editSettings(text, answer.edits)
    await save(text)
    answers++
    isStale = isSlow(place, read)
    if (!isStale) read = await readWith(text)
  }
}
