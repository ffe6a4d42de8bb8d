import { type EmitterOption, UsageError } from '@cardpress/core/disk'
import type { MathMode } from '@cardpress/html'

type Value = string | boolean | undefined

export const mathOption: EmitterOption = {
  type: 'string',
  value: 'FORM',
  help: {
    en: 'how formulas stand in HTML: tex, mathml, svg (default: tex)',
    zh: '公式在 HTML 里的形式：tex、mathml、svg（默认 tex）',
  },
}

export const baseOption: EmitterOption = {
  type: 'string',
  value: 'URL',
  help: {
    en: 'where the output folder will be published (default: addresses are relative)',
    zh: '输出文件夹将发布在哪个地址（默认用相对地址）',
  },
}

/** Returns the form of formulas; throws {@link UsageError} for another word. */
export function toMath(value: Value): MathMode | undefined {
  if (value === undefined || value === 'tex' || value === 'mathml' || value === 'svg') return value
  throw new UsageError({
    en: `--math is tex, mathml or svg, not "${value}"`,
    zh: `--math 是 tex、mathml 或 svg，而不是“${value}”`,
  })
}

/** Returns the base address with a "/" at its end; throws {@link UsageError} for what is no http address. */
export function toBase(value: Value): string | undefined {
  if (value === undefined) return undefined
  const url = URL.canParse(String(value)) ? new URL(String(value)) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '')
    throw new UsageError({
      en: `--base is an address such as https://example.org/cards/, not "${value}"`,
      zh: `--base 是 https://example.org/cards/ 这样的地址，而不是“${value}”`,
    })
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}
