import type { Question, QuestionBank } from '@cardpress/core'
import { toMessage } from '@cardpress/core/messages'
import { location } from 'vfile-location'
import type { VFileMessage } from 'vfile-message'
import type { MathRenderer } from './contract.ts'
import { loadMath } from './load-math.ts'
import { say } from './texts.ts'

/**
 * Returns what is wrong with the formulas of a bank, each at its place in the article (rule `wrong-formula`). Outputs print
 * the source of such a formula in its place. MathJax is loaded only when there is a formula.
 *
 * @param bank the bank of the article
 * @param source the decoded article, in which the bank's spans count
 * @param options `fatal`: whether a wrong formula is an error; default: a warning
 */
export async function checkMath(
  bank: QuestionBank,
  source: string,
  { fatal = false }: { readonly fatal?: boolean } = {},
): Promise<readonly VFileMessage[]> {
  const messages: VFileMessage[] = []
  const places = location(source)
  let renderer: MathRenderer | undefined
  for (const question of bank.questions) {
    let from = 0
    for (const { value, display } of formulasIn(question)) {
      renderer ??= await loadMath()
      const problem = renderer.problem(value, { display })
      const start = placeOf(value, source, question, from)
      // Formulas come in the order of the article within a field; a repeated one is looked for behind the last.
      if (start !== undefined) from = start + value.length
      if (problem === undefined) continue
      const point = start === undefined ? undefined : places.toPoint(start + problem.offset)
      const place = point ?? { line: question.line, column: 1 }
      const reason = say('wrong-formula', { detail: problem.sentence })
      messages.push(toMessage(reason, { ruleId: 'wrong-formula', place, fatal }))
    }
  }
  return messages
}

interface Formula {
  readonly value: string
  readonly display: boolean
}

function formulasIn(value: unknown): Formula[] {
  if (typeof value !== 'object' || value === null) return []
  const { type, value: tex } = value as { type?: unknown; value?: unknown }
  if ((type === 'inlineMath' || type === 'math') && typeof tex === 'string')
    return [{ value: tex, display: type === 'math' }]
  return Object.values(value).flatMap(formulasIn)
}

/** Returns where a formula begins in the article, at or behind `from` if it is there, within the question's spans. */
function placeOf(tex: string, source: string, question: Question, from: number): number | undefined {
  let first: number | undefined
  for (const { start, end } of question.spans)
    for (let at = source.indexOf(tex, start); at >= 0 && at + tex.length <= end; at = source.indexOf(tex, at + 1)) {
      if (at >= from) return at
      first ??= at
    }
  return first
}
