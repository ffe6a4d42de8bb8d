import type { QuestionBank } from '@cardpress/core'
import * as make from './bank.ts'

const { block, cloze, code, display, image, link, list, math, paragraph, strong, table } = make

/** A square with a gradient, so that a picture can be seen. */
export const picture = new TextEncoder().encode(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 240" width="600" height="240"><rect width="600" height="240" fill="#fff"/><path d="M40 200 L560 200 M40 200 L40 30" stroke="#333" stroke-width="3" fill="none"/><path d="M40 60 C 140 180, 300 190, 560 192" stroke="#2f5fd0" stroke-width="5" fill="none"/><text x="300" y="228" font-size="20" text-anchor="middle" fill="#333">training steps</text></svg>',
)

/** One question of every kind, with everything that a card can hold; in Chinese. */
export const chinese: QuestionBank = make.bank(
  [
    make.open({
      id: 'momentum',
      number: '3',
      section: ['深度学习', '优化'],
      prompt: [paragraph(['为什么 SGD 加上 ', strong('动量'), ' 之后往往收敛更快？请写出更新公式。'])],
      answer: [
        '动量把历史梯度按指数衰减累加起来，相当于给参数加了惯性：',
        display(
          'v_t = \\beta v_{t-1} + (1-\\beta)\\,\\nabla_\\theta L(\\theta_{t-1}),\\qquad \\theta_t = \\theta_{t-1} - \\eta v_t',
        ),
        list(
          ['在梯度方向一致的维度上，', math('v_t'), ' 越积越大，步子更稳更快；'],
          ['在来回震荡的维度上，正负梯度相互抵消。'],
          ['常用 ', math('\\beta = 0.9'), '，等效于对最近 ', math('\\text{约 }\\frac{1}{1-\\beta}'), ' 步取平均。'],
        ),
        paragraph(['在 PyTorch 里只需要 ', code('momentum=0.9'), '：']),
        block(
          'python',
          'opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)\nfor x, y in loader:\n    opt.zero_grad()\n    loss = F.cross_entropy(model(x), y)  # 交叉熵损失\n    loss.backward()\n    opt.step()',
        ),
      ],
      hint: '想一想：小球从山坡上滚下来时，速度是怎么变化的？',
      references: [paragraph([link('https://example.org/momentum', 'Why momentum really works')])],
      modified: make.longAgo,
    }),
    make.choice({
      id: 'receptive',
      number: '17',
      section: ['卷积网络'],
      prompt: [paragraph(['两个 ', math('3\\times 3'), ' 卷积（步长为 1）堆叠后的感受野是多大？'])],
      options: {
        A: [paragraph([math('3\\times 3')])],
        B: { content: [paragraph([math('5\\times 5')])], feedback: '每多一层 3×3，感受野的边长加 2。' },
        C: {
          content: [paragraph([math('7\\times 7'), '，因为两个卷积核的尺寸要相加再加一，还要考虑填充的影响'])],
          feedback: '这是三层堆叠的结果。',
        },
        D: { content: '以上都不对', pinned: true },
      },
      answer: 'B',
      explanation: [
        paragraph([
          '第一层看到 ',
          math('3'),
          '，第二层再向外各扩一个像素，所以是 ',
          math('3 + 2 = 5'),
          '。因此选 B，而 C 是三层的情况。',
        ]),
      ],
    }),
    make.choice({
      id: 'regularise',
      number: '18',
      section: ['深度学习', '泛化'],
      prompt: '下列哪些方法可以缓解过拟合？',
      options: { A: '使用 Dropout', B: '增加训练轮数直到训练误差为零', C: '数据增强', D: '权重衰减（L2 正则）' },
      answer: 'ACD',
      explanation: '训练得越久，越容易记住训练集；早停恰好相反。',
      flags: ['disputed'],
    }),
    make.trueFalse({
      id: 'bn',
      number: '19',
      section: ['深度学习'],
      prompt: 'Batch Normalization 在推理时使用当前批次的均值和方差。',
      answer: false,
      explanation: '推理时使用训练阶段累计的滑动平均。',
    }),
    make.open({
      id: 'lost',
      number: '14',
      section: ['机器学习'],
      prompt: '下图所示的损失曲线说明了什么？',
      answer: [],
      flags: ['missing-figure', 'no-answer'],
    }),
    make.clozeQuestion({
      id: 'attention',
      number: '21',
      section: ['Transformer'],
      prompt: [
        paragraph([
          '自注意力的计算是 ',
          cloze(1, math('\\mathrm{softmax}\\left(\\frac{QK^{T}}{\\sqrt{d_{k}}}\\right)V')),
          '，其中除以 ',
          cloze(2, math('\\sqrt{d_k}'), '缩放因子'),
          ' 是为了防止内积过大使梯度消失。',
        ]),
      ],
      explanation: '内积的方差随维度线性增长。',
    }),
    make.open({
      id: 'table',
      number: '22',
      section: ['机器学习', '评价指标'],
      stem: '某检测器在测试集上的结果如下：TP = 80，FP = 20，FN = 40。',
      prompt: '准确率、召回率与 F1 各是多少？用表格写出计算过程。',
      answer: [
        table(
          ['指标', '公式', '代入', '结果', '什么时候最看重它'],
          ['Precision', 'TP / (TP + FP)', '80 / (80 + 20)', '0.80', '误报代价高时，例如垃圾邮件过滤'],
          ['Recall', 'TP / (TP + FN)', '80 / (80 + 40)', '0.67', '漏报代价高时，例如疾病筛查'],
          ['F1', '2PR / (P + R)', '2 × 0.80 × 0.67 / 1.47', '0.73', '两者都要兼顾时'],
        ),
        paragraph([image('assets/curve.svg', '损失曲线')]),
      ],
    }),
    make.shortAnswer({
      id: 'short',
      number: '23',
      prompt: 'ReLU 的全称是什么？',
      accepted: ['Rectified Linear Unit', '线性整流函数'],
    }),
  ],
  {
    collection: 'showcase-zh',
    deck: '深度学习面试',
    title: '深度学习面试题',
    language: 'zh-CN',
    url: 'https://example.org/interview',
  },
)

