import { describe, expect, it } from 'vitest'
import { relettered } from '../src/exam/option-letters.ts'
import { planExam } from '../src/exam/plan-exam.ts'
import { randomNumbers } from '../src/exam/random.ts'
import { type ChoiceQuestion, shuffleOptions } from '../src/exam/shuffle-options.ts'
import { bankOf, blocksOf } from './support/bank-of.ts'

const points = { 'single-choice': 2, 'multiple-choice': 3, 'true-false': 1, cloze: 2, 'short-answer': 4, open: 10 }

function choice(options: readonly string[], explanation: string, prompt = '下列说法正确的是'): ChoiceQuestion {
  const list = options.map((option, index) => `- [${index === 1 ? 'x' : ' '}] ${option}`).join('\n')
  const bank = bankOf(`# t\n\n## s\n\n### 1. ${prompt}\n\n${list}\n`)
  return { ...(bank.questions[0] as ChoiceQuestion), explanation: blocksOf(explanation) }
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('')
  const node = value as { value?: string; children?: unknown[] }
  return node.value ?? textOf(node.children ?? [])
}

/** The question in some order in which something has moved. */
function moved(question: ChoiceQuestion) {
  for (let seed = 0; seed < 50; seed++) {
    const result = shuffleOptions(question, randomNumbers(String(seed)))
    if (result.kept !== undefined) return result
    if ([...result.letters].some(([from, to]) => from !== to)) return result
  }
  throw new Error('nothing ever moved')
}

describe('shuffling options', () => {
  it.each([
    ['B 正确；A 与 D 往往使过拟合更严重。', ['A', 'B', 'D']],
    ['故选 B。选项 C 漏了条件，A、D 均错误。', ['A', 'B', 'C', 'D']],
    ['答案：B', ['B']],
    ['The answer is B, because option C is wrong and (D) is incorrect.', ['B', 'C', 'D']],
    ['B is correct. A and C are wrong.', ['A', 'B', 'C']],
  ])('calls the options of "%s" by their new letters', (explanation, named) => {
    const question = choice(['甲', '乙', '丙', '丁'], explanation)
    const result = moved(question)
    expect(result.kept).toBeUndefined()
    const before = textOf(question.explanation)
    const after = textOf(result.question.explanation)
    const old = before.match(/[A-D](?![a-z])/g) ?? []
    expect([...old].sort()).toEqual([...named].sort())
    expect(after.replace(/[A-D](?![a-z])/g, '_')).toBe(before.replace(/[A-D](?![a-z])/g, '_'))
    expect(after.match(/[A-D](?![a-z])/g)).toEqual(old.map((letter) => result.letters.get(letter)))
  })

  it('puts letters that stand together in order again', () => {
    const to = new Map([
      ['A', 'D'],
      ['B', 'A'],
      ['C', 'C'],
      ['D', 'B'],
    ])
    const [paragraph] = relettered(blocksOf('所以选 AD，不选 BC。'), new Set('ABCD'), to)
    expect(textOf([paragraph])).toBe('所以选 BD，不选 AC。')
  })

  it('leaves names and formulas alone that are spelt like options', () => {
    const question = choice(['甲', '乙', '丙', '丁'], '选项 B 正确：BN、C++、U-Net、A* 与 $A x$ 都不是选项。')
    const result = moved(question)
    expect(result.kept).toBeUndefined()
    expect(textOf(result.question.explanation)).toContain('BN、C++、U-Net、A* 与 A x 都不是选项')
  })

  it.each([
    ['a letter that may be a variable', choice(['甲', '乙', '丙', '丁'], '矩阵 A 是可逆的，于是得证。')],
    ['a letter that may be an article', choice(['one', 'two', 'three', 'four'], 'A larger batch helps here.')],
    ['options named by their place', choice(['甲', '乙', '丙', '丁'], '前两项都成立，第三个选项不成立。')],
    ['letters in the prompt', choice(['甲', '乙', '丙', '丁'], '故选 B。', '事件 $A$ 与 $B$ 独立，则')],
    ['a letter in a formula that may name an option', choice(['甲', '乙', '丙', '丁'], '由上题知 $B$ 成立。')],
    ['"the above" in the middle', choice(['甲', '乙', '以上都对', '丁'], '故选 B。')],
    ['a letter in an option', choice(['矩阵 A 可逆', '乙', '丙', '丁'], '见教材。')],
  ])('does not shuffle where there is %s, and says why', (_what, question) => {
    const result = shuffleOptions(question, randomNumbers('1'))
    expect(result.kept?.en).toMatch(/\w/)
    expect(result.kept?.zh).toMatch(/[一-鿿]/)
    expect(result.question).toEqual(question)
  })

  it.each([
    [['甲', '乙', '丙', '以上都对'], 3],
    [['one', 'two', 'three', 'All of the above'], 3],
    [['甲', '乙', '丙', 'A 和 B'], 3],
    [['one', 'two', 'three', 'Both A and C'], 3],
  ])('keeps the option that speaks of others in its place: %j', (options, place) => {
    const question = choice(options, '见教材。')
    const result = moved(question)
    expect(result.kept).toBeUndefined()
    const content = textOf(result.question.options[place]?.content)
    const named = options[place]?.match(/\b[A-D]\b/g) ?? []
    expect(content.match(/\b[A-D]\b/g) ?? []).toEqual(named.map((letter) => result.letters.get(letter)).sort())
  })

  it('agrees with key, explanation and options in 500 random versions', () => {
    const random = randomNumbers('500 versions')
    const words = Array.from({ length: 40 }, (_, index) => `内容${index}号`)
    let shuffledOnes = 0
    for (let run = 0; run < 500; run++) {
      const count = 3 + Math.floor(random() * 4)
      const labels = Array.from({ length: count }, (_, index) => String.fromCharCode(65 + index))
      const texts = labels.map((_, index) => words[(run + index * 7) % words.length] ?? '')
      if (random() < 0.3) texts[count - 1] = '以上都不对'
      const keys = labels.filter(() => random() < 0.4)
      const key = keys.length > 0 ? keys : ['A']
      const explanation = `${labels.map((label, index) => (texts[index] === '以上都不对' ? '' : `选项 ${label} 说的是“${texts[index]}”。`)).join('')}故选 ${key.join('')}。`
      const list = texts.map((text, index) => `- [${key.includes(labels[index] ?? '') ? 'x' : ' '}] ${text}`).join('\n')
      const bank = bankOf(`# t\n\n## s\n\n### 1. 第 ${run} 题\n\n${list}\n\n> ${explanation}\n`)
      const [version] = planExam(bank, { versions: ['A'], seed: run, points }, (_question, reason) =>
        expect.fail(reason.en),
      )
      const question = version?.parts[0]?.questions[0]?.question as ChoiceQuestion
      const contents = new Map(question.options.map((option) => [option.label, textOf(option.content)]))
      // Key and options name the same contents as before.
      const right = new Set(key.map((label) => texts[labels.indexOf(label)]))
      expect(new Set(question.answer.map((label) => contents.get(label)))).toEqual(right)
      // Every sentence of the explanation is still true.
      const said = textOf(question.explanation)
      for (const [, label = '', text] of said.matchAll(/选项 ([A-Z]) 说的是“([^”]*)”/g))
        expect(contents.get(label)).toBe(text)
      expect(said.match(/故选 ([A-Z]+)。/)?.[1]).toBe(question.answer.join(''))
      if (texts.some((text, index) => contents.get(labels[index] ?? '') !== text)) shuffledOnes++
    }
    expect(shuffledOnes).toBeGreaterThan(400)
  })

  it('gives the same versions for the same seed and others for another', () => {
    const bank = bankOf(
      `# t\n\n## s\n\n${Array.from({ length: 12 }, (_, index) => `### ${index + 1}. 题${index}\n\n- [x] 甲\n- [ ] 乙\n- [ ] 丙\n`).join('\n')}`,
    )
    const plan = (seed: number) => JSON.stringify(planExam(bank, { versions: ['A', 'B'], seed, points }, () => {}))
    expect(plan(1)).toBe(plan(1))
    expect(plan(1)).not.toBe(plan(2))
    const [a, b] = planExam(bank, { versions: ['A', 'B'], seed: 1, points }, () => {})
    expect(JSON.stringify(a?.parts)).not.toBe(JSON.stringify(b?.parts))
  })
})

