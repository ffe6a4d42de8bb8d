import type { Root } from 'hast'
import type { RootContent } from 'mdast'
import { elementsIn } from './elements.ts'

/**
 * Resolves the addresses of links and pictures against the page's `<base href>`, in place (HTML § 4.2.3: the first one
 * with an `href` holds). Addresses within the page (`#part`) and those of the folder that a browser saves beside a page
 * (`Page_files/`) stay as they are, and so does everything where the base is no web address and no path.
 *
 * @param page The page.
 * @param nodes The content that was made of it.
 */
export function resolveBase(page: Root, nodes: readonly RootContent[]): void {
  const base = [...elementsIn(page)].find(
    ({ tagName, properties }) => tagName === 'base' && properties.href !== undefined,
  )
  const href = String(base?.properties.href ?? '').trim()
  if (href === '') return
  const against = resolver(href)
  const visit = (node: RootContent): void => {
    if ((node.type === 'link' || node.type === 'image') && isRelative(node.url)) node.url = against(node.url)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const node of nodes) visit(node)
}

function isRelative(url: string): boolean {
  return url !== '' && !/^(?:#|[a-z][a-z\d+.-]{0,20}:)/i.test(url) && !/^[^?#]{1,400}_files\//.test(url)
}

function resolver(base: string): (url: string) => string {
  const absolute = base.startsWith('//') ? `https:${base}` : base
  if (/^https?:/i.test(absolute))
    return URL.canParse(absolute) ? (url) => (URL.canParse(url, absolute) ? new URL(url, absolute).href : url) : same
  if (/^[a-z][a-z\d+.-]{0,20}:/i.test(base)) return same
  // Beside the page, as a browser that saves it writes (`.`), or in another folder of the same site.
  const path = base.replace(/[?#].*$/s, '')
  const folder =
    path === '.' ? '' : path === '..' ? '../' : path.slice(0, path.lastIndexOf('/') + 1).replace(/^\.\//, '')
  return (url) => (url.startsWith('/') || url.startsWith('?') ? url : folder + url.replace(/^\.\//, ''))
}

function same(url: string): string {
  return url
}
