import { describe, expect, test } from 'vitest'
import { articles, printedQuestions } from './article.ts'

const zh = printedQuestions(articles.zh)
const en = printedQuestions(articles.en)

/** Returns a number as the articles print it: thousands in groups, inside a formula as TeX wants it. */
const grouped = (value: number): string => value.toLocaleString('en-US')
const grouping = (value: number): string => grouped(value).replaceAll(',', '{,}')

/** 10 million classes on features of 512 numbers, in batches of 256. */
const [features, classes, batch] = [512, 1e7, 256]
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`

/** Weights and multiply-adds of inception (3a)'s 5×5 branch on 28×28×192, directly and through 16 channels. */
const direct = 5 * 5 * 192 * 32
const reduced = 192 * 16 + 5 * 5 * 16 * 32

/** Each number as printed, by question; computed here, looked for in both editions. */
const claims: readonly (readonly [question: number, what: string, printed: string])[] = [
  [1, 'the transposed matrix times (1, 2)', `C^{\\mathsf T}y=(${transposed([1, 2, 3], [1, 2]).join(',')})`],
  [8, 'memory of the weights', gigabytes(4 * features * classes)],
  [8, 'memory with gradients and two moments', gigabytes(16 * features * classes)],
  [8, 'memory of the logits', gigabytes(4 * batch * classes)],
  [8, 'computation of one image', `${((2 * features * classes) / 1e9).toFixed(2)} GFLOP`],
  [8, 'loss of a uniform guess', Math.log(classes).toFixed(2)],
  [9, 'entries of the Hessian', `n^2\\approx${(25.6e6 ** 2 / 1e14).toFixed(2)}\\times10^{14}`],
  [9, 'memory of the Hessian', `${((4 * 25.6e6 ** 2) / 1e15).toFixed(1)} PB`],
  [11, 'a mask applied', `(${[2, 4, 6, 8].map((h, index) => (index % 2 === 0 ? h / 0.5 : 0)).join(',')})`],
  [12, 'the smallest matching object', `30\\sqrt{0.5}\\approx ${(30 * Math.sqrt(0.5)).toFixed(1)}`],
  [12, 'IoU of 16 pixels in 30', `256/900\\approx${(256 / 900).toFixed(2)}`],
  [16, 'sixty random trials', `1-0.95^{60}\\approx${(1 - 0.95 ** 60).toFixed(3)}`],
  [17, 'parameters of the first convolution', `=${3 * 3 * 3 * 64 + 64}`],
  [17, 'weights of a full connection', `${((224 * 224 * 3 * 224 * 224 * 64) / 1e11).toFixed(1)}\\times10^{11}`],
  [17, 'the first fully connected layer of VGG-16', grouped(7 * 7 * 512 * 4096 + 4096)],
  [18, 'weights of 5×5 directly', `=${grouping(direct)}`],
  [18, 'weights through 1×1', `=${grouping(reduced)}`],
  [18, 'weights of 5×5 in the table', `| ${grouped(direct)} |`],
  [18, 'weights through 1×1 in the table', `| ${grouped(reduced)} |`],
  [18, 'multiply-adds directly', grouped(direct * 28 * 28)],
  [18, 'multiply-adds through 1×1', grouped(reduced * 28 * 28)],
  [19, 'ten sigmoids', `0.25^{10}\\approx${(0.25 ** 10 * 1e7).toFixed(1)}\\times10^{-7}`],
  [20, 'initial loss of 10 classes', Math.log(10).toFixed(3)],
  [20, 'initial loss of 1000 classes', Math.log(1000).toFixed(3)],
  [23, 'weights of 5×5 directly', grouped(direct)],
  [23, 'weights through 1×1', grouped(reduced)],
]

function transposed(kernel: readonly number[], y: readonly number[]): number[] {
  const x = Array.from({ length: kernel.length + y.length - 1 }, () => 0)
  y.forEach((value, at) => {
    kernel.forEach((weight, tap) => {
      x[at + tap] = (x[at + tap] ?? 0) + value * weight
    })
  })
  return x
}

describe.each(claims)('question %i: %s', (number, _, printed) => {
  test(`is ${printed} in both editions`, () => {
    for (const questions of [zh, en]) expect(questions[number - 1]?.body).toContain(printed)
  })
})

test('the table of losses in question 14 holds computed values', () => {
  for (const [body, comma] of [
    [zh[13]?.body, '，'],
    [en[13]?.body, ', '],
  ] as const)
    for (const x of [0.5, 3, 10]) {
      const smooth = x < 1 ? [0.5 * x * x, x] : [x - 0.5, 1]
      const cells = [[0.5 * x * x, x], [x, 1], smooth].map((pair) => pair.join(comma))
      expect(body).toContain(`| ${[x, ...cells].join(' | ')} |`)
    }
})

test('the pyramid levels in question 29 follow from the formula', () => {
  const level = (side: number): number => Math.floor(4 + Math.log2(side / 224))
  for (const side of [112, 224, 448]) {
    expect(zh[28]?.body).toContain(`$${side}\\times${side}$ 去 $P_${level(side)}$`)
    expect(en[28]?.body).toMatch(new RegExp(`\\$${side}\\\\times${side}\\$ (goes )?to \\$P_${level(side)}\\$`))
  }
})
