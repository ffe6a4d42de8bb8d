import type { Span } from '../../schema/bank.ts'
import { type Piece, pieceText } from '../content/to-content.ts'
import { sourceSpan } from './source-span.ts'

const choice =
  /(?:\s{0,8}[([（【]?\s{0,4}(?:true\s{0,2}(?:\/|\bor\b)\s{0,2}false|T\s?\/\s?F|对\s?\/\s?错)\s{0,4}[)\]）】]?[\s.?:：？]{0,4}|[(（[【]\s?(?:对\s?[/／或]\s?错|√\s?[/／或]\s?[×xX]|正确\s?[/／或]\s?错误|是\s?[/／或]\s?否)\s?[)）\]】][\s。.]{0,4})$/iu

/**
 * Returns the stem of a question about truth without the choice at its end, `Glass is a liquid. True / False`,
 * `玻璃是液体。（√/×）`: the kind says so.
 *
 * @param stem The stem.
 * @param markers Takes where the choice stood.
 */
export function withoutChoice(stem: readonly Piece[], markers: Span[]): readonly Piece[] {
  const last = stem.at(-1)
  if (last?.line.kind !== 'text' && last?.line.kind !== 'heading' && last?.line.kind !== 'summary') return stem
  const text = last.line.text.slice(last.from, last.to)
  const from = Math.max(text.length - 40, 0)
  const match = choice.exec(text.slice(from))
  if (!match) return stem
  const at = last.from + from + match.index
  const rest = { ...last, to: at }
  if (stem.length === 1 && pieceText(rest).trim() === '') return stem
  markers.push(sourceSpan(last.line, at, last.to))
  return pieceText(rest).trim() === '' ? stem.slice(0, -1) : [...stem.slice(0, -1), rest]
}
