export { emitPdf } from './emit-pdf.ts'
export type { CardOptions, ExamOptions, PaperName, PdfOptions } from './options.ts'
export type { PdfSettings } from './pdf-settings.ts'
export { readPdfSettings } from './pdf-settings.ts'
