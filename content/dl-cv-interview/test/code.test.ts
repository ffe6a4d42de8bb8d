import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { articles, codeBlocks } from './article.ts'

const blocks = codeBlocks(articles.zh)
const [iouCode = '', dilationCode = '', normCode = ''] = blocks

/** Returns what a code block says it prints: the comments under its print calls. */
const promised = (code: string): string[] =>
  [...code.matchAll(/^print\(.*\)\n# (.*)$/gm)].map(([, said = '']) => said.trim())

type Box = readonly [x1: number, y1: number, x2: number, y2: number]

const iou = (a: Box, b: Box): number => {
  const width = Math.max(Math.min(a[2], b[2]) - Math.max(a[0], b[0]), 0)
  const height = Math.max(Math.min(a[3], b[3]) - Math.max(a[1], b[1]), 0)
  const area = (box: Box): number => (box[2] - box[0]) * (box[3] - box[1])
  return (width * height) / (area(a) + area(b) - width * height)
}

test('the code on IoU prints what IoU is', () => {
  expect(promised(iouCode).map(Number)).toEqual([
    iou([1, 1, 5, 4], [3, 2, 7, 6]),
    iou([0, 0, 2, 2], [0, 0, 2, 2]),
    iou([0, 0, 1, 1], [2, 2, 3, 3]),
  ])
})

test('the code on IoU has at most ten lines', () => {
  expect(iouCode.split('\n\n')[0]?.split('\n').length).toBeLessThanOrEqual(10)
})

test('no line of code is wider than a column of the sheet or a phone', () => {
  for (const code of [...blocks, ...codeBlocks(articles.en)])
    for (const line of code.split('\n'))
      expect(line.replaceAll(/\p{Script=Han}/gu, '汉字').length).toBeLessThanOrEqual(39)
})

/** Counts the output positions of a convolution by sliding its taps over the padded input. */
const slide = (input: number, kernel: number, padding: number, dilation: number): number => {
  let outputs = 0
  for (let start = -padding; start + dilation * (kernel - 1) < input + padding; start++) outputs++
  return outputs
}

/** Counts the input positions between the first and the last that one output depends on. */
const sees = (kernel: number, dilations: readonly number[]): number => {
  let positions = new Set([0])
  for (const rate of dilations)
    positions = new Set([...positions].flatMap((at) => Array.from({ length: kernel }, (_, tap) => at + tap * rate)))
  return Math.max(...positions) - Math.min(...positions) + 1
}

test('the code on dilation prints the sizes that sliding a kernel gives', () => {
  expect(promised(dilationCode).map(Number)).toEqual([
    slide(64, 3, 1, 1),
    slide(64, 3, 2, 2),
    slide(64, 3, 0, 4),
    sees(3, [1, 1, 1]),
    sees(3, [1, 2, 4]),
  ])
})

test('the code on batch normalisation prints what its formulas give in training and in inference', () => {
  const x = [1, 2, 3, 6]
  const mean = x.reduce((sum, each) => sum + each, 0) / x.length
  const variance = x.reduce((sum, each) => sum + (each - mean) ** 2, 0) / x.length
  const runningMean = 0.9 * 0 + 0.1 * mean
  const runningVariance = 0.9 * 1 + (0.1 * variance * x.length) / (x.length - 1)
  const rounded = (values: readonly number[]): number[] => values.map((value) => Number(value.toFixed(3)))
  const numbers = promised(normCode).map((said) => [...said.matchAll(/-?\d+\.\d*/g)].map(([number]) => Number(number)))
  expect(numbers).toEqual([
    rounded(x.map((each) => (each - mean) / Math.sqrt(variance + 1e-5))),
    rounded([runningMean]),
    rounded([runningVariance]),
    rounded(x.map((each) => (each - runningMean) / Math.sqrt(runningVariance + 1e-5))),
  ])
})

const python = process.env.PYTHON ?? 'python3'
const canRun = (statement: string): boolean => spawnSync(python, ['-c', statement]).status === 0

describe.each([
  ['Python', canRun('pass'), (code: string) => !code.includes('numpy')],
  ['Python with numpy', canRun('import numpy'), (code: string) => code.includes('numpy')],
] as const)('run by %s (skipped where there is none; PYTHON names another)', (_, runs, wants) => {
  const chosen = [...blocks, ...codeBlocks(articles.en)].filter(wants)
  test.skipIf(!runs).each(chosen.map((code) => [code.split('\n')[0], code]))('%s … prints what it says', (_, code) => {
    const { stdout } = spawnSync(python, ['-'], { input: code, encoding: 'utf8', timeout: 30_000 })
    expect(stdout.trim().split('\n')).toEqual(promised(code))
  })
})
