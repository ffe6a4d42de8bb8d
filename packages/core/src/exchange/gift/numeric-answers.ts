/**
 * Returns the answers of a numeric question as a person reads them, with the digits that the file has: `4:0.1` is `4 ± 0.1`,
 * `3..4` is `3 – 4`.
 *
 * @param source The question in GIFT, with its answers between `{#` and `}`.
 */
export function numericAnswers(source: string): string[] {
  const inside = insideBraces(source).trimStart().replace(/^#/u, '')
  const [answers = ''] = inside.split('####', 1)
  return answers
    .split(/(?:^|\s)[=~]/u)
    .map(
      (answer) =>
        answer
          .replace(/^\s{0,8}%-?\d{1,9}(?:\.\d{1,9})?%/u, '')
          .split('#', 1)[0]
          ?.trim() ?? '',
    )
    .filter((answer) => /\d/u.test(answer))
    .map((answer) =>
      answer
        .replace(/\s{0,8}:\s{0,8}0{0,9}(?:\.0{0,9})?$/u, '')
        .replace(/\s{0,8}\.\.\s{0,8}/u, ' – ')
        .replace(/\s{0,8}:\s{0,8}/u, ' ± '),
    )
}

/** What stands in the first braces, escaped ones not counted. */
function insideBraces(source: string): string {
  let start: number | undefined
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source[at] === '{') start ??= at + 1
    else if (source[at] === '}' && start !== undefined) return source.slice(start, at)
  }
  return ''
}
