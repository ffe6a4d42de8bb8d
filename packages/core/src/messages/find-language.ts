import type { Language } from './sentence.ts'

/**
 * Returns the language in which a person is told things: as POSIX orders it (LC_ALL, LC_MESSAGES, LANG), else English.
 *
 * @param env the environment.
 * @param given what the person asked for, before all of these: a language tag.
 */
export function findLanguage(env: NodeJS.ProcessEnv, given?: string): Language {
  const tag = given ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '')
  return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}
