import { sayFrom } from './sentence.ts'
import { article } from './texts/article.ts'
import { disk } from './texts/disk.ts'
import { exchange } from './texts/exchange.ts'
import { expectations, fields } from './texts/fields.ts'
import { identity } from './texts/identity.ts'
import { pictures } from './texts/pictures.ts'
import { programs } from './texts/programs.ts'
import { reading } from './texts/reading.ts'

/** Every sentence that this package says to a person. */
export const texts = {
  ...article,
  ...disk,
  ...exchange,
  ...expectations,
  ...fields,
  ...identity,
  ...pictures,
  ...programs,
  ...reading,
} as const

/** Says a sentence of this package. */
export const say = sayFrom(texts)
