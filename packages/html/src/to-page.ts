import type { Element, ElementContent, Root } from 'hast'
import { printable } from './printable.ts'
import { serialise } from './serialise.ts'

/** A page of its own. */
export interface Page {
  readonly title: string
  /** BCP 47 tag of most of its text. */
  readonly lang: string
  /** Style sheets, one behind the other. */
  readonly styles: readonly string[]
  /** Links of the head: `{ rel: 'alternate', type: 'application/feed+json', href: 'feed.json' }`. */
  readonly links?: readonly Readonly<Record<string, string>>[] | undefined
  readonly children: readonly ElementContent[]
}

/**
 * Returns a whole HTML document. Its content security policy allows nothing but its own style and pictures from where it
 * lies: no script, no request to anyone else.
 */
export function toPage(page: Page): string {
  const head = element('head', {}, [
    element('meta', { charSet: 'utf-8' }),
    element('meta', {
      httpEquiv: ['Content-Security-Policy'],
      content: "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [{ type: 'text', value: printable(page.title) }]),
    ...(page.links ?? []).map((properties) => element('link', properties)),
    element('style', {}, [{ type: 'text', value: page.styles.join('\n') }]),
  ])
  const body = element('body', {}, [element('main', {}, page.children)])
  const root: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, element('html', { lang: page.lang }, [head, body])],
  }
  return `${serialise(root)}\n`
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] }
}
