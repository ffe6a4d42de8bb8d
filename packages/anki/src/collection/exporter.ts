import { createRequire } from 'node:module'
import type { Database, SqlJsStatic } from 'sql.js'

/** The class of anki-apkg-export, as far as it is used here; the package brings no types of its own. */
export interface Exporter {
  /** The open collection. */
  readonly db: Database
}

/**
 * The Exporter of anki-apkg-export, taken from the file that has no side effects: the package's main entry loads a
 * sql.js of 2017 and installs listeners on the whole process. It is CommonJS with a `default` of its own, which Node and
 * bundlers unwrap differently; `require` gives the same everywhere.
 */
export const { default: Exporter } = createRequire(import.meta.url)('anki-apkg-export/dist/exporter.js') as {
  readonly default: new (deckName: string, parts: { readonly template: string; readonly sql: SqlJsStatic }) => Exporter
}
