import { printable } from './printable.ts'

/** HTML that this package made: text that has been escaped, elements, or both. */
export type Html = string

/**
 * Returns text as HTML: the characters that begin markup as character references, and what no parser keeps as U+FFFD.
 *
 * @param text anything
 */
export function escapeText(text: string): Html {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/**
 * Returns an element around HTML that is there already, for emitters that frame what `toHtml` gave them. Names are checked,
 * values escaped; a void element gets no end tag.
 *
 * @param name of the element: lower-case letters, digits
 * @param attributes in the order in which they are written; `undefined` and `false` are left out, `true` has no value
 * @param content HTML made by this package: `toHtml`, `escapeText`, `toElement`
 * @throws {TypeError} for a name that HTML does not allow, or that would run something
 */
export function toElement(
  name: string,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...content: readonly Html[]
): Html {
  if (!/^[a-z][a-z0-9]*$/.test(name) || name === 'script' || name === 'style')
    throw new TypeError(`<${name}> is no element for content`)
  let tag = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (!/^[a-z][a-z0-9-]*$/.test(key) || key.startsWith('on'))
      throw new TypeError(`"${key}" is no attribute for content`)
    if (value === undefined || value === false) continue
    tag += value === true ? ` ${key}` : ` ${key}="${escapeAttribute(value)}"`
  }
  return voids.has(name) ? `${tag}>` : `${tag}>${content.join('')}</${name}>`
}

/** Also what Anki looks for in the HTML of a field, whatever is around it. */
function escapeAttribute(value: string): string {
  return escapeText(value).replace(/["[{]/g, (character) => `&#${character.charCodeAt(0)};`)
}

const voids: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'input', 'wbr'])
