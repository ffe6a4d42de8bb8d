import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One question as it stands in the article: what a pair of eyes sees, read without Cardpress. */
export interface PrintedQuestion {
  readonly number: number
  readonly section: string
  readonly title: string
  /** Everything between this question's heading and the next heading. */
  readonly body: string
  readonly options: readonly string[]
  readonly key: string | undefined
}

/** The article of each language, as text. */
export const articles = {
  zh: readFileSync(fileURLToPath(new URL('../article.md', import.meta.url)), 'utf8'),
  en: readFileSync(fileURLToPath(new URL('../../dl-cv-interview-en/article.md', import.meta.url)), 'utf8'),
} as const

/** Returns the questions of an article in order. */
export const printedQuestions = (article: string): PrintedQuestion[] => {
  const parts = article.split(/^(#{2,3} .*)$/m)
  const questions: PrintedQuestion[] = []
  let section = ''
  for (let index = 1; index < parts.length; index += 2) {
    const [heading = '', body = ''] = [parts[index], parts[index + 1]]
    const numbered = /^### (\d+)\. (.*)$/.exec(heading)
    if (numbered === null) section = heading.slice(3)
    else {
      const [, number = '', title = ''] = numbered
      const options = [...body.matchAll(/^- ([A-D])\. /gm)].map(([, label = '']) => label)
      const key = /^\*\*(?:答案|Answer)\*\*[：:] ?([A-D]+)$/m.exec(body)?.[1]
      questions.push({ number: Number(number), section, title, body, options, key })
    }
  }
  return questions
}

/** Returns the formulas of a text, without the words in them: the displayed ones in order, then the others sorted, as languages differ in word order. */
export const formulas = (text: string): string[] => {
  const found = [...withoutCode(text).matchAll(/\$\$([\s\S]*?)\$\$|\$([^$]+)\$/g)]
  const plain = (tex: string): string =>
    tex
      .replaceAll(/\\text\{[^}]*\}/g, '\\text{}')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const displayed = found.flatMap(([, display]) => (display === undefined ? [] : [plain(display)]))
  const inline = found.flatMap(([, , tex]) => (tex === undefined ? [] : [plain(tex)]))
  return [...displayed, ...inline.sort()]
}

/** Returns the link targets of a text in order. */
export const links = (text: string): string[] =>
  [...text.matchAll(/\]\((https:\/\/(?:[^()\s]|\([^()\s]*\))+)\)/g)].map(([, url = '']) => url)

/** Returns the fenced code blocks of a text in order, without their comments and docstrings. */
export const codeBlocks = (text: string): string[] =>
  [...text.matchAll(/^```python\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code)

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '')
