import { previewEmitter } from '../emitters.ts'
import type { Environment } from '../environment.ts'
import { type BuildOptions, buildWith } from './build.ts'

/**
 * Writes one HTML page for each article, with both sides of every card as Anki will show them. The lock stays as it is,
 * and an uncertain reading is shown all the same: a preview is for looking.
 *
 * @param named - articles, folders or globs
 * @param options - as of `build`
 * @param environment - streams, language and colours
 * @returns the exit status
 */
export function preview(named: readonly string[], options: BuildOptions, environment: Environment): Promise<number> {
  return buildWith(
    new Map([['preview', previewEmitter]]),
    named,
    { ...options, accept: true, lock: false },
    environment,
  )
}
