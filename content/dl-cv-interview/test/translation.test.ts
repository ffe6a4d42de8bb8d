import { describe, expect, test } from 'vitest'
import { articles, codeBlocks, formulas, links, printedQuestions } from './article.ts'

const zh = printedQuestions(articles.zh)
const en = printedQuestions(articles.en)

test('both editions ask questions 1 to 29 in order', () => {
  const numbers = Array.from({ length: 29 }, (_, index) => index + 1)
  expect(zh.map(({ number }) => number)).toEqual(numbers)
  expect(en.map(({ number }) => number)).toEqual(numbers)
})

test('every section has one name in each language', () => {
  const pairs = new Set(zh.map(({ section }, index) => `${section} = ${en[index]?.section}`))
  expect([...pairs].sort()).toEqual(
    [
      '卷积 = Convolution',
      '归一化与正则化 = Normalisation and regularisation',
      '优化 = Optimisation',
      '激活函数 = Activation functions',
      '网络结构 = Architectures',
      '目标检测 = Detection',
      '压缩与实践 = Compression and practice',
    ].sort(),
  )
})

describe.each(zh.map((question, index) => [question.number, question, en[index]] as const))(
  'question %i',
  (_, chinese, english) => {
    const other = english ?? chinese

    test('has the same options and key in both editions', () => {
      expect(other.options).toEqual(chinese.options)
      expect(other.key).toEqual(chinese.key)
    })

    test('has the same formulas in both editions', () => {
      expect(formulas(other.body)).toEqual(formulas(chinese.body))
    })

    test('has the same sources, figures and code in both editions', () => {
      expect(links(other.body)).toEqual(links(chinese.body))
      expect(figuresOf(other.body)).toEqual(figuresOf(chinese.body))
      expect(codeBlocks(other.body).map(bare)).toEqual(codeBlocks(chinese.body).map(bare))
    })

    test('cites a source', () => {
      expect(links(chinese.body).length).toBeGreaterThan(0)
    })
  },
)

const figuresOf = (text: string): string[] => [...text.matchAll(/\]\((assets\/[^)]+)\)/g)].map(([, url = '']) => url)

const bare = (code: string): string => code.replaceAll(/""".*?"""/g, '""""""')
