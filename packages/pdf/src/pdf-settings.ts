import { closest, UsageError } from '@cardpress/core/disk'
import { pdfFlags, toPdfOptions } from './flags.ts'
import type { PdfOptions } from './options.ts'
import { say } from './texts.ts'

type Flags = typeof pdfFlags

/** The options of `cardpress-pdf` by their names, as a configuration holds them. */
export type PdfSettings = {
  readonly [Name in keyof Flags]?: Flags[Name]['type'] extends 'boolean'
    ? boolean
    : string | number | readonly (string | number)[]
}

/**
 * Returns the emitter's options of settings as a command line has them.
 *
 * @param settings - `name` of a switch or `name=value`, the names being those of the options of `cardpress-pdf`; of
 *   settings with one name the last holds
 * @throws {UsageError} that names the first which is wrong, and what would be right
 */
export function readPdfSettings(settings: readonly string[]): PdfOptions {
  const values: Record<string, string | boolean> = {}
  for (const setting of settings) {
    const equals = setting.indexOf('=')
    const name = (equals < 0 ? setting : setting.slice(0, equals)).replace(/^--/, '')
    if (!Object.hasOwn(pdfFlags, name)) {
      const names = Object.keys(pdfFlags)
      const meant = closest(name, names)
      throw new UsageError(
        meant === undefined
          ? say('usage.setting', { given: name, names: names.join(', ') })
          : say('usage.setting-meant', { given: name, meant }),
      )
    }
    const flag = pdfFlags[name as keyof Flags]
    if (flag.type === 'string' && equals < 0)
      throw new UsageError(say('usage.setting-value', { name, value: flag.value }))
    if (flag.type === 'boolean' && equals >= 0) throw new UsageError(say('usage.setting-switch', { name }))
    values[name] = equals < 0 ? true : setting.slice(equals + 1)
  }
  return toPdfOptions(values)
}
