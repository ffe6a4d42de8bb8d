import initSqlJs, { type SqlJsStatic } from 'sql.js'

let loaded: Promise<SqlJsStatic> | undefined

/** Returns SQLite, compiled once for all decks of a process: compiling takes as long as writing a thousand notes. */
export function loadSql(): Promise<SqlJsStatic> {
  loaded ??= initSqlJs()
  return loaded
}
