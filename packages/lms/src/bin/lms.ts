import { runEmitter, UsageError } from '@cardpress/core/disk'
import { emitLms, type LmsFormat } from '../emit-lms.ts'

await runEmitter({
  name: 'cardpress-lms',
  emit: emitLms,
  options: { formats: { type: 'string', value: 'LIST', help: 'gift, moodle, csv, joined by commas (default: all)' } },
  toOptions: ({ formats }) => ({
    formats: formats === undefined ? undefined : String(formats).split(',').map(toFormat),
  }),
})

function toFormat(name: string): LmsFormat {
  if (name === 'gift' || name === 'moodle' || name === 'csv') return name
  throw new UsageError(`--formats takes gift, moodle and csv, not "${name}"`)
}
