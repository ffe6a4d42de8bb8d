import createDOMPurify from 'dompurify'
import { JSDOM } from 'jsdom'

/** What `toHtml` may make: elements and their attributes, each with the values that it may have. */
const allowed: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  ...Object.fromEntries(
    'p h1 h2 h3 h4 h5 h6 blockquote hr br em strong del sup sub mark pre table thead tbody tr'
      .split(' ')
      .map((name) => [name, {}]),
  ),
  a: { href: /^(?:https?:\/\/|mailto:)/i, title: /^/, rel: /^noopener noreferrer$/ },
  code: { class: /^(?:math|language-[\w+#.-]+)$/ },
  div: { class: /^(?:math|table)$/, lang: /^[A-Za-z0-9-]+$/ },
  img: { src: /^assets\/[^/?#]*$/, alt: /^/, title: /^/ },
  input: { type: /^checkbox$/, disabled: /^$/, checked: /^$/ },
  li: {},
  ol: { start: /^\d+$/, class: /^tasks$/ },
  span: {
    class: /^(?:math|cloze|language-[\w-]+|hljs-[\w-]+(?: [\w-]+_*)*)$/,
    'data-cloze': /^\d+$/,
    style: /^white-space:nowrap$/,
  },
  td: { class: /^(?:center|right)$/ },
  th: { class: /^(?:center|right)$/, scope: /^col$/ },
  ul: { class: /^tasks$/ },
  svg: {
    class: /^math$/,
    role: /^img$/,
    'aria-label': /^/,
    style: /^vertical-align:-[\d.]+em$/,
    fill: /^currentColor$/,
    viewBox: numbers(),
    ...Object.fromEntries(['x', 'y', 'width', 'height'].map((name) => [name, /^-?[\d.]+(?:em)?$/])),
  },
  path: {
    d: /^[MLHVCSQTAZ\d.,\s-]*$/i,
    transform: /^(?:matrix|translate)\([\d.,\s-]+\)$/,
    fill: colour(),
    stroke: colour(),
    'stroke-width': /^[\d.]+$/,
    'stroke-dasharray': numbers(),
  },
  text: {
    ...Object.fromEntries(['x', 'y', 'font-size'].map((name) => [name, /^-?[\d.]+$/])),
    'font-weight': /^bold$/,
    'font-style': /^italic$/,
    fill: colour(),
  },
  ...Object.fromEntries(
    'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle mpadded mphantom menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd'
      .split(' ')
      .map((name) => [name, mathAttributes()]),
  ),
  mtd: { ...mathAttributes(), style: /^(?:(?:text-align:-webkit-(?:left|right)|padding-(?:left|right):0)(?:;|$))+$/ },
}

const { window } = new JSDOM('<!doctype html><body></body>')
const purify = createDOMPurify(window as unknown as Parameters<typeof createDOMPurify>[0])

/**
 * Returns what is wrong with HTML that claims to be safe: elements and attributes outside the list, addresses that run or
 * fetch something, and anything that DOMPurify would change.
 */
export function audit(html: string): { readonly wrong: readonly string[] } {
  const body = window.document.createElement('body')
  body.innerHTML = html
  const wrong: string[] = []
  const walker = window.document.createTreeWalker(body, 1 | 128 /* elements and comments */)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === 8) wrong.push('a comment')
    else wrong.push(...wrongIn(node as Element))
  }
  // Its default also removes an attribute whose text names an end tag, for hosts that write HTML as XML.
  const clean = purify.sanitize(html, { SAFE_FOR_XML: false })
  if (clean !== body.innerHTML)
    wrong.push(`DOMPurify makes ${JSON.stringify(body.innerHTML)} into ${JSON.stringify(clean)}`)
  return { wrong }
}

/** Returns the text of HTML, as a reader sees it. */
export function visibleText(html: string): string {
  const body = window.document.createElement('body')
  body.innerHTML = html
  return body.textContent ?? ''
}

function wrongIn(element: Element): string[] {
  const attributes = allowed[element.localName]
  if (attributes === undefined) return [`<${element.localName}>`]
  return element
    .getAttributeNames()
    .filter((name) => attributes[name]?.test(element.getAttribute(name) ?? '') !== true)
    .map((name) => `<${element.localName} ${name}=${JSON.stringify(element.getAttribute(name))}>`)
}

function numbers(): RegExp {
  return /^-?[\d.]+(?:[\s,]+-?[\d.]+)*$/
}

function colour(): RegExp {
  return /^(?:[a-z]+|currentColor|#[0-9a-f]{3,8}|rgba?\([\d\s,.%]+\))$/i
}

function mathAttributes(): Readonly<Record<string, RegExp>> {
  const names =
    'display displaystyle scriptlevel mathcolor mathbackground mathsize mathvariant stretchy symmetric largeop movablelimits accent accentunder fence separator lspace rspace minsize maxsize linethickness bevelled width height depth voffset notation columnalign columnspacing columnlines rowlines rowspacing frame rowalign columnspan rowspan dir'
  return { ...Object.fromEntries(names.split(' ').map((name) => [name, /^[\w#%.+\-\s,()]*$/])), 'data-tex': /^/ }
}
