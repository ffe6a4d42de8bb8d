import type { Emit } from '@cardpress/core'
import type { Emitter, OutputSettings } from './emitters.ts'
import type { Say } from './texts/index.ts'
import { UsageError } from './usage-error.ts'

/**
 * Loads an emitter.
 *
 * @param emitter - a line of the table
 * @param label - what the person calls it
 * @param settings - name of the article's outputs, and what the person has set
 * @param say - the language of the error
 * @throws {UsageError} when its package is not installed; it says how to install it
 */
export async function loadEmitter(emitter: Emitter, label: string, settings: OutputSettings, say: Say): Promise<Emit> {
  const { load, packageName } = emitter
  try {
    return await load(settings)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_MODULE_NOT_FOUND' && message.includes(`'${packageName}'`))
      throw new UsageError(say('missingPackage', { format: label, name: packageName }))
    throw error
  }
}
