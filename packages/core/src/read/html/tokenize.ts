import { decodeEntities } from './decode-entities.ts'

/** A piece of HTML source; `start` and `end` are offsets into the text that was given. */
export type HtmlToken =
  | {
      readonly type: 'open'
      readonly name: string
      readonly attributes: Attributes
      readonly start: number
      readonly end: number
    }
  | { readonly type: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly type: 'comment' | 'text'; readonly start: number; readonly end: number }

/** Names in lower case, values with character references decoded; an attribute without a value has `''`. */
export type Attributes = ReadonlyMap<string, string>

/**
 * Returns the tags, comments and texts that a piece of HTML consists of, in order and without gaps, by the grammar of
 * CommonMark 0.31 § 6.6. What is no complete tag or comment is text. Time is linear in the length.
 *
 * @param html The piece, which may begin and end anywhere between tags.
 */
export function tokenizeHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let text = 0
  let commentsEnd = false
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    let token: HtmlToken | undefined
    if (html.startsWith('<!--', at)) {
      const end: number = commentsEnd ? -1 : html.indexOf('-->', at + 2)
      commentsEnd ||= end === -1
      if (end !== -1) token = { type: 'comment', start: at, end: end + 3 }
    } else token = tagAt(html, at)
    if (!token) {
      at++
      continue
    }
    if (text < at) tokens.push({ type: 'text', start: text, end: at })
    tokens.push(token)
    at = token.end
    text = at
  }
  if (text < html.length) tokens.push({ type: 'text', start: text, end: html.length })
  return tokens
}

const tagName = /<(\/?)([A-Za-z][A-Za-z\d-]{0,63})/y
const attribute =
  /[ \t\r\n]+([A-Za-z_:@#][\w:.@#-]{0,127})(?:[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y
const tagEnd = /[ \t\r\n]*\/?>/y

function tagAt(html: string, start: number): HtmlToken | undefined {
  tagName.lastIndex = start
  const opening = tagName.exec(html)
  if (!opening) return undefined
  const name = (opening[2] as string).toLowerCase()
  let at = tagName.lastIndex
  const attributes = new Map<string, string>()
  if (opening[1] === '') {
    // An attribute list longer than this is not written by hand; the bound keeps unclosed tags linear.
    for (let count = 0; count < 64; count++) {
      attribute.lastIndex = at
      const found = attribute.exec(html)
      if (!found) break
      const key = (found[1] as string).toLowerCase()
      if (!attributes.has(key)) attributes.set(key, decodeEntities(found[2] ?? found[3] ?? found[4] ?? ''))
      at = attribute.lastIndex
    }
  }
  tagEnd.lastIndex = at
  if (!tagEnd.test(html)) return undefined
  const end = tagEnd.lastIndex
  // `</br>` is a line break to every browser (HTML § 13.2.6.4.7).
  const opens = opening[1] === '' || name === 'br'
  return opens ? { type: 'open', name, attributes, start, end } : { type: 'close', name, start, end }
}
