import type { State, Unsafe } from 'mdast-util-to-markdown'

/**
 * Makes a serializer leave text as it is where nothing in it can be a mark: most text has nothing to escape, and one
 * regular expression tells, where mdast-util-to-markdown tries sixty in turn. What it writes stays the same.
 *
 * @param state The serializer's state, changed in place.
 */
export function skipSafeText(state: State): void {
  const original = state.safe
  const tests = new Map<string, RegExp>()
  state.safe = function (this: State, value, config) {
    const text = value ?? ''
    if (text.includes('\\')) return original.call(this, value, config)
    const scope = state.stack.join(' ')
    let test = tests.get(scope)
    if (test === undefined) {
      test = anyOf(state.unsafe.filter((pattern) => isInScope(pattern, state.stack)))
      // Every depth of lists in lists is a scope of its own.
      if (tests.size < 1000) tests.set(scope, test)
    }
    const before = config.before ?? ''
    // A mark beside the text is not for this text to escape.
    test.lastIndex = before.length
    const found = test.exec(before + text + (config.after ?? ''))
    return found !== null && found.index < before.length + text.length ? original.call(this, value, config) : text
  }
}

/** Whether a pattern counts in these constructs; as `pattern-in-scope.js` of mdast-util-to-markdown. */
function isInScope({ inConstruct, notInConstruct }: Unsafe, stack: readonly string[]): boolean {
  const within = (constructs: Unsafe['inConstruct']) => [constructs ?? []].flat().some((name) => stack.includes(name))
  return ([inConstruct ?? []].flat().length === 0 || within(inConstruct)) && !within(notInConstruct)
}

/**
 * Returns one expression that finds the character of any pattern; see `compile-pattern.js` of mdast-util-to-markdown.
 *
 * @param patterns The patterns.
 */
export function anyOf(patterns: readonly Unsafe[]): RegExp {
  const sources = patterns.map(({ atBreak, before, character, after }) => {
    const mark = /[|\\{}()[\]^$+*?.-]/.test(character) ? `\\${character}` : character
    const ahead = (atBreak ? '[\\r\\n][\\t ]*' : '') + (before ? `(?:${before})` : '')
    // The character first: what stands ahead of it is looked at only there, or many spaces would take long.
    return mark + (ahead === '' ? '' : `(?<=${ahead}${mark})`) + (after ? `(?=${after})` : '')
  })
  return new RegExp(sources.length === 0 ? '(?!)' : sources.join('|'), 'g')
}
