import { choiceScript } from './choice-script.ts'
import { afterword, breadcrumb, explanation, hint, notice, side, stem } from './parts.ts'

const question = '<div class="cp-question">{{Question}}</div>\n<div class="cp-options">{{Options}}</div>'

const script = `<script>\n${choiceScript}\n</script>`

export const choiceFront = `${side('front', [breadcrumb, stem, question, notice, hint].join('\n'))}\n${script}`

export const choiceBack = `${side(
  'back',
  [
    breadcrumb,
    stem,
    question,
    '<hr id="answer">',
    '<p class="cp-verdict" hidden></p>',
    notice,
    '{{#Answer}}<p class="cp-key">{{Answer}}</p>{{/Answer}}',
    explanation,
    afterword,
  ].join('\n'),
)}\n${script}`
