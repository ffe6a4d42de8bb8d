import type { MathRenderer } from '@cardpress/math'

/** How formulas are written: for the reader's own MathJax or KaTeX, as MathML, or as pictures. */
export type MathMode = 'tex' | 'mathml' | 'svg'

/**
 * How a cloze is written: `shown` as `<span class="cloze">`; `hidden` as the same with its hint or `…` instead of its
 * text; `anki` as `{{c1::text::hint}}`.
 */
export type ClozeMode = 'shown' | 'hidden' | 'anki'

/** How content becomes HTML. */
export interface HtmlOptions {
  /** Default `tex`: `\(…\)` and `\[…\]`. */
  readonly math?: MathMode | undefined
  /** Needed for `mathml` and `svg`: what `loadMath()` resolves to. */
  readonly renderer?: MathRenderer | undefined
  /** Returns the address of an image (`assets/<name>`) as it goes into `src`, or `undefined` to leave the image out and print its alternative text. Default: the path itself, percent-encoded. */
  readonly image?: ((url: string) => string | undefined) | undefined
  /** Default `shown`. */
  readonly cloze?: ClozeMode | undefined
  /** `anki`: text that Anki would act on (`{{c1::…}}`, `[sound:…]`, `[latex]`) arrives as the text it is. Default: none. */
  readonly inert?: 'anki' | undefined
  /** Added to the level of every heading, which stays at most 6. Default 0. */
  readonly headingOffset?: number | undefined
  /** BCP 47 tag of the content: puts it into a `<div lang>`. Default: no wrapper. */
  readonly lang?: string | undefined
}
