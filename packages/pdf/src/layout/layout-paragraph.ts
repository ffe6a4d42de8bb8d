import type { Inline } from '@cardpress/core'
import { breakLines } from '../text/break-lines.ts'
import type { Piece } from '../text/piece.ts'
import { toPieces } from '../text/to-pieces.ts'
import type { FlowItem } from './flow-item.ts'
import { spaced } from './flow-item.ts'
import { layoutFigure } from './layout-figure.ts'
import { linesToItems } from './lines-to-items.ts'
import { plainStyle, type Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

/**
 * Sets a paragraph. Pictures too high for a line stand on their own between its lines.
 * @param inlines its content
 * @param setting how and where
 * @param element its structure element; default a P
 */
export function layoutParagraph(inlines: readonly Inline[], setting: Setting, element?: TagElement): FlowItem[] {
  const items: FlowItem[] = []
  const owner = element ?? new TagElement('P', setting.element)
  let line: Inline[] = []
  const flush = () => {
    if (line.some((node) => node.type !== 'text' || node.value.trim() !== ''))
      items.push(
        ...layoutLines(
          toPieces(line, plainStyle(setting, owner), { ...setting.text, maxWidth: setting.width }),
          setting,
        ),
      )
    line = []
  }
  for (const inline of inlines) {
    const picture = inline.type === 'image' ? setting.text.picture(inline.url) : undefined
    if (inline.type === 'image' && picture && picture.height > setting.size * 2.2) {
      flush()
      items.push(
        ...spaced(layoutFigure(picture, inline.alt ?? inline.title ?? inline.url, setting), setting.size * 0.4),
      )
    } else line.push(inline)
  }
  flush()
  return items
}

/** Breaks pieces into lines and returns them as items. */
export function layoutLines(pieces: readonly Piece[], setting: Setting): FlowItem[] {
  const { width, hang, hyphenate } = setting
  const justify = setting.justify === true || (setting.justify === 'han' && isMostlyHan(pieces))
  return linesToItems(breakLines(pieces, { width, justify, hang, hyphenate }), { ...setting, justify })
}

/** A paragraph with fewer hanzi than this has too few places that could give way: an English title in a Chinese list. */
const mostly = 0.3

function isMostlyHan(pieces: readonly Piece[]): boolean {
  let all = 0
  let han = 0
  for (const piece of pieces) {
    if (piece.kind === 'break') continue
    all += piece.width
    if (piece.kind === 'text' && piece.cls !== 'word') han += piece.width
  }
  return han >= all * mostly
}
