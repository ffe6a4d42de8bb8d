import type { Document } from '../document.ts'
import type { Features } from '../lines/features.ts'
import type { Start } from './reading.ts'

/**
 * Tells whether a line may begin a question: it has text of its own and is no noise, option, key or explanation.
 *
 * @param document What is known of the document.
 * @param index The line.
 */
export function mayStart(document: Document, index: number): boolean {
  const role = document.roles[index]
  if (document.inKey[index] || document.sharedAt.has(index)) return false
  return (
    document.noise[index] === undefined &&
    document.features[index]?.place !== 'none' &&
    role !== 'key' &&
    role !== 'section' &&
    role !== 'explanation' &&
    role !== 'answer'
  )
}

/**
 * Returns a start whose number, if it has one, is taken off all the same.
 *
 * @param features The features of its line.
 * @param line The index of its line.
 */
export function plainStart({ numbers, indent, likeness }: Features, line: number): Start {
  const number = numbers.find((mark) => mark.style !== 'bare')
  return { line, number, mark: indent + (number?.length ?? 0), likeness }
}
