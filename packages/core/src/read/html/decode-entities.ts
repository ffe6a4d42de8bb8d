import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/**
 * Returns HTML text with its character references (`&amp;`, `&#38;`, `&#x26;`) decoded; what is no reference stays.
 *
 * @param text Text or an attribute's value, as it stands in the source.
 */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g,
    (all, decimal, hex, name) => {
      if (name !== undefined) return decodeNamedCharacterReference(name) || all
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code)
    },
  )
}
