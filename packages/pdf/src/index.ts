export { emitPdf } from './emit-pdf.ts'
export type { PaperName, PdfOptions } from './options.ts'
