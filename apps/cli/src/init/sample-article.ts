import type { Language } from '../texts/index.ts'

/**
 * Returns an article to start from: one question of each common kind, that builds without a warning.
 *
 * @param title - of the collection
 * @param language - of the article
 */
export function sampleArticle(title: string, language: Language): string {
  const { tag, body } = samples[language]
  return `---\ntitle: ${JSON.stringify(title)}\nlanguage: ${tag}\n---\n\n${body}`
}

const samples = {
  en: {
    tag: 'en',
    body: `## Geometry

### 1. What is the area of a circle?

With the radius $r$ it is

$$\\pi r^2$$

### 2. Which of these shapes have four sides?

- [x] A. Square
- [ ] B. Triangle
- [x] C. Rhombus
- [ ] D. Pentagon

Explanation: a square and a rhombus both have four sides of the same length.

## Programming

### 3. Which operator compares two values without converting them in JavaScript?

A. \`=\`
B. \`==\`
C. \`===\`

Answer: C

### 4. How is a file read in Node.js?

\`\`\`js
import { readFile } from 'node:fs/promises'
const text = await readFile('notes.md', 'utf8')
\`\`\`
`,
  },
  zh: {
    tag: 'zh-CN',
    body: `## 几何

### 1. 圆的面积怎么算？

设半径为 $r$，面积是

$$\\pi r^2$$

### 2. 下列哪些图形有四条边？

- [x] A. 正方形
- [ ] B. 三角形
- [x] C. 菱形
- [ ] D. 五边形

解析：正方形和菱形都有四条等长的边。

## 编程

### 3. JavaScript 中，哪个运算符比较时不做类型转换？

A. \`=\`
B. \`==\`
C. \`===\`

答案：C

### 4. 在 Node.js 里怎样读取一个文件？

\`\`\`js
import { readFile } from 'node:fs/promises'
const text = await readFile('notes.md', 'utf8')
\`\`\`
`,
  },
} as const satisfies Record<Language, { readonly tag: string; readonly body: string }>
