import type { QuestionBank } from '@cardpress/core'
import { isHanLanguage } from '../labels/labels-for.ts'
import type { Setting } from '../layout/setting.ts'
import type { TagElement } from '../layout/tag-element.ts'
import type { PdfOptions } from '../options.ts'
import { say } from '../texts.ts'
import { colors } from './theme.ts'
import type { Workshop } from './workshop.ts'

/**
 * Returns the setting of a column's body text.
 * @param place width and greatest height in points, size of the text in points
 * @param element the structure element that the text goes into
 */
export function settingOf(
  bank: QuestionBank,
  workshop: Workshop,
  options: PdfOptions,
  place: { readonly width: number; readonly maxHeight: number; readonly size: number },
  element: TagElement,
): Setting {
  const han = isHanLanguage(bank.language)
  return {
    text: {
      book: workshop.book,
      formula: workshop.formula,
      picture: (url) => workshop.pictures.get(url),
      onMissing: (codePoint) => {
        const code = codePoint.toString(16).toUpperCase().padStart(4, '0')
        workshop.report(say('missing-glyph', { code }), 'missing-glyph')
      },
      onBadFormula: (tex) => workshop.report(say('unprintable-formula', { tex }), 'unprintable-formula'),
    },
    x: 0,
    width: place.width,
    maxHeight: place.maxHeight,
    size: place.size,
    leading: han ? 1.45 : 1.36,
    gap: 0.35,
    color: colors.text,
    voice: 'regular',
    justify: options.justify ?? (han ? 'han' : false),
    hang: han,
    align: 'left',
    hyphenate: workshop.hyphenate,
    highlight: workshop.highlight,
    element,
  }
}
