import type { Assets, EmitCallbacks, QuestionBank } from '@cardpress/core'
import { type Sentence, toMessage } from '@cardpress/core/messages'
import { type FontBook, openFontBook } from '../fonts/font-book.ts'
import { type FormulaSource, formulaSource } from '../layout/formula.ts'
import { type Highlighter, openHighlighter } from '../layout/highlight-code.ts'
import { loadGrammars } from '../layout/load-grammars.ts'
import type { Picture } from '../layout/picture.ts'
import { englishHyphenation, type Hyphenate } from '../text/hyphenate.ts'
import { say } from '../texts.ts'
import { loadPictures } from './load-pictures.ts'

/** What all papers of one bank share: fonts, formulas, pictures, and a place for complaints. */
export interface Workshop {
  readonly book: FontBook
  readonly formula: FormulaSource
  readonly pictures: ReadonlyMap<string, Picture>
  readonly hyphenate: Hyphenate
  readonly highlight: Highlighter
  /** Reports something once, at the question that is being set. */
  report(reason: Sentence, ruleId: string): void
  /** Says which question is being set: its line in the article. */
  at(line: number | undefined): void
}

/**
 * Makes ready what the bank needs and nothing else: MathJax only where there is a formula, grammars only of the
 * languages that its code is in.
 */
export async function openWorkshop(bank: QuestionBank, assets: Assets, callbacks: EmitCallbacks): Promise<Workshop> {
  const needs = contentOf(bank)
  const [renderer, highlight, { pictures, bad }] = await Promise.all([
    needs.math ? import('@cardpress/math').then(({ loadMath }) => loadMath()) : undefined,
    loadGrammars(needs.languages),
    loadPictures(needs.pictures, assets),
  ])
  const told = new Set<string>()
  let line: number | undefined
  const workshop: Workshop = {
    book: openFontBook(),
    formula: formulaSource(renderer),
    pictures,
    hyphenate: englishHyphenation(),
    highlight: openHighlighter(highlight),
    at: (now) => {
      line = now
    },
    report: (reason, ruleId) => {
      if (told.has(reason.en)) return
      told.add(reason.en)
      const place = line === undefined ? undefined : { line, column: 1 }
      callbacks.onMessage?.(toMessage(reason, { ruleId, place, fatal: 'info' }))
    },
  }
  for (const { url, reason } of bad) {
    workshop.at(lineOf(bank, url))
    workshop.report(say('unprintable-picture', { url, reason }), 'unprintable-picture')
  }
  workshop.at(undefined)
  return workshop
}

/** Finds what a bank needs: whether it has formulas, the languages of its code, and which pictures. */
function contentOf(bank: QuestionBank): { math: boolean; languages: Set<string>; pictures: Set<string> } {
  const found = { math: false, languages: new Set<string>(), pictures: new Set<string>() }
  const walk = (value: object): void => {
    if (Array.isArray(value)) {
      for (const one of value) if (typeof one === 'object' && one !== null) walk(one)
      return
    }
    const node = value as { type?: unknown; lang?: unknown; url?: unknown }
    if (node.type === 'text') return
    if (node.type === 'inlineMath' || node.type === 'math') found.math = true
    else if (node.type === 'code' && typeof node.lang === 'string') found.languages.add(node.lang.toLowerCase())
    else if (node.type === 'image' && typeof node.url === 'string') found.pictures.add(node.url)
    for (const one of Object.values(value)) if (typeof one === 'object' && one !== null) walk(one)
  }
  walk(bank.questions)
  return found
}

function lineOf(bank: QuestionBank, url: string): number | undefined {
  return bank.questions.find((question) => JSON.stringify(question).includes(`"${url}"`))?.line
}
