import { type Emit, type EmittedFile, toCondition } from '@cardpress/core'
import { keyFile } from './exam/key-place.ts'
import { planExam } from './exam/plan-exam.ts'
import type { ExamOptions, PdfOptions } from './options.ts'
import { cards } from './papers/cards.ts'
import { cheatsheet } from './papers/cheatsheet.ts'
import { exam } from './papers/exam.ts'
import { examKey } from './papers/exam-key.ts'
import { openWorkshop } from './papers/workshop.ts'
import { say } from './texts.ts'

/**
 * Prints a bank: `cheatsheet.pdf`, `exam.pdf` (or `exam-A.pdf`, …) with `exam-key.pdf`, `cards.pdf`.
 * @param bank the questions
 * @param assets their pictures
 * @param options which papers and how; see {@link PdfOptions}
 * @returns the files; each is laid out page by page while its chunks are read
 */
export const emitPdf: Emit<PdfOptions> = async function* (bank, assets, options) {
  const workshop = await openWorkshop(bank, assets, options)
  const papers = options.papers ?? ['cheatsheet', 'exam', 'cards']
  const progress = (label: string) => (done: number) => options.onProgress?.(done, bank.questions.length, label)
  const file = (path: string, chunks: Generator<Uint8Array, number>): EmittedFile => ({
    path,
    chunks: (function* () {
      const pages = yield* chunks
      options.onPages?.(path, pages)
    })(),
  })
  if (papers.includes('cheatsheet'))
    yield file('cheatsheet.pdf', cheatsheet(bank, workshop, options, progress('cheatsheet.pdf')))
  if (papers.includes('exam')) {
    const versions = planExam(bank, requestOf(options.exam ?? {}), (question, reason) => {
      workshop.at(question.line)
      workshop.report(
        say('options-not-shuffled', { number: question.number ?? question.id, reason }),
        'options-not-shuffled',
      )
    })
    const fileOf = ({ name }: { readonly name: string }) => (name ? `exam-${name}.pdf` : 'exam.pdf')
    for (const version of versions) yield file(fileOf(version), exam(bank, version, workshop, options))
    yield file(keyFile, examKey(bank, versions, workshop, options, fileOf))
  }
  if (papers.includes('cards')) yield file('cards.pdf', cards(bank, workshop, options, progress('cards.pdf')))
}

function requestOf(options: ExamOptions) {
  const points = {
    'single-choice': 2,
    'multiple-choice': 3,
    'true-false': 1,
    cloze: 2,
    'short-answer': 4,
    open: 10,
    ...options.points,
  }
  return {
    versions: options.versions ?? [],
    seed: options.seed ?? 1,
    pick: options.pick,
    kinds: options.kinds,
    sections: options.sections,
    where: options.where ? toCondition(options.where) : undefined,
    points,
  }
}
