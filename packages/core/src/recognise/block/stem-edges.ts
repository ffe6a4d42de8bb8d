import { type Piece, pieceText } from '../content/to-content.ts'
import type { Line } from '../lines/line.ts'
import type { MarkLine } from './parts.ts'

const choice =
  /[(（[【]\s?(?:对\s?[/／或]\s?错|√\s?[/／或]\s?[×xX]|正确\s?[/／或]\s?错误|是\s?[/／或]\s?否)\s?[)）\]】][\s。.]{0,4}$/u

/**
 * Takes away what says at the end of a stem what kind of question it is: `（对/错）`.
 *
 * @param stem The stem, which is changed.
 * @param mark Records a part of a line as a mark.
 */
export function withoutChoice(stem: Piece[], mark: MarkLine): void {
  const last = stem.at(-1)
  const match = last && choice.exec(last.line.text.slice(last.from, last.to).slice(-20))
  if (!last || !match) return
  const to = last.line.text.slice(last.from, last.to).length + last.from - match[0].length
  mark(last.line, to, last.line.text.slice(0, last.to).length)
  stem[stem.length - 1] = { ...last, to }
}

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
