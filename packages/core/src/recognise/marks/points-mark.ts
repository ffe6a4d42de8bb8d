import { simplified } from './simplified.ts'

const each = [
  /每\s?(?:小?题|道题?|空|个)\s?[:：]?\s?(?:各|得|为)?\s?(\p{Nd}{1,3}(?:[.．]\p{Nd})?)\s?分/u,
  /(?<![\p{Nd}.．])(\p{Nd}{1,3}(?:[.．]\p{Nd})?)\s?分\s?[/／]\s?(?:小?题|空)/u,
  /(?<![\p{Nd}.])(\p{Nd}{1,3}(?:\.\p{Nd})?)\s?(?:points?|pts?\.?|marks?)\s?(?:each|apiece|per (?:question|item|blank)|a question)/iu,
  /each(?: question| item)?(?: is)?(?: worth)? (\p{Nd}{1,3}(?:\.\p{Nd})?) (?:points?|pts?\.?|marks?)/iu,
] as const
const own = /[(（[【]\s?(?:本题\s?|满分\s?)?(\p{Nd}{1,3}(?:[.．]\p{Nd})?)\s?(?:分|points?|pts?\.?|marks?)\s?[)）\]】]/iu

/**
 * Returns how many points each question of a part is worth, where the title of the part says so (`每题2分`, `2 points each`).
 *
 * @param title Plain text of the part's title.
 */
export function pointsOfEach(title: string): number | undefined {
  for (const pattern of each) {
    const match = pattern.exec(simplified(title.slice(0, 200)))
    if (match) return pointsIn(match[1])
  }
  return undefined
}

/**
 * Returns how many points a question is worth, where its stem says so in brackets (`（5分）`, `[3 marks]`).
 *
 * @param stem The stem's plain text.
 */
export function pointsOfStem(stem: string): number | undefined {
  return pointsIn(own.exec(stem.slice(0, 1000))?.[1])
}

/**
 * Returns how many units it takes at the beginning of a text to say what the question is worth: `(1分) 下列…`.
 *
 * @param text The text.
 */
export function pointsBefore(text: string): number {
  const match = own.exec(text.slice(0, 20))
  return match?.index === 0 ? match[0].length : 0
}

/**
 * Tells whether a line says nothing but what a question is worth: `[3 marks]`.
 *
 * @param text The line's text.
 */
export function isPoints(text: string): boolean {
  return text.length < 40 && own.exec(text)?.[0] === text.trim()
}

function pointsIn(printed: string | undefined): number | undefined {
  const value = Number(printed?.normalize('NFKC'))
  return value > 0 ? value : undefined
}
