import { linesOf } from '../../read/lines.ts'
import type { Span } from '../../schema/bank.ts'

/** A paragraph of a GIFT file. */
export interface Paragraph {
  /** All of it, with the comments before it: they carry id and tags. */
  readonly span: Span
  /** What is no comment at its beginning; undefined where all of it is. */
  readonly body: Span | undefined
  /** 1-based line where the body begins. */
  readonly line: number
}

/**
 * Returns the paragraphs of a GIFT file: blank lines part its questions.
 *
 * @param source The file.
 */
export function paragraphsOf(source: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let open: { start: number; end: number; body?: { start: number; line: number } } | undefined
  const close = (): void => {
    if (!open) return
    const { start, end, body } = open
    paragraphs.push({ span: { start, end }, body: body && { start: body.start, end }, line: body?.line ?? 0 })
    open = undefined
  }
  for (const { start, end, line } of linesOf(source)) {
    const text = source.slice(start, end)
    if (text.trim() === '') {
      close()
      continue
    }
    open ??= { start, end }
    open.end = end
    if (!open.body && !text.trimStart().startsWith('//')) open.body = { start, line }
  }
  close()
  return paragraphs
}
