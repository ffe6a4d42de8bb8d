import type { Line } from '../lines/line.ts'
import { type FoundOption, letterOf, type OptionGroup } from './option-group.ts'
import { truthOf } from './type-mark.ts'

const label =
  /^[\s*_]{0,6}(?:answer |possible |the )?(?:choices|options|alternatives|possible answers|选项|备选(?:项|答案)?)[\s*_]{0,4}[:：][\s*_]{0,4}/iu

/**
 * Tells whether a line only says that options follow: `Options:`, `Answer choices`.
 *
 * @param text The line's text.
 */
export function announcesOptions(text: string): boolean {
  return (
    text.length < 40 &&
    /^[\s*_]{0,6}(?:answer |possible |the )?(?:choices|options|alternatives|possible answers|选项|备选(?:项|答案)?)[\s*_]{0,4}[:：]?[\s*_]{0,4}$/iu.test(
      text,
    )
  )
}

/**
 * Returns the groups of options that one line lists without letters: `Choices: red; green; blue`.
 *
 * @param lines The lines of a page.
 */
export function listedGroups(lines: readonly Line[]): OptionGroup[] {
  return lines.flatMap((line): OptionGroup[] => {
    if (line.kind !== 'text' || line.text.length > 600) return []
    const match = label.exec(line.text)
    const options = match && optionsOf(line, match[0].length)
    return options ? [{ style: 'listed', options, first: line.index, last: line.index }] : []
  })
}

function areTruths(parts: readonly string[]): boolean {
  const truths = parts.map((part) => truthOf(part.trim()))
  return parts.length === 2 && truths.includes(true) && truths.includes(false)
}

/** The first of `;`, `|`, `/` and `,` that stands between at least two parts; a comma must do so twice. */
function optionsOf(line: Line, from: number): FoundOption[] | undefined {
  const rest = line.text.slice(from)
  if (/^[(（[]?[A-Za-z]\s?[.．、:：)）\]]/u.test(rest)) return undefined
  for (const [separator, least] of [
    [/\s?[;；]\s{0,4}/gu, 2],
    [/\s{1,4}\|\s{1,4}/gu, 2],
    [/\s{1,4}\/\s{1,4}/gu, 2],
    [/\s?[,，、]\s{0,4}/gu, 3],
  ] as const) {
    const cuts = [...rest.matchAll(separator)].filter((cut) => rest.slice(cut.index + cut[0].length).trim() !== '')
    if (cuts.length > 9 || (cuts.length + 1 < least && !(cuts.length === 1 && areTruths(rest.split(/[,，]/))))) continue
    return [
      { label: letterOf(0), line: line.index, start: 0, end: from },
      ...cuts.map((cut, at) => ({
        label: letterOf(at + 1),
        line: line.index,
        start: from + cut.index,
        end: from + cut.index + cut[0].length,
      })),
    ]
  }
  return undefined
}
