import type { Block, ContentNode } from '@cardpress/core'
import { inert } from './inert.ts'

/**
 * Returns the HTML of a field with cloze deletions, `{{c1::text::hint}}`, in which only the bank's own deletions count.
 *
 * @param blocks the text with its cloze nodes.
 * @param toHtml renders blocks without cloze nodes.
 */
export function clozeField(blocks: readonly Block[], toHtml: (blocks: readonly Block[]) => string): string {
  const html = toHtml(withMarkers(blocks))
    // Braces and double colons of the text itself: a character reference hides them from Anki, not from the browser.
    .replaceAll('{{', '&#123;&#123;')
    .replaceAll('}}', '&#125;&#125;')
    .replaceAll('::', ':&#58;')
    .replaceAll(open, '{{c')
    .replaceAll(separator, '::')
    .replaceAll(close, '}}')
  return inert(html)
}

/** Returns the cards of a cloze note: the index of each deletion less one, ascending, each once. */
export function clozeCards(blocks: readonly Block[]): readonly number[] {
  const found = new Set<number>()
  const visit = (node: ContentNode): void => {
    if (node.type === 'cloze') found.add(node.index - 1)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const block of blocks) visit(block)
  return [...found].sort((a, b) => a - b)
}

/** Noncharacters stand for `{{c`, `::` and `}}` until the text's own have been hidden; the text cannot hold them. */
const open = '\ufdd0'
const separator = '\ufdd1'
const close = '\ufdd2'

function withMarkers(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap(mark) as Block[]
}

function mark(node: ContentNode): ContentNode[] {
  if (node.type === 'cloze') {
    const hint = node.hint === undefined ? '' : separator + cleaned(node.hint)
    return [
      { type: 'text', value: `${open}${node.index}${separator}` },
      ...node.children.flatMap(mark),
      { type: 'text', value: hint + close },
    ]
  }
  if (node.type === 'math' || node.type === 'inlineMath') return [{ ...node, value: apart(cleaned(node.value)) }]
  if ('children' in node) return [{ ...node, children: node.children.flatMap(mark) } as ContentNode]
  return 'value' in node ? [{ ...node, value: cleaned(node.value) }] : [node]
}

function cleaned(text: string): string {
  return text.replaceAll(/[\ufdd0-\ufdd2]/g, '')
}

/** `}}` inside TeX would end a deletion once a person edits the note; a space between braces means nothing to TeX. */
function apart(tex: string): string {
  return tex.replaceAll(/\}(?=\})/g, '} ').replaceAll(/\{(?=\{)/g, '{ ')
}
