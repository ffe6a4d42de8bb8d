import type { TextContext } from '../text/to-pieces.ts'
import type { Workshop } from './workshop.ts'

/** Returns the context of text that is ours, labels and titles: it holds neither formulas nor pictures. */
export function plainContext({ book }: Workshop): Omit<TextContext, 'maxWidth'> {
  return {
    book,
    formula: () => undefined,
    picture: () => undefined,
    onMissing: () => {},
    onBadFormula: () => {},
  }
}
