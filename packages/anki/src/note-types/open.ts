import { afterword, breadcrumb, explanation, hint, notice, side, stem } from './parts.ts'

const question = '<div class="cp-question">{{Question}}</div>'

export const openFront = side('front', [breadcrumb, stem, question, notice, hint].join('\n'))

export const openBack = side(
  'back',
  [
    breadcrumb,
    stem,
    question,
    '<hr id="answer">',
    notice,
    '{{#Answer}}<div class="cp-answer">{{Answer}}</div>{{/Answer}}',
    explanation,
    afterword,
  ].join('\n'),
)
