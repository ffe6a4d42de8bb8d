/** The languages in which the figures are drawn. */
export type Language = 'zh' | 'en'

/** A figure: the picture in one language. */
export type Figure = (language: Language) => string
