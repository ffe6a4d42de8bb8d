/** Returns text without what XML and spreadsheets cannot hold: lone surrogates and control characters become U+FFFD. */
export function cellText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(controls, '\uFFFD')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
