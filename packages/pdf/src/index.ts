export { emitPdf } from './emit-pdf.ts'
export type { CardOptions, ExamOptions, PaperName, PdfOptions } from './options.ts'
