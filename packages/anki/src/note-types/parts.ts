/** Parts of card templates that more than one note type uses; `{{…}}` is Anki's own template language. */

/** The quiet line above a question: where it stands in the article. */
export const breadcrumb =
  '<header class="cp-crumb">{{#Number}}<span class="cp-number">{{Number}}</span>{{/Number}}' +
  '{{#Section}}<span class="cp-section">{{Section}}</span>{{/Section}}<span class="cp-kind"></span></header>'

/** Text that several questions share, before the question itself. */
export const stem = '{{#Stem}}<div class="cp-stem">{{Stem}}</div>{{/Stem}}'

/** What the person should know about this question: a lost picture, a doubted key. */
export const notice = '{{#Notice}}<div class="cp-notice">{{Notice}}</div>{{/Notice}}'

export const hint =
  '{{#Hint}}<details class="cp-hint"><summary class="tappable"></summary><div>{{Hint}}</div></details>{{/Hint}}'

export const explanation = '{{#Explanation}}<section class="cp-explanation">{{Explanation}}</section>{{/Explanation}}'

/** What follows the answer on every back. */
export const afterword =
  '{{#References}}<section class="cp-references">{{References}}</section>{{/References}}' +
  '{{#MyNotes}}<section class="cp-mine">{{MyNotes}}</section>{{/MyNotes}}' +
  '{{#Source}}<footer class="cp-source">{{Source}}</footer>{{/Source}}'

/** Wraps one side of a card. The language picks the right glyphs for Chinese and Japanese and the words on the card. */
export function side(name: 'front' | 'back', content: string): string {
  return `<div class="cp cp-${name}" lang="{{Language}}" data-kind="{{Kind}}">\n${content}\n</div>`
}
