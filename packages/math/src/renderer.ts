import type { MathOptions, MathProblem, MathRenderer } from './contract.ts'
import { createTypesetter, type Typeset } from './mathjax.ts'
import { toMathml } from './mathml.ts'
import { toOutline } from './outline.ts'
import { refusedMacro } from './refused-macro.ts'
import { toSpoken } from './spoken.ts'
import { toSvg } from './svg.ts'
import { say } from './texts.ts'
import { toProblem } from './to-problem.ts'

/** Returns a renderer. Costs about 0.3 s: MathJax and its font are read from disk. */
export function createRenderer(): MathRenderer {
  const typesetter = createTypesetter()
  // One formula is asked for in several forms in a row, so only the latest few are kept.
  const recent = new Map<string, Typeset | MathProblem>()

  const typeset = (tex: string, options: MathOptions | undefined): Typeset | MathProblem => {
    const display = options?.display ?? false
    const maxWidth = options?.maxWidth
    const key = `${display ? 'display' : 'inline'} ${maxWidth ?? ''} ${tex}`
    const known = recent.get(key)
    if (known !== undefined) return known
    const result = refusal(tex) ?? attempt(() => typesetter(tex, display, maxWidth))
    recent.set(key, result)
    if (recent.size > recentLimit) recent.delete(recent.keys().next().value as string)
    return result
  }

  const unlessWrong = <Result>(tex: string, options: MathOptions | undefined, use: (formula: Typeset) => Result) => {
    const result = typeset(tex, options)
    return 'message' in result ? undefined : use(result)
  }

  return {
    problem(tex, options) {
      const result = typeset(tex, options)
      return 'message' in result ? result : undefined
    },
    outline: (tex, options) => unlessWrong(tex, options, (formula) => toOutline(formula.svg)),
    svg: (tex, options) =>
      unlessWrong(tex, options, (formula) => toSvg(toOutline(formula.svg), toSpoken(formula.mathml))),
    mathml: (tex, options) => unlessWrong(tex, options, (formula) => toMathml(formula.mathml, tex)),
    spoken: (tex, options) => unlessWrong(tex, options, (formula) => toSpoken(formula.mathml)),
  }
}

/** Formulas that are kept: all of a large article, so that the four papers of a build, and the next build of a watch, set each once. */
const recentLimit = 1000

/** MathJax recurses on nesting and reads in time that grows with the square of the length. */
const depthLimit = 100
const lengthLimit = 10_000

/** What can be said against a formula before MathJax sees it. */
function refusal(tex: string): MathProblem | undefined {
  const macro = refusedMacro(tex)
  if (macro !== undefined)
    return toProblem(say('formula.refused', { macro }), tex.indexOf(`\\${macro}`) + macro.length + 1)
  if (tex.length > lengthLimit)
    return toProblem(say('formula.long', { most: lengthLimit, length: tex.length }), lengthLimit)
  let depth = 0
  for (let index = 0; index < tex.length; index++) {
    const character = tex[index]
    if (character === '\\') index++
    else if (character === '{') depth++
    else if (character === '}') depth--
    if (depth > depthLimit) return toProblem(say('formula.braces', { most: depthLimit }), index)
  }
  return undefined
}

function attempt(typeset: () => Typeset | MathProblem): Typeset | MathProblem {
  try {
    return typeset()
  } catch (error) {
    if (error instanceof RangeError) return toProblem(say('formula.deep'), 0)
    throw error
  }
}
