/**
 * Returns where in an option's text the mark begins that says behind it that it is right: a tick, a star, an arrow,
 * `(correct)`, `{ data-correct }`; `undefined` where there is none.
 *
 * @param text The option's text.
 * @param crosses Whether an `x` behind a gap is such a mark, as the rest of the page tells. Default: false.
 */
export function rightMark(text: string, crosses = false): number | undefined {
  const from = Math.max(text.length - 60, 0)
  const end = text.slice(from)
  const match = mark.exec(end) ?? (crosses ? cross.exec(end) : null)
  return match ? from + match.index : undefined
}

/**
 * Tells whether an option ends with an `x` behind a gap: `one thing        x`.
 *
 * @param text The option's text.
 */
export function endsInCross(text: string): boolean {
  return cross.test(text.slice(-60))
}

const cross = /(?<=[^\s])\s{2,40}[xX]\s{0,4}$/u
const mark =
  /\s{0,4}(?:[(（[【]\s?(?:correct|right|answer|正确(?:答案)?|答案|√|✓|✔️?|✅)\s?[)）\]】]|\{\s?[.:]?(?:data-)?correct\s?\}|[✓✔✅☑]\ufe0f?|√|\*{1,2}|<-{1,3}(?:\s?(?:correct|answer))?|←)\s{0,4}$/iu
