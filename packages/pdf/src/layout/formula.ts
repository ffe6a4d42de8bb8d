import type { MathRenderer, Outline } from '@cardpress/math'

/** One distinct formula of a paper: drawn once, used everywhere. */
export interface Formula {
  readonly key: string
  readonly tex: string
  /** The formula in words or TeX, for readers who cannot see it. */
  readonly spoken: string
  readonly outline: Outline
}

/** Finds the outline of a formula; `undefined` where MathJax refuses it and the source must be printed. */
export type FormulaSource = (tex: string, display: boolean) => Formula | undefined

/**
 * Makes a source of formulas that renders each distinct one once.
 * @param renderer the mathematics renderer, or `undefined` where the bank has no formula
 */
export function formulaSource(renderer: MathRenderer | undefined): FormulaSource {
  const known = new Map<string, Formula | undefined>()
  return (tex, display) => {
    const key = `${display ? 'd' : 'i'}${tex}`
    if (known.has(key)) return known.get(key)
    const outline = renderer?.outline(tex, { display })
    const formula = outline && { key, tex, spoken: renderer?.spoken(tex, { display }) ?? tex, outline }
    known.set(key, formula)
    return formula
  }
}
