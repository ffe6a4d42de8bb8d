import type { Element } from 'hast'
import { classesOf, elementsIn, isElement, textIn } from './elements.ts'
import { inlineTags } from './tags.ts'

/**
 * Returns why an element of an article is not for its readers: line numbers, words for screen readers only, icons, what a
 * quiz says of somebody's attempt, parts that no paper shows; `undefined` for content. Answers that wait to be unfolded
 * are content, however a page hides them.
 *
 * @param element The element.
 * @param quiz The quiz's element around it, where there is one.
 * @param repeated Names of hidden elements that stand on the page again and again.
 */
export function reasonUnseen(
  element: Element,
  quiz: string | undefined,
  repeated: ReadonlySet<string>,
): string | undefined {
  if (element.tagName === 'pre' || element.tagName === 'code') return undefined
  const names = classesOf(element).filter((name) => name.length < 60)
  if (names.some((name) => gutterName.test(name) || readerName.test(name))) return 'markup'
  if (names.some((name) => unprinted.has(name))) return 'navigation'
  if (quiz && names.some((name) => attempts[quiz]?.has(name))) return 'attempt'
  if (isHiddenLine(element) || isIcon(element)) return 'markup'
  if (
    isHiddenBlock(element) &&
    !repeated.has(signature(element)) &&
    !answers.test(textIn(element.children).slice(0, 5000))
  )
    return 'navigation'
  return undefined
}

const gutterName =
  /(?:^|[-_])(?:gutter|linenos?|line-?numbers?(?:-rows)?|line-index|ln-n|blob-num|pre-numbering|copy-?(?:btn|button|code)|hljs-button|headerlink|header-anchor|hash-link|anchor-link|anchorjs-link|mw-editsection)(?:$|[-_])/i

/** Words that only a screen reader says, by the names that style sheets have for them. */
const readerName =
  /^(?:sr-only|sr|visually-?hidden|screen-?reader(?:-text|-only)?|accesshide|element-invisible|a11y-hidden|u-hidden-visually|assistive-text)$/i

const unprinted: ReadonlySet<string> = new Set('noprint no-print d-print-none hidden-print printfooter'.split(' '))

/** What quizzes say about somebody's attempt, by their own class and the class of the part. */
const attempts: Readonly<Record<string, ReadonlySet<string>>> = {
  // Moodle, question/engine/renderer.php
  que: new Set(
    'state grade questionflag prompt specificfeedback numpartscorrect history im-controls commentlink editquestion'.split(
      ' ',
    ),
  ),
  // Canvas
  display_question: new Set('question_points_holder user_points original_question_text answer_arrow'.split(' ')),
  // Open edX
  problem: new Set('status indicator-container problem-progress action notification submission-feedback'.split(' ')),
  'problems-wrapper': new Set('problem-progress status indicator-container'.split(' ')),
  // LearnDash
  wpProQuiz_listItem: new Set('wpProQuiz_question_page wpProQuiz_incorrect wpProQuiz_tipp'.split(' ')),
}

/**
 * Returns the quiz's class that an element has, where it is one question of a quiz.
 *
 * @param element The element.
 */
export function quizOf(element: Element): string | undefined {
  return classesOf(element).find((name) => Object.hasOwn(attempts, name))
}

/** A part of a line that is not displayed. */
function isHiddenLine(element: Element): boolean {
  return inlineTags.has(element.tagName) && isHidden(element)
}

/** An arrow or a sign beside the text. */
function isIcon(element: Element): boolean {
  if (String(element.properties.ariaHidden) !== 'true' || !inlineTags.has(element.tagName)) return false
  return (
    !/[\p{L}\p{N}]/u.test(textIn(element.children)) && ![...elementsIn(element)].some((one) => isElement(one, 'img'))
  )
}

function isHiddenBlock(element: Element): boolean {
  return blocks.has(element.tagName) && isHidden(element)
}

const blocks: ReadonlySet<string> = new Set('div section form aside ul ol table'.split(' '))
const answers = /answer|solution|explanation|correct|答案|解析|解答|答：/i

function isHidden({ properties }: Element): boolean {
  if (properties.hidden !== undefined && properties.hidden !== false) return true
  return /display\s{0,5}:\s{0,5}none/i.test(String(properties.style ?? '').slice(0, 2000))
}

function signature(element: Element): string {
  return `${element.tagName} ${classesOf(element)
    .filter((name) => !states.has(name))
    .join(' ')}`
}

/** Names of a folded part for as long as it is unfolded, or folded. */
const states: ReadonlySet<string> = new Set(
  'show in open opened active collapsed expanded hidden is-open is-active is-hidden'.split(' '),
)

/**
 * Returns the names of those hidden elements that a page has again and again, hidden or not: what waits to be unfolded. A
 * single one is a dialogue, or a menu.
 *
 * @param main The article's element.
 */
export function repeatedHidden(main: Element): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const hidden = new Map<string, number>()
  for (const element of elementsIn(main)) {
    if (!blocks.has(element.tagName)) continue
    const name = signature(element)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    if (isHidden(element)) hidden.set(name, (hidden.get(name) ?? 0) + 1)
  }
  // Parts without a name are alike without being the same.
  const least = (name: string): number => (name.endsWith(' ') ? (hidden.get(name) ?? 0) : (counts.get(name) ?? 0))
  return new Set([...hidden.keys()].filter((name) => least(name) > 1))
}
