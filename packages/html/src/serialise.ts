import type { Root } from 'hast'
import { toHtml as stringify } from 'hast-util-to-html'

/** Returns a tree as HTML. Named character references only; the same tree gives the same string. */
export function serialise(tree: Root): string {
  return stringify(tree, { characterReferences: { useNamedReferences: true } })
}
