import { say } from '../messages/say.ts'
import { ToldError } from '../messages/told-error.ts'

/**
 * Returns the time at which a lock is written: the one place in Cardpress that reads the clock.
 *
 * @param env the environment; `SOURCE_DATE_EPOCH` (reproducible-builds.org) takes the clock's place.
 * @returns seconds since 1970.
 * @throws {ToldError} when `SOURCE_DATE_EPOCH` is not a whole number of seconds.
 */
export function readClock(env: NodeJS.ProcessEnv = process.env): number {
  return sourceDateEpoch(env) ?? Math.floor(Date.now() / 1000)
}

/** Returns the time that `SOURCE_DATE_EPOCH` states, in seconds since 1970, or undefined. Throws as `readClock` does. */
export function sourceDateEpoch(env: NodeJS.ProcessEnv = process.env): number | undefined {
  const text = env.SOURCE_DATE_EPOCH
  if (text === undefined || text === '') return undefined
  if (!/^\d{1,12}$/.test(text)) throw new ToldError(say('clock.epoch', { value: JSON.stringify(text) }))
  return Number(text)
}
