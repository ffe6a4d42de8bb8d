/**
 * Returns text as HTML can hold it: lone surrogates, NUL and other control characters, which no parser keeps, become
 * U+FFFD; line endings become line feeds.
 */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '\uFFFD')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFDD0-\uFDEF\uFFFE\uFFFF]/g
