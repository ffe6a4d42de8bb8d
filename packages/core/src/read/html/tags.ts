/** Elements without content and without an end tag. */
export const voidTags: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'col', 'input', 'source', 'track'])

/** Elements that mean something inside a paragraph. */
export const inlineTags: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big br cite code del dfn em font i img ins kbd mark picture q rp rt ruby s samp small source span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Elements that are blocks or hold them. */
export const blockTags: ReadonlySet<string> = new Set(
  'article aside blockquote caption center col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Blocks that Markdown writers put into a line: into a list item, a table's cell, or around a picture. */
export const blockTagsInLine: ReadonlySet<string> = new Set(
  'center details div li ol p summary ul blockquote pre'.split(' '),
)

/** Elements whose end tag may be left out, and the open elements that their start tag closes (HTML, § 13.1.2.4). */
export const closedBy: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  thead: [],
  tbody: ['thead', 'tbody', 'tr', 'td', 'th'],
  tfoot: ['thead', 'tbody', 'tr', 'td', 'th'],
}

/** Elements inside which such an implied end stops looking outwards. */
export const scopeOf: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(['ul', 'ol']),
  dt: new Set(['dl']),
  dd: new Set(['dl']),
  tr: new Set(['table']),
  td: new Set(['table', 'tr']),
  th: new Set(['table', 'tr']),
  tbody: new Set(['table']),
  tfoot: new Set(['table']),
  thead: new Set(['table']),
}
