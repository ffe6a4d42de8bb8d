import type { Emit } from '@cardpress/core'
import { emitters, type Format } from './emitters.ts'
import type { Say } from './texts/index.ts'
import { UsageError } from './usage-error.ts'

/**
 * Loads the emitter of a format.
 *
 * @param format - one of the table
 * @param name - name of the article's outputs
 * @param say - the language of the error
 * @throws {UsageError} when its package is not installed; it says how to install it
 */
export async function loadEmitter(format: Format, name: string, say: Say): Promise<Emit> {
  const { load, packageName } = emitters[format]
  try {
    return await load(name)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_MODULE_NOT_FOUND' && message.includes(`'${packageName}'`))
      throw new UsageError(say('missingPackage', { format, name: packageName }))
    throw error
  }
}
