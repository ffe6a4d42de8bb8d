import { type EmitterOption, UsageError } from '@cardpress/core/disk'
import type { MathMode } from '@cardpress/html'

type Value = string | boolean | undefined

export const mathOption: EmitterOption = {
  type: 'string',
  value: 'FORM',
  help: 'how formulas stand in HTML: tex, mathml, svg (default: tex)',
}

export const baseOption: EmitterOption = {
  type: 'string',
  value: 'URL',
  help: 'where the output folder will be published (default: addresses are relative)',
}

/** Returns the form of formulas; throws {@link UsageError} for another word. */
export function toMath(value: Value): MathMode | undefined {
  if (value === undefined || value === 'tex' || value === 'mathml' || value === 'svg') return value
  throw new UsageError(`--math is tex, mathml or svg, not "${value}"`)
}

/** Returns the base address with a "/" at its end; throws {@link UsageError} for what is no http address. */
export function toBase(value: Value): string | undefined {
  if (value === undefined) return undefined
  const url = URL.canParse(String(value)) ? new URL(String(value)) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new UsageError(`--base is an address such as https://example.org/cards/, not "${value}"`)
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
