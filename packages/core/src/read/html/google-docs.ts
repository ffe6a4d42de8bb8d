import type { Element, ElementContent, Root } from 'hast'
import { classesOf, elementsIn, isElement, textIn } from './elements.ts'

/** The class of a list in a page that Google Docs exported: which list of the document it is of, and how deep. */
const listClass = /^lst-(kix_[\w.]{1,60})-(\d)$/

/**
 * Restores in a page what Google Docs says by style sheet alone ("Download → Web page"): lists lie in the items of the
 * list above, a list that goes on behind them is one list, letters count where letters were printed, and bold is bold. The
 * tree is changed; other pages are left as they are.
 *
 * @param page The page.
 */
export function restoreGoogleDocs(page: Root): void {
  const elements = [...elementsIn(page)]
  if (!elements.some((element) => levelOf(element) !== undefined)) return
  const css = elements
    .filter(({ tagName }) => tagName === 'style')
    .map(({ children }) => textIn(children))
    .join('\n')
    .slice(0, 500_000)
  const bold = new Set(
    [...css.matchAll(/\.([\w-]{1,60})\{[^{}]{0,2000}?font-weight:\s?(?:700|bold)/g)].map(([, name]) => name),
  )
  const latin = new Set(
    [...css.matchAll(/counter\(lst-ctn-(kix_[\w.]{1,60}-\d),\s?(lower|upper)-(?:latin|alpha)/g)].map(
      ([, list]) => list,
    ),
  )
  for (const element of elements) {
    if (element.tagName === 'span' && classesOf(element).some((name) => bold.has(name))) element.tagName = 'strong'
    const name = classesOf(element).find((one) => listClass.test(one))
    if (name !== undefined && latin.has(name.slice('lst-'.length))) element.properties.type = 'a'
  }
  nestLists(page)
  for (const element of elements) nestLists(element)
}

function levelOf(element: Element): { readonly list: string; readonly level: number } | undefined {
  if (element.tagName !== 'ol' && element.tagName !== 'ul') return undefined
  const name = classesOf(element).find((one) => listClass.test(one))
  if (name === undefined) return undefined
  const [, list = '', level = '0'] = listClass.exec(name) ?? []
  return { list, level: Number(level) }
}

/** Moves the lists among some siblings to where they belong. */
function nestLists(parent: Root | Element): void {
  const kept: ElementContent[] = []
  // The lists that are open, from the outermost one.
  let open: Array<{ readonly element: Element; readonly list: string; readonly level: number }> = []
  for (const child of parent.children as ElementContent[]) {
    const here = child.type === 'element' ? levelOf(child) : undefined
    if (child.type !== 'element' || here === undefined) {
      if (child.type !== 'text' || child.value.trim() !== '') open = []
      kept.push(child)
      continue
    }
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > here.level) open.pop()
    const last = open.at(-1)
    if (last?.level === here.level && last.list === here.list) {
      last.element.children.push(...child.children)
      for (const { element } of open) stretch(element, child)
      continue
    }
    const item =
      last && last.level < here.level ? last.element.children.findLast((one) => isElement(one, 'li')) : undefined
    if (item?.type === 'element') {
      item.children.push(child)
      for (const element of [item, ...open.map((one) => one.element)]) stretch(element, child)
    } else {
      kept.push(child)
      open = []
    }
    open.push({ element: child, ...here })
  }
  parent.children = kept
}

/** An element ends where what was moved into it ends. */
function stretch(element: Element, { position }: Element): void {
  if (element.position && position) element.position = { start: element.position.start, end: position.end }
}
