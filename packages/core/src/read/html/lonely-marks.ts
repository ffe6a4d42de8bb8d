import type { Element, ElementContent } from 'hast'
import { classesOf, isElement, textIn } from './elements.ts'
import { inlineTags } from './tags.ts'

/**
 * Returns children in which a number or a letter that stands in a box of its own (`<div>1.</div><div>What …</div>`)
 * begins the line beside it, as a reader sees it.
 *
 * @param children An element's children.
 */
export function joinLonelyMarks(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  let run: ElementContent[] = []
  for (const child of children) {
    if (isInline(child)) {
      run.push(child)
      continue
    }
    const into = isElement(child) && isMark(run) ? begin(child, run) : undefined
    if (into) joined.push(into)
    else joined.push(...run, child)
    run = []
    // The box itself may be the mark of the next one.
    const last = joined.at(-1)
    if (isElement(last) && boxes.has(last.tagName) && last.children.every(isInline) && isMark(last.children, last)) {
      joined.pop()
      run = [...last.children]
    }
  }
  return [...joined, ...run]
}

const boxes: ReadonlySet<string> = new Set(['div', 'p', 'section'])

function isInline(node: ElementContent): boolean {
  if (node.type === 'element')
    return (inlineTags.has(node.tagName) || node.tagName === 'label') && node.children.every(isInline)
  return node.type === 'text' || node.type === 'comment'
}

/** `1.`, `(2)`, `A、`; a bare one only where its element says that it is one. */
function isMark(nodes: readonly ElementContent[], box?: Element): boolean {
  const text = textIn(nodes).trim()
  if (text.length === 0 || text.length > 8) return false
  if (/^[(（[【]?(?:Q\s?)?(?:\d{1,3}|[A-Za-z])\s?[)）\]】.．、:：]{1,2}$/.test(text)) return true
  if (!/^(?:\d{1,3}|[A-H])$/.test(text)) return false
  return [box, ...nodes].some((node) => isElement(node) && classesOf(node).some((name) => numberName.test(name)))
}

const numberName = /(?:^|[-_])(?:num(?:ber)?|no|qno|letter|label|prefix|index|order|seq|serial|xuhao|tihao)(?:$|[-_])/i

/** The block with a mark at the beginning of its first line; `undefined` where it begins with something else. */
function begin(block: Element, mark: readonly ElementContent[]): Element | undefined {
  if (
    block.tagName === 'pre' &&
    block.children.every(isInline) &&
    !block.children.some((child) => isElement(child, 'code'))
  )
    return placed({ ...block, tagName: 'div' }, mark)
  if (!boxes.has(block.tagName)) return undefined
  if (block.children.every(isInline)) return textIn(block.children).trim() === '' ? undefined : placed(block, mark)
  const at = block.children.findIndex(
    (child) => !(child.type === 'text' && child.value.trim() === '') && child.type !== 'comment',
  )
  const first = block.children[at]
  if (!isElement(first)) return undefined
  const inner = isInline(first) ? undefined : begin(first, mark)
  if (!inner) return undefined
  return { ...spread(block, mark), children: block.children.map((child, index) => (index === at ? inner : child)) }
}

function placed(block: Element, mark: readonly ElementContent[]): Element {
  return { ...spread(block, mark), children: [...mark, { type: 'text', value: ' ' }, ...block.children] }
}

/** A block that reaches back to its mark. */
function spread(block: Element, mark: readonly ElementContent[]): Element {
  const start = mark.find((node) => node.position)?.position?.start
  return start && block.position ? { ...block, position: { ...block.position, start } } : block
}
