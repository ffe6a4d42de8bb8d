/**
 * Returns the first macro of a formula that no output of Cardpress may carry out, without its backslash, or `undefined`.
 * These reach out of the formula: they make links, load extensions, set style, classes and ids, or build the names of
 * macros from text. Needs no MathJax, so that an output which leaves the TeX to the reader's own MathJax (Anki) can ask.
 *
 * @param tex the formula without its delimiters
 */
export function refusedMacro(tex: string): string | undefined {
  for (const match of tex.matchAll(/\\(?:([A-Za-z]+)|[^A-Za-z])/g)) {
    const name = match[1]
    if (name !== undefined && refusedMacros.has(name)) return name
  }
  return undefined
}

/** MathJax's own list of unsafe input (its `safe` extension filters what these make), and its extension loaders. */
const refusedMacros: ReadonlySet<string> = new Set([
  'href',
  'url',
  'require',
  'unicode',
  'style',
  'class',
  'cssId',
  'data',
  'mmlToken',
  'includegraphics',
  'toggle',
  'mathtip',
  'texttip',
  'setOptions',
  'csname',
  'begingroupReset',
  'begingroupSandbox',
  'global',
  'gdef',
  'xdef',
])