describe('choosing questions', () => {
  const bank = bankOf(
    `# t\n\n## 一\n\n${Array.from({ length: 10 }, (_, index) => `### ${index + 1}. 题${index}\n\n答。\n`).join('\n')}\n\n## 二\n\n### 11. 选\n\n- [x] 甲\n- [ ] 乙\n`,
  )

  it('draws as many as asked, the same for the same seed', () => {
    const ids = (seed: number) =>
      planExam(bank, { versions: [], seed, pick: 4, points }, () => {}).flatMap((version) =>
        version.parts.flatMap((part) => part.questions.map((one) => one.question.id)),
      )
    expect(ids(1)).toHaveLength(4)
    expect(ids(1)).toEqual(ids(1))
    expect([2, 3, 4].some((seed) => ids(seed).join() !== ids(1).join())).toBe(true)
  })

  it('keeps the questions of a shared stem together', () => {
    const stem = { id: 'g1', stem: blocksOf('阅读下面的材料。') }
    const questions = bank.questions.map((question, index) =>
      index === 3 || index === 4 ? { ...question, group: stem } : question,
    )
    for (let seed = 0; seed < 30; seed++) {
      const [version] = planExam({ ...bank, questions }, { versions: ['A'], seed, points }, () => {})
      const ids = version?.parts.flatMap((part) => part.questions.map((one) => one.question.id)) ?? []
      expect(ids.indexOf('q5') - ids.indexOf('q4')).toBe(1)
    }
  })

  it('adds up the points of parts and of the whole', () => {
    const [version] = planExam(bank, { versions: [], seed: 1, points }, () => {})
    expect(version?.points).toBe(102)
    expect(version?.parts.map((part) => part.points)).toEqual([2, 100])
  })
})
