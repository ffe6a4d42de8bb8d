/** Largest article that is read, in bytes: 32 MB is thirty thick books. */
export const largestArticle = 32 * 1_048_576
/** Deepest nesting of blocks and inline content that is read; articles reach ten, and beyond a hundred is an attack. */
export const deepestNesting = 100
/** Deepest nesting of a web page's elements: pages of nested `<section>`s and `<span>`s reach sixty. */
export const deepestPage = 400
