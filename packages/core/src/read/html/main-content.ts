import type { Element, Root } from 'hast'
import { classesOf, elementsIn, isElement, measureText, type TextSizes } from './elements.ts'

/**
 * Returns the element of a web page that holds the article: what the page says it is (by an element or a name that sites
 * use for it), if that holds a good part of the text outside of navigation; else the whole body.
 *
 * @param tree The page.
 */
export function mainContent(tree: Root): Element | undefined {
  const elements = [...elementsIn(tree)]
  const body = elements.find((element) => element.tagName === 'body')
  if (!body) return undefined
  const sizes = measureText(tree)
  const size = (element: Element) => sizes.of(element).all
  const frame = elements.filter((element) => isNavigation(element, sizes)).map(size)
  const content = Math.max(1, size(body) - Math.max(0, ...frame))
  for (const names of homes) {
    const found = elements.filter((element) => names(element) && size(element) > 0)
    const largest = found.reduce<Element | undefined>((a, b) => (a && size(a) >= size(b) ? a : b), undefined)
    if (!largest || size(largest) < content * 0.35) continue
    return holdsAll(largest, found) ? largest : (commonParent(body, found) ?? largest)
  }
  return body
}

/** Where articles are, the surest signs first: article bodies of widespread systems, then the elements of HTML. */
const homes: ReadonlyArray<(element: Element) => boolean> = [
  named('js_content', 'rich_media_content'),
  ({ properties }) => String(properties.itemProp) === 'articleBody',
  named('article_content', 'cnblogs_post_body', 'markdown-body', 'Post-RichText', 'post_body', 'article__content'),
  named(
    'article-content',
    'article-body',
    'post-content',
    'post-body',
    'entry-content',
    'theme-default-content',
    'article-viewer',
  ),
  ({ tagName }) => tagName === 'article',
  ({ tagName, properties }) => tagName === 'main' || properties.role === 'main',
]

function named(...names: readonly string[]): (element: Element) => boolean {
  return (element) =>
    names.includes(String(element.properties.id ?? '')) || classesOf(element).some((name) => names.includes(name))
}

function holdsAll(element: Element, others: readonly Element[]): boolean {
  const inside = new Set(elementsIn(element))
  const outside = others.filter((other) => other !== element && !inside.has(other) && !holds(other, element))
  return outside.length === 0
}

function holds(outer: Element, inner: Element): boolean {
  for (const element of elementsIn(outer)) if (element === inner) return true
  return false
}

/** The smallest element around all of these: a page that has each of its questions in an `<article>`. */
function commonParent(body: Element, elements: readonly Element[]): Element | undefined {
  let parent = body
  for (;;) {
    const next = parent.children.find(
      (child): child is Element =>
        isElement(child) && elements.every((element) => element !== child && holds(child, element)),
    )
    if (!next) return parent
    parent = next
  }
}

const frameTags: ReadonlySet<string> = new Set(['nav', 'footer', 'aside'])
const frameRoles: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'toolbar',
  'menu',
])
const frameName =
  /(?:^|[-_])(?:nav|navbar|menu|sidebar|breadcrumbs?|footer|topbar|related|recommend|share|social|toolbar|pagination|pager|adsbygoogle|advert|cookie|subscribe)(?:$|[-_])/i

/**
 * Whether an element is a page's frame and not the article: by its element or role, or by its name where most of its
 * text is links.
 *
 * @param element An element.
 * @param sizes The text sizes of the page.
 */
export function isNavigation(element: Element, sizes: TextSizes): boolean {
  if (frameTags.has(element.tagName) || frameRoles.has(String(element.properties.role ?? ''))) return true
  const names = [String(element.properties.id ?? ''), ...classesOf(element)].filter((name) => name.length < 60)
  if (outer.has(element.tagName) && names.some((name) => afterwards.test(name)) && isSmall(element, sizes)) return true
  if (!names.some((name) => frameName.test(name))) return false
  const { linked, all } = sizes.of(element)
  return linked * 2 > all
}

const outer: ReadonlySet<string> = new Set('div section ul ol form table header'.split(' '))
/** What stands below an article or beside it, whatever it is made of. */
const afterwards =
  /(?:^|[-_])(?:comments?|comment-?(?:s?-?(?:area|section|block|box|list|list-box|container|wrapper))|commentblock|respond|disqus_thread|navigation|post-?footer|entry-footer|catlinks|side-?bar|cookie-?(?:banner|consent|notice|bar)|newsletter|recommend-?(?:box|list|ations?)?(?:-main)?|related-?(?:posts?|articles?|content)?)(?:$|[-_])/i

/** Less than half of the page: whatever its name, the larger part is the article. */
function isSmall(element: Element, sizes: TextSizes): boolean {
  return sizes.of(element).all * 2 < sizes.whole
}
