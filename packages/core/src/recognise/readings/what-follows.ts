import type { Document } from '../document.ts'

/**
 * Returns how much the next line of text reads like a question, 0–1: the title of a number that stands alone.
 *
 * @param document What is known of the document.
 * @param index The line with the number.
 */
export function likenessBelow(document: Document, index: number): number {
  for (let at = index + 1; at <= index + 2; at++) {
    const line = document.lines[at]
    if (line?.kind === 'text' && line.text.trim() !== '')
      return document.roles[at] === 'none' ? (document.features[at]?.likeness ?? 0) : 0
  }
  return 0
}

/**
 * Tells whether options begin within the next lines, before a numbered line that rather asks.
 *
 * @param document What is known of the document.
 * @param index A line that may begin a question.
 */
export function optionsFollow(document: Document, index: number): boolean {
  const own = document.features[index]?.likeness ?? 0
  const styles = new Set(
    document.features[index]?.numbers.filter(({ style }) => style !== 'bare').map(({ style }) => style),
  )
  for (let at = index + 1; at <= index + 6 && at < document.lines.length; at++) {
    const feature = document.features[at]
    if (document.roles[at] === 'option')
      return (
        feature?.options[0]?.index === 0 || document.lines[at]?.item?.checked !== undefined || document.groupsAt.has(at)
      )
    if (document.lines[at]?.kind === 'heading') return false
    // The options are those of the line that is numbered as this one is, and stands nearer.
    if (feature?.numbers.some(({ style }) => styles.has(style))) return false
    if (feature && feature.numbers.length > 0 && feature.likeness >= 0.7 && own + 0.2 < feature.likeness) return false
  }
  return false
}

/**
 * Tells whether a mark of an answer stands right below a line.
 *
 * @param document What is known of the document.
 * @param index A line that may begin a question.
 */
export function answerFollows(document: Document, index: number): boolean {
  let at = index + 1
  while (document.lines[at]?.kind === 'text' && document.lines[at]?.text.trim() === '') at++
  return document.roles[at] === 'answer'
}
