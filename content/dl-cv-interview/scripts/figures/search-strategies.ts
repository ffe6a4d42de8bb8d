import { expectedImprovement, posterior, type Trial } from '../expected-improvement.ts'
import { colour, dot, line, picture, polyline, rectangle, text } from '../svg.ts'
import type { Figure } from '../words.ts'

const words = {
  zh: {
    grid: '网格',
    random: '随机',
    bayes: '贝叶斯优化',

    tried: '种取值',
    note: '横轴是重要的超参数；灰带是好的区域，短线是试过的值',
  },
  en: {
    grid: 'grid',
    random: 'random',
    bayes: 'Bayesian',

    tried: 'values',
    note: 'across: the setting that matters; grey: where it is good',
  },
} as const

const [best, spread, side] = [0.68, 0.13, 136]

/** The score of a setting: the first coordinate matters much, the second hardly. */
const score = (x: number, y: number): number => Math.exp(-(((x - best) / spread) ** 2) / 2) - 0.05 * (y - 0.4) ** 2

const trial = (x: number, y: number): Trial => ({ x, y, value: score(x, y) })

const thirds = [1 / 6, 3 / 6, 5 / 6]
const grid = thirds.flatMap((y) => thirds.map((x) => trial(x, y)))

/** Nine draws of the linear congruential generator of Numerical Recipes, seed 309. */
const random = (): Trial[] => {
  let state = 309
  const draw = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return 0.05 + (0.9 * state) / 2 ** 32
  }
  return Array.from({ length: 9 }, () => trial(draw(), draw()))
}

/** Three settings to begin with, then six times the point of greatest expected improvement on a 41 × 41 grid. */
const bayes = (): Trial[] => {
  const trials = [trial(0.2, 0.3), trial(0.5, 0.75), trial(0.85, 0.4)]
  while (trials.length < 9) {
    const record = Math.max(...trials.map(({ value }) => value))
    let next = { x: 0, y: 0, gain: -1 }
    for (let index = 0; index < 41 * 41; index++) {
      const [x, y] = [0.04 + (0.92 * (index % 41)) / 40, 0.04 + (0.92 * Math.floor(index / 41)) / 40]
      const { mean, deviation } = posterior(trials, x, y)
      const gain = expectedImprovement(mean, deviation, record)
      if (gain > next.gain + 1e-9) next = { x, y, gain }
    }
    trials.push(trial(next.x, next.y))
  }
  return trials
}

/** Nine trials by three strategies on one landscape; Bayesian optimisation is really run. */
export const searchStrategies: Figure = (language) => {
  const { grid: first, random: second, bayes: third, tried, note } = words[language]
  const panels = [
    { title: first, trials: grid },
    { title: second, trials: random() },
    { title: third, trials: bayes() },
  ]
  const shapes = panels.flatMap(({ title, trials }, panel) => {
    const [left, top] = [18 + panel * (side + 18), 66]
    const curve = Array.from({ length: 61 }, (_, index): [number, number] => [
      left + (side * index) / 60,
      top - 4 - 26 * score(index / 60, 0.4),
    ])
    const values = new Set(trials.map(({ x }) => x.toFixed(3))).size
    return [
      text(left + side / 2, 26, title, { 'font-weight': 'bold' }),
      polyline(curve, { stroke: colour.green, 'stroke-width': 2 }),
      rectangle(left + (best - spread) * side, top, 2 * spread * side, side, { fill: '#e3e6ea' }),
      rectangle(left, top, side, side, { stroke: colour.grey }),
      ...trials.map(({ x }) =>
        line(left + x * side, top + side, left + x * side, top + side + 9, {
          stroke: colour.orange,
          'stroke-width': 2,
        }),
      ),
      ...trials.map(({ x, y }) => dot(left + x * side, top + (1 - y) * side, 5, colour.blue)),
      text(left + side / 2, top + side + 28, `${values} ${tried}`, { 'font-size': 15, fill: colour.orange }),
    ]
  })
  return picture(480, 274, [...shapes, text(240, 258, note, { 'font-size': 14.5, fill: colour.grey })])
}
