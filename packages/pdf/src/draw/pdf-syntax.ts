/** Returns a number as PDF writes it, to a hundredth (0.01 pt is 0.004 mm). */
export function pdfNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return Object.is(rounded, -0) ? '0' : String(rounded)
}

/** Returns a text string: UTF-16 with a byte-order mark where it is not ASCII, in hexadecimal. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  let hex = 'FEFF'
  for (let index = 0; index < text.length; index++)
    hex += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')
  return `<${hex}>`
}

/** Returns `#rrggbb` as three numbers for `rg` and `RG`. */
export function pdfColor(color: string): string {
  const value = Number.parseInt(color.slice(1), 16)
  const part = (shift: number) => String(Math.round((((value >> shift) & 255) / 255) * 1000) / 1000)
  return `${part(16)} ${part(8)} ${part(0)}`
}
