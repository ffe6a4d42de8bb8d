export type { LmsFormat, LmsOptions } from './emit-lms.ts'
export { emitLms } from './emit-lms.ts'
