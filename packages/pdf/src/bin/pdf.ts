import { runEmitter } from '@cardpress/core/disk'
import { emitPdf } from '../emit-pdf.ts'

await runEmitter({ name: 'cardpress-pdf', emit: emitPdf })
