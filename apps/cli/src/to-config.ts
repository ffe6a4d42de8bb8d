import { fieldMistakes, settingsSchema } from '@cardpress/core'
import { asSentence } from '@cardpress/core/messages'
import { z } from 'zod'
import type { CardpressConfig, ReadConfig } from './config.ts'
import { formats } from './emitters.ts'
import type { Environment } from './environment.ts'
import { UsageError } from './usage-error.ts'

const word = z.union([z.string().min(1), z.number()])

const optionsSchema = z.strictObject({
  out: z.string().min(1).optional(),
  only: z.array(z.enum(formats as [(typeof formats)[number]])).optional(),
  where: z.string().min(1).optional(),
  pdf: z.record(z.string(), z.union([z.boolean(), word, z.array(word)])).optional(),
  deck: z.string().min(1).optional(),
  lock: z.boolean().optional(),
  frozenLock: z.literal(true).optional(),
  encoding: z.string().min(1).optional(),
  format: z.enum(['markdown', 'text', 'html', 'gift', 'aiken']).optional(),
})

const mannersSchema = z.strictObject({
  lang: z.enum(['en', 'zh']).optional(),
  quiet: z.boolean().optional(),
  verbose: z.boolean().optional(),
})

/** Options of the command, and what a settings file may say of how an article is to be read. */
const configSchema = z.strictObject({
  ...optionsSchema.shape,
  ...mannersSchema.shape,
  ...settingsSchema.shape,
} satisfies Record<keyof CardpressConfig, z.ZodType>)

/**
 * Returns the configuration that a file holds.
 *
 * @param loaded - what the file exports
 * @param name - the file
 * @param environment - the language of its mistakes
 * @throws {UsageError} naming the first field that is wrong
 */
export function toConfig(loaded: unknown, name: string, { say, language }: Environment): ReadConfig {
  const result = configSchema.safeParse(loaded)
  if (!result.success) {
    const [mistake] = fieldMistakes(loaded, configSchema, asSentence(say('configuration')))
    throw new UsageError(`${name}: ${mistake?.sentence[language]}`)
  }
  const stated = Object.entries(result.data).filter(([, value]) => value !== undefined)
  const fieldsOf = ({ shape }: z.ZodObject) => Object.fromEntries(stated.filter(([field]) => field in shape))
  const { only, pdf, ...options } = fieldsOf(optionsSchema)
  return {
    options: {
      ...options,
      ...(Array.isArray(only) ? { only: only.join(',') } : {}),
      ...(pdf === undefined ? {} : { pdf: Object.entries(pdf).flatMap(toSetting) }),
    },
    defaults: fieldsOf(settingsSchema),
    manners: fieldsOf(mannersSchema),
  }
}

/** A setting of the papers as the command line has it. */
function toSetting([name, value]: [name: string, value: unknown]): readonly string[] {
  if (typeof value === 'boolean') return value ? [name] : []
  return [`${name}=${Array.isArray(value) ? value.join(',') : value}`]
}
