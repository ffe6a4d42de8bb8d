import { type EmitterValues, runEmitter } from '@cardpress/core/disk'
import { type AnkiOptions, emitAnki } from '../emit-anki.ts'

await runEmitter({
  name: 'cardpress-anki',
  emit: emitAnki,
  options: {
    name: {
      type: 'string',
      value: 'NAME',
      help: {
        en: 'name of the deck file, without .apkg (default: the collection)',
        zh: '牌组文件的名字，不带 .apkg（默认合集名）',
      },
    },
    deck: { type: 'string', value: 'DECK', help: { en: 'put everything under this deck', zh: '都放到这个牌组下面' } },
    'no-shuffle': {
      type: 'boolean',
      help: { en: 'options of choice questions keep their places', zh: '选择题的选项不打乱' },
    },
    text: {
      type: 'boolean',
      help: {
        en: 'also write NAME.anki.txt, which updates notes and leaves MyNotes alone',
        zh: '另写 NAME.anki.txt：更新笔记而不动 MyNotes',
      },
    },
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
