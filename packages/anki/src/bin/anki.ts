import { type EmitterValues, runEmitter } from '@cardpress/core/disk'
import { type AnkiOptions, emitAnki } from '../emit-anki.ts'

await runEmitter({
  name: 'cardpress-anki',
  emit: emitAnki,
  options: {
    name: { type: 'string', value: 'NAME', help: 'name of the deck file, without .apkg (default: the collection)' },
    deck: { type: 'string', value: 'DECK', help: 'put everything under this deck' },
    'no-shuffle': { type: 'boolean', help: 'options of choice questions keep their places' },
    text: { type: 'boolean', help: 'also write NAME.anki.txt, which updates notes and leaves MyNotes alone' },
  },
  toOptions,
})

function toOptions(values: EmitterValues): AnkiOptions {
  return {
    name: typeof values.name === 'string' ? values.name : undefined,
    deck: typeof values.deck === 'string' ? values.deck : undefined,
    shuffle: values['no-shuffle'] !== true,
    text: values.text === true,
  }
}
