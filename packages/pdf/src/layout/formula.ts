import type { MathRenderer, Outline } from '@cardpress/math'

/** One distinct formula of a paper: drawn once, used everywhere. */
export interface Formula {
  readonly key: string
  readonly tex: string
  /** The formula in words or TeX, for readers who cannot see it. */
  readonly spoken: string
  readonly outline: Outline
}

/**
 * Finds the outline of a formula; `undefined` where MathJax refuses it and the source must be printed.
 * @param maxWidth of a display in em, beyond which it is broken over lines; default: it is not
 */
export type FormulaSource = (tex: string, display: boolean, maxWidth?: number) => Formula | undefined

/**
 * Makes a source of formulas that renders each distinct one once.
 * @param renderer the mathematics renderer, or `undefined` where the bank has no formula
 */
export function formulaSource(renderer: MathRenderer | undefined): FormulaSource {
  const known = new Map<string, Formula | undefined>()
  return (tex, display, maxWidth) => {
    const key = `${display ? 'd' : 'i'}${maxWidth ?? ''} ${tex}`
    if (known.has(key)) return known.get(key)
    const outline = renderer?.outline(tex, { display, maxWidth })
    const formula = outline && { key, tex, spoken: renderer?.spoken(tex, { display }) ?? tex, outline }
    known.set(key, formula)
    return formula
  }
}

/** A formula is set smaller by at most this before it is rather broken over lines. */
const smallest = 0.75

/** Returns a formula as it fits a width, and the size to set it in: as it is, smaller, or broken over lines. */
export function fittingFormula(
  source: FormulaSource,
  tex: string,
  display: boolean,
  place: { readonly width: number; readonly size: number },
): { readonly formula: Formula; readonly size: number } | undefined {
  const whole = source(tex, display)
  if (!whole) return undefined
  const sizeOf = ({ outline }: Formula) =>
    Math.min(place.size, outline.width > 0 ? place.width / outline.width : place.size)
  const size = sizeOf(whole)
  if (size >= place.size * smallest) return { formula: whole, size }
  // To a tenth of an em, so that columns of nearly one width share their formulas.
  const broken = source(tex, true, Math.floor((place.width / place.size) * 10) / 10)
  return broken && sizeOf(broken) > size ? { formula: broken, size: sizeOf(broken) } : { formula: whole, size }
}
