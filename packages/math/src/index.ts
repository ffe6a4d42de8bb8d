export { checkMath } from './check-math.ts'
export type { MathOptions, MathProblem, MathRenderer, Outline, OutlinePath, OutlineText } from './contract.ts'
export { loadMath } from './load-math.ts'
export { refusedMacro } from './refused-macro.ts'
