import { runEmitter, UsageError } from '@cardpress/core/disk'
import { emitLms, type LmsFormat } from '../emit-lms.ts'

await runEmitter({
  name: 'cardpress-lms',
  emit: emitLms,
  options: {
    formats: {
      type: 'string',
      value: 'LIST',
      help: {
        en: 'gift, moodle, csv, joined by commas (default: all)',
        zh: 'gift、moodle、csv，用逗号连接（默认全部）',
      },
    },
  },
  toOptions: ({ formats }) => ({
    formats: formats === undefined ? undefined : String(formats).split(',').map(toFormat),
  }),
})

function toFormat(name: string): LmsFormat {
  if (name === 'gift' || name === 'moodle' || name === 'csv') return name
  throw new UsageError({
    en: `--formats takes gift, moodle and csv, not "${name}"`,
    zh: `--formats 只接受 gift、moodle 和 csv，没有“${name}”`,
  })
}
