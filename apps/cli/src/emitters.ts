import type { Emit } from '@cardpress/core'
import type { PaperName, PdfOptions } from '@cardpress/pdf'

/** What a person may set of the outputs of single families. */
export interface OutputOptions {
  readonly pdf?: PdfOptions | undefined
}

/** What an emitter is loaded for. */
export interface OutputSettings {
  /** Of the article, for outputs that are called after it. */
  readonly name: string
  readonly outputs: OutputOptions
}

/** A family of outputs that `cardpress build` can write. */
export interface Emitter {
  /** The package that makes it; a person may install only some of them. */
  readonly packageName: string
  /** Folder of its files below the output folder; empty for the output folder itself. */
  readonly folder: string
  /** Whether it is written where `--only` does not say otherwise. */
  readonly isDefault: boolean
  /**
   * Loads the emitter, with what an article's outputs need set.
   *
   * @param settings - the article's name, and what the person has set
   */
  readonly load: (settings: OutputSettings) => Promise<Emit>
  /**
   * How two threads share its work: options for what this one makes, last, and for what the one beside it makes.
   * Undefined where there is nothing to share.
   */
  readonly split?: (outputs: OutputOptions) => { readonly here: object; readonly beside: object } | undefined
}

/** Every output family: a new one is one line here. Each loads only when it is asked for. */
export const emitters = {
  anki: {
    packageName: '@cardpress/anki',
    folder: '',
    isDefault: true,
    load: async ({ name }: OutputSettings): Promise<Emit> => {
      const { emitAnki } = await import('@cardpress/anki')
      return (bank, assets, options) => emitAnki(bank, assets, { ...options, name })
    },
  },
  pdf: {
    packageName: '@cardpress/pdf',
    folder: '',
    isDefault: true,
    load: async ({ outputs }: OutputSettings): Promise<Emit> => {
      const { emitPdf } = await import('@cardpress/pdf')
      return (bank, assets, options) => emitPdf(bank, assets, { ...outputs.pdf, ...options })
    },
    split: ({ pdf }: OutputOptions) => {
      const papers: readonly PaperName[] = pdf?.papers ?? ['cheatsheet', 'exam', 'cards']
      const here = papers.filter((paper) => paper === 'cards')
      const beside = papers.filter((paper) => paper !== 'cards')
      return here.length > 0 && beside.length > 0 ? { here: { papers: here }, beside: { papers: beside } } : undefined
    },
  },
  json: {
    packageName: '@cardpress/json',
    folder: 'json',
    isDefault: true,
    load: async (): Promise<Emit> => (await import('@cardpress/json')).emitJson,
  },
  lms: {
    packageName: '@cardpress/lms',
    folder: 'lms',
    isDefault: false,
    load: async (): Promise<Emit> => (await import('@cardpress/lms')).emitLms,
  },
} as const satisfies Record<string, Emitter>

/** One HTML page with every card as Anki will show it: `cardpress preview`. */
export const previewEmitter: Emitter = {
  packageName: '@cardpress/anki',
  folder: '',
  isDefault: false,
  load: async () => (await import('@cardpress/anki')).emitPreview,
}

/** The name of an output family, as `--only` takes it. */
export type Format = keyof typeof emitters

/** All formats, in the order in which they are written. */
export const formats = Object.keys(emitters) as readonly Format[]
