import type { Features } from '../lines/features.ts'
import type { Container, Line } from '../lines/line.ts'
import { type FoundOption, letterOf, type OptionGroup } from './option-group.ts'
import { boxMark } from './option-mark.ts'

/**
 * Returns the groups of options that are list items with boxes, ticked or empty.
 *
 * @param lines The lines of a page.
 * @param features Their features.
 */
export function boxGroups(lines: readonly Line[], features: readonly Features[]): OptionGroup[] {
  const byList = new Map<Container, FoundOption[]>()
  for (const [index, line] of lines.entries()) {
    if (line.item?.checked === undefined || !line.container?.parent) continue
    const list = line.container.parent
    const options = byList.get(list) ?? []
    const mark = features[index]?.options[0]
    options.push({
      label: '',
      line: index,
      start: mark?.start ?? 0,
      end: mark?.end ?? 0,
      checked: line.item.checked,
    })
    byList.set(list, options)
  }
  const groups: OptionGroup[] = []
  for (const options of byList.values()) {
    if (options.length < 2) continue
    const marks = options.map(({ line }) => features[line]?.options[0])
    const lettered = marks.every((mark, index) => mark?.index === index)
    groups.push({
      style: lettered ? 'checkbox-letter' : 'checkbox',
      options: options.map((option, index) => ({
        ...option,
        label: letterOf(index),
        ...(lettered ? {} : { start: 0, end: 0 }),
      })),
      first: (options[0] as FoundOption).line,
      last: (options.at(-1) as FoundOption).line,
    })
  }
  return groups
}

/**
 * Returns the groups of options that are lines of text with boxes, one after the other.
 *
 * @param lines The lines of a page.
 */
export function textBoxGroups(lines: readonly Line[]): OptionGroup[] {
  const groups: OptionGroup[] = []
  let options: FoundOption[] = []
  const close = (): void => {
    const [first] = options
    const last = options.at(-1)
    if (first && last && options.length >= 2)
      groups.push({ style: 'checkbox', options, first: first.line, last: last.line })
    options = []
  }
  for (const line of lines) {
    // Code behind a box is the option itself.
    if (options.length > 0 && (line.kind === 'code' || line.kind === 'math')) continue
    const ticked = line.item?.checked
    const box =
      ticked === undefined ? (line.kind === 'text' ? boxMark(line.text) : undefined) : { checked: ticked, length: 0 }
    if (!box) close()
    else
      options.push({
        label: letterOf(options.length),
        line: line.index,
        start: 0,
        end: box.length,
        checked: box.checked,
      })
  }
  close()
  return groups
}
