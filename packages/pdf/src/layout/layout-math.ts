import type { FlowItem } from './flow-item.ts'
import { fittingFormula } from './formula.ts'
import { layoutCode } from './layout-code.ts'
import type { Setting } from './setting.ts'
import { TagElement } from './tag-element.ts'

/** Sets a formula on a line of its own, smaller or on several lines where it is wider than the column; its source where it cannot be set. */
export function layoutMath(tex: string, setting: Setting): FlowItem[] {
  const fitting = fittingFormula(setting.text.formula, tex, true, setting)
  if (!fitting) {
    setting.text.onBadFormula(tex)
    return layoutCode(tex, 'latex', setting)
  }
  const { formula } = fitting
  const { width, ascent, descent } = formula.outline
  const size = Math.min(fitting.size, (setting.maxHeight * 0.8) / Math.max(0.1, ascent + descent))
  const pad = setting.size * 0.15
  const x = setting.x + (setting.width - width * size) / 2
  const y = pad + ascent * size
  const element = new TagElement('Formula', setting.element, { alt: formula.spoken })
  return [
    {
      height: pad * 2 + (ascent + descent) * size,
      before: setting.size * 0.2,
      marks: [{ kind: 'formula', x, y, size, color: setting.color, formula, element }],
      baseline: y,
    },
  ]
}
