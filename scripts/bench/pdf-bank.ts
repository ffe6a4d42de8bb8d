import { createHash } from 'node:crypto'
import { type Block, type Question, type QuestionBank, questionBankSchema } from '@cardpress/core'

/** A question as a bank holds it and as Typst is told it: the same words, formulas and code. */
interface Twin {
  readonly prompt: string
  readonly answer: Block[]
  readonly options?: readonly string[]
  readonly typst: string
}

const text = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] })

const twins: readonly Twin[] = [
  {
    prompt: '为什么要做批归一化？',
    answer: [
      {
        type: 'paragraph',
        children: [
          {
            type: 'text',
            value: '每一层的输入分布会随前面各层的参数变化，训练因此变慢。批归一化先减去均值再除以标准差，',
          },
          { type: 'inlineMath', value: '\\hat{x}=\\frac{x-\\mu}{\\sqrt{\\sigma^2+\\epsilon}}' },
          {
            type: 'text',
            value:
              '，再乘以可学习的缩放并加上平移。这样可以使用更大的学习率，对初始化也不再那么敏感；测试时改用训练中累积的滑动平均。',
          },
        ],
      },
      text('批量很小时统计量噪声大，可以改用组归一化 (Group Normalization) 或层归一化 (Layer Normalization)。'),
    ],
    typst:
      '每一层的输入分布会随前面各层的参数变化，训练因此变慢。批归一化先减去均值再除以标准差，$hat(x)=(x-mu)/sqrt(sigma^2+epsilon)$，再乘以可学习的缩放并加上平移。这样可以使用更大的学习率，对初始化也不再那么敏感；测试时改用训练中累积的滑动平均。\n\n批量很小时统计量噪声大，可以改用组归一化 (Group Normalization) 或层归一化 (Layer Normalization)。',
  },
  {
    prompt: '怎样实现二分查找？要注意什么？',
    answer: [
      {
        type: 'code',
        lang: 'python',
        value:
          'def find(a, x):\n    lo, hi = 0, len(a)\n    while lo < hi:\n        mid = (lo + hi) // 2\n        if a[mid] < x:\n            lo = mid + 1\n        else:\n            hi = mid\n    return lo',
      },
      text('循环不变量是：答案总在半开区间里。中点要防止溢出；区间为空时结束，返回的是第一个不小于目标的位置。'),
    ],
    typst:
      '```python\ndef find(a, x):\n    lo, hi = 0, len(a)\n    while lo < hi:\n        mid = (lo + hi) // 2\n        if a[mid] < x:\n            lo = mid + 1\n        else:\n            hi = mid\n    return lo\n```\n循环不变量是：答案总在半开区间里。中点要防止溢出；区间为空时结束，返回的是第一个不小于目标的位置。',
  },
  {
    prompt: '下列哪一项可以缓解过拟合？',
    answer: [],
    options: ['增大模型的宽度与深度', '数据增强与权重衰减', '去掉所有正则项', '把训练轮数加倍'],
    typst: '+ 增大模型的宽度与深度\n+ *数据增强与权重衰减*\n+ 去掉所有正则项\n+ 把训练轮数加倍\n',
  },
  {
    prompt: '进程与线程有什么区别？',
    answer: [
      text('进程是资源分配的单位，有自己的地址空间；线程是调度的单位，同一进程的线程共享内存、打开的文件与信号处理。'),
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: [
          '切换线程不必更换页表，开销小得多；',
          '一个线程崩溃可能带走整个进程；',
          '进程之间通信要借助管道、套接字或共享内存。',
        ].map((item) => ({ type: 'listItem' as const, spread: false, children: [text(item)] })),
      },
    ],
    typst:
      '进程是资源分配的单位，有自己的地址空间；线程是调度的单位，同一进程的线程共享内存、打开的文件与信号处理。\n- 切换线程不必更换页表，开销小得多；\n- 一个线程崩溃可能带走整个进程；\n- 进程之间通信要借助管道、套接字或共享内存。',
  },
]

const hash = (value: string) => createHash('sha256').update(value).digest('hex')

/** Returns a bank of so many questions in twenty sections. */
export function pdfBank(count: number): QuestionBank {
  const questions = Array.from({ length: count }, (_, index): Question => {
    const twin = twins[index % twins.length] as Twin
    const base = {
      id: `q${index + 1}`,
      number: String(index + 1),
      title: twin.prompt,
      prompt: [text(`${twin.prompt}（${index + 1}）`)],
      section: [sectionOf(index, count)],
      tags: [],
      flags: [],
      confidence: 'sure' as const,
      line: index + 1,
      spans: [{ start: index, end: index + 1 }],
      markers: [],
      contentHash: hash(String(index)),
      modified: 1_700_000_000,
    }
    if (!twin.options) return { ...base, kind: 'open', answer: twin.answer }
    const options = twin.options.map((option, at) => ({ label: String.fromCharCode(65 + at), content: [text(option)] }))
    return { ...base, kind: 'single-choice', options, answer: ['B'] }
  })
  return questionBankSchema.parse({
    schemaVersion: '1.0',
    collection: 'bench',
    deck: 'Bench',
    title: '基准题库',
    language: 'zh-CN',
    tags: [],
    source: { path: 'bench.md', sha256: hash('bench'), encoding: 'utf-8', format: 'markdown' },
    reading: { confidence: 'sure' },
    questions,
    retired: [],
    leftovers: [],
  })
}

/** Returns the same questions as a Typst document that looks as much alike as a few lines can make it. */
export function typstSource(count: number): string {
  const head = [
    '#set page(paper: "a4", columns: 3, margin: 11mm, numbering: "1 / 1")',
    '#set columns(gutter: 5mm)',
    '#set text(font: ("Inter", "Noto Sans SC"), size: 8pt, lang: "zh")',
    '#set par(justify: true, leading: 0.5em)',
    '#set document(title: "基准题库")',
    '#show raw: set text(font: ("JetBrains Mono", "Noto Sans SC"))',
    '= 基准题库',
  ]
  const body = Array.from({ length: count }, (_, index) => {
    const twin = twins[index % twins.length] as Twin
    const section =
      index === 0 || sectionOf(index, count) !== sectionOf(index - 1, count) ? `== ${sectionOf(index, count)}\n` : ''
    return `${section}=== ${index + 1}. ${twin.prompt}（${index + 1}）\n${twin.typst}\n`
  })
  return [...head, ...body].join('\n')
}

function sectionOf(index: number, count: number): string {
  return `第 ${Math.floor((index * 20) / count) + 1} 章`
}
