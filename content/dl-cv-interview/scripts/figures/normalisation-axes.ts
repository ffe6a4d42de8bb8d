import { colour, picture, rectangle, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = {
  zh: {
    channels: '通道 C',
    batch: '样本 N',
    bn: 'BN：一个通道，整批',
    gn: 'GN：一个样本，一组通道',
    map: '每格是一张 H×W 的特征图；同色的格子一起求均值与方差',
  },
  en: {
    channels: 'channels C',
    batch: 'batch N',
    bn: 'BN: one channel, all N',
    gn: 'GN: one sample, a group',
    map: 'each cell is an H×W map; blue cells share mean and variance',
  },
} as const

const [samples, channels, group, cell] = [4, 6, 3, 30]

/** Over which cells of the batch × channel table batch and group normalisation take their mean and variance. */
export const normalisationAxes: Figure = (language) => {
  const { channels: across, batch, bn, gn, map } = words[language]
  const table = (left: number, title: string, inside: (sample: number, channel: number) => boolean): string[] => {
    const top = 62
    const centre = left + (channels * cell) / 2
    const cells = Array.from({ length: samples * channels }, (_, index) => {
      const [sample, channel] = [Math.floor(index / channels), index % channels]
      const fill = inside(sample, channel) ? colour.blue : colour.paleGrey
      return rectangle(left + channel * cell, top + sample * cell, cell - 3, cell - 3, { fill, rx: 3 })
    })
    return [
      text(centre, 28, title, { 'font-weight': 'bold', 'font-size': 16 }),
      text(centre, 52, `${across} →`, { 'font-size': 14, fill: colour.grey }),
      ...cells,
      text(centre, top + samples * cell + 18, `↓ ${batch}`, { 'font-size': 14, fill: colour.grey }),
    ]
  }
  const bar = (left: number) =>
    Array.from({ length: channels / group }, (_, index) =>
      rectangle(left + index * group * cell - 3, 59, group * cell + 1, samples * cell + 1, {
        stroke: colour.orange,
        'stroke-width': 1.5,
        rx: 4,
      }),
    )
  return picture(480, 248, [
    ...table(32, bn, (_, channel) => channel === 1),
    ...table(272, gn, (sample, channel) => sample === 1 && channel < group),
    ...bar(272),
    text(240, 232, map, { 'font-size': 14.5 }),
  ])
}
