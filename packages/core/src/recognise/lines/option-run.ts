/** The longest run of letters that follow on as options do, in one line. */
export interface OptionRun {
  readonly count: number
  /** Offsets of its first and its last letter. */
  readonly first: number
  readonly last: number
}

const letter = /(?<![A-Za-zＡ-Ｚ])[(（]?([A-HＡ-Ｈ])(?:\s?[.．、:：)）]|\s?(?=[\p{Script=Han}《“\p{Nd}]))/gu
const small = /(?<=\s)[(]?([a-h])[.)]\s/gu

/**
 * Returns the longest run of letters in a text that follow on one by one, as options in a line do: `A.one B.two C.three`;
 * of small letters, three at least: `a. one b. two c. three`.
 *
 * @param text Any text.
 */
export function longestRun(text: string): OptionRun {
  const capitals = runOf(text, letter)
  if (capitals.count >= 2) return capitals
  const smalls = runOf(text, small)
  return smalls.count >= 3 ? smalls : capitals
}

function runOf(text: string, pattern: RegExp): OptionRun {
  let best: OptionRun = { count: 0, first: 0, last: 0 }
  let run = { count: 0, first: 0, last: 0, code: 0 }
  for (const match of text.matchAll(pattern)) {
    const code = (match[1] as string).normalize('NFKC').charCodeAt(0)
    run =
      run.count > 0 && code === run.code + 1
        ? { ...run, count: run.count + 1, last: match.index, code }
        : { count: 1, first: match.index, last: match.index, code }
    if (run.count > best.count) best = run
  }
  return best
}
