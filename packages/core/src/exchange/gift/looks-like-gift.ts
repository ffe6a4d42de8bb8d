import { paragraphsOf } from './paragraphs.ts'

/** Answers in braces: a right or wrong one, true or false, a number, none, or what a comment says of all of them. */
const answers = /(?<!\\)\{\s{0,200}(?:[=~#}]|(?:TRUE|FALSE|T|F)\s{0,20}[#}])/u

/**
 * Tells whether a text is a file in GIFT: most of its paragraphs have answers in braces, and some of them mark a question's
 * name, or an answer as right.
 *
 * @param source The text.
 */
export function looksLikeGift(source: string): boolean {
  if (!/(?<!\\)\{\s{0,200}(?:[=~#]|(?:TRUE|FALSE|T|F)\s{0,20}[#}])/u.test(source)) return false
  const bodies = paragraphsOf(source).flatMap(({ body }) => (body ? [source.slice(body.start, body.end)] : []))
  const questions = bodies.filter((body) => !body.startsWith('$CATEGORY:'))
  return questions.filter((body) => answers.test(body)).length * 4 >= questions.length * 3
}
