import { type Piece, pieceText } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'

const announces =
  /[如下右左上]图|图中|图所示|\b(?:figure|diagram|picture|graph|image) (?:below|above|shown)|\bshown (?:below|in the (?:figure|diagram|picture|graph))/iu

/**
 * Moves the pictures that a stem announces (`如下图所示`) from the beginning of its answer to its end.
 *
 * @param stem The stem, which is changed.
 * @param answer What stands below it, which is changed.
 */
export function takePictures(stem: Piece[], answer: Piece[]): void {
  if (!stem.some((one) => announces.test(pieceText(one)))) return
  while (answer[0] && isPicture(answer[0].line)) stem.push(answer.shift() as Piece)
}

function isPicture({ kind, text, runs }: Line): boolean {
  return kind === 'text' && /^[\s\ufffc]{1,20}$/u.test(text) && runs.some(({ leaf }) => leaf.type === 'image')
}

/**
 * Tells whether the text of a fence is Chinese sentences rather than code.
 *
 * @param code The text.
 */
export function isProse(code: string): boolean {
  const text = code.slice(0, 2000).replaceAll(/\s/gu, '')
  return (text.match(/\p{Script=Han}/gu) ?? []).length * 10 >= text.length * 3
}