/** The same in English, shorter. */
export const english: QuestionBank = make.bank(
  [
    make.open({
      id: 'closure',
      number: '4',
      section: ['JavaScript', 'Functions'],
      prompt: 'What does this program print, and why?',
      stem: [block('js', 'for (var i = 0; i < 3; i++) {\n  setTimeout(() => console.log(i), 0)\n}')],
      answer: [
        paragraph([
          'It prints ',
          code('3 3 3'),
          '. The callbacks run after the loop, and all of them close over the ',
          strong('one'),
          ' variable ',
          code('i'),
          ' that ',
          code('var'),
          ' hoists to the function.',
        ]),
        paragraph([
          'With ',
          code('let'),
          ' each turn of the loop has a binding of its own, and the program prints ',
          code('0 1 2'),
          '.',
        ]),
      ],
      hint: 'How many variables named i are there?',
      flags: ['hint-only'],
    }),
    make.choice({
      id: 'bigo',
      number: '5',
      section: ['Algorithms'],
      prompt: 'What is the average cost of looking up a key in a hash table?',
      options: {
        A: [paragraph([math('O(1)')])],
        B: [paragraph([math('O(\\log n)'), ', as in a balanced search tree'])],
        C: [paragraph([math('O(n)')])],
        D: { content: 'All of the above', pinned: true },
      },
      answer: 'A',
      explanation: [
        paragraph([
          'With a good hash the load of a bucket is constant. The worst case is ',
          math('O(n)'),
          ', which is option C.',
        ]),
      ],
    }),
    make.choice({
      id: 'http',
      number: '6',
      section: ['Networking'],
      prompt: 'Which of these methods are idempotent?',
      options: { A: 'GET', B: 'PUT', C: 'POST', D: 'DELETE' },
      answer: 'ABD',
    }),
    make.clozeQuestion({
      id: 'git',
      section: ['Tools'],
      prompt: [
        paragraph([
          code('git'),
          ' stores the history as a ',
          cloze(1, 'directed acyclic graph', 'data structure'),
          ' of ',
          cloze(2, 'commits'),
          '.',
        ]),
      ],
    }),
  ],
  {
    collection: 'showcase-en',
    deck: 'Programming interview',
    title: 'Programming interview',
    url: 'https://example.org/programming',
    author: 'A. Writer',
    license: 'CC-BY-4.0',
  },
)
