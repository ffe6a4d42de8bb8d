import { afterword, breadcrumb, explanation, hint, notice, side, stem } from './parts.ts'

const text = '<div class="cp-question cp-text">{{cloze:Text}}</div>'

export const clozeFront = side('front', [breadcrumb, stem, text, notice, hint].join('\n'))

export const clozeBack = side(
  'back',
  [breadcrumb, stem, text, '<hr id="answer">', notice, explanation, afterword].join('\n'),
)
