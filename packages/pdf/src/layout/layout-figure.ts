import type { FlowItem } from './flow-item.ts'
import type { Picture } from './picture.ts'
import type { Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

/** The part of a column's height that one picture may fill. */
const tallest = 0.45

/** Sets a picture on its own: at its natural size, or smaller to fit the column. */
export function layoutFigure(picture: Picture, alt: string, setting: Setting): FlowItem[] {
  const scale = Math.min(1, setting.width / picture.width, (setting.maxHeight * tallest) / picture.height)
  const width = picture.width * scale
  const height = picture.height * scale
  const element = new TagElement('Figure', setting.element, { alt })
  const x = setting.x + (setting.width - width) / 2
  return [
    {
      height,
      before: setting.size * 0.4,
      marks: [{ kind: 'picture', x, y: 0, width, height, picture, element }],
      baseline: Math.min(height, setting.size),
    },
  ]
}
