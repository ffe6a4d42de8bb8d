import { runEmitter } from '@cardpress/core/disk'
import { emitPdf } from '../emit-pdf.ts'
import { pdfFlags, toPdfOptions } from '../flags.ts'

await runEmitter({ name: 'cardpress-pdf', emit: emitPdf, options: pdfFlags, toOptions: toPdfOptions })
