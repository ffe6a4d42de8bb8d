import type { Emit } from '@cardpress/core'
import type { PdfOptions } from './options.ts'
import { cheatsheet } from './papers/cheatsheet.ts'
import { openWorkshop } from './papers/workshop.ts'

/**
 * Prints a bank: `cheatsheet.pdf`.
 * @param bank the questions
 * @param assets their pictures
 * @param options which papers and how; see {@link PdfOptions}
 * @returns the files; each is laid out page by page while its chunks are read
 */
export const emitPdf: Emit<PdfOptions> = async function* (bank, assets, options) {
  const workshop = await openWorkshop(bank, assets, options)
  const papers = options.papers ?? ['cheatsheet']
  const progress = (label: string) => (done: number) => options.onProgress?.(done, bank.questions.length, label)
  if (papers.includes('cheatsheet'))
    yield { path: 'cheatsheet.pdf', chunks: cheatsheet(bank, workshop, options, progress('cheatsheet.pdf')) }
}
