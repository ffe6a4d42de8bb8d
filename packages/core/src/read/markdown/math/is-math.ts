/** What stands around a formula: UTF-16 units, or `undefined` at the ends of the text. */
export interface Surroundings {
  readonly before: number | undefined
  readonly after: number | undefined
}

/**
 * Whether what stands between two dollar signs is a formula and not the text between two prices or two variables of a
 * shell: it has no white space at its ends, no Chinese outside of `\text{…}`, and it is not prose.
 *
 * @param content The text between the dollar signs.
 * @param around The characters before the first and after the second.
 */
export function isDollarMath(content: string, { before, after }: Surroundings): boolean {
  if (content === '' || /^\s|\s$/.test(content) || hasChinese(content) || content.includes('`')) return false
  if (isDigit(after) || /<\/[a-z]/i.test(content)) return false
  if ((isDigit(before) || isLetter(before)) && isDigit(content.charCodeAt(0))) return false
  if (isLetter(after) && !hasTex(content) && !/^[A-Za-z]$/.test(content)) return false
  return !isProse(content)
}

/**
 * Whether what stands between double dollar signs is a formula; Chinese words in it are labels.
 *
 * @param content The text between them.
 */
export function isDisplayMath(content: string): boolean {
  return content.trim() !== '' && !isProse(content)
}

/**
 * Whether `\(…\)` is a formula and not text in escaped parentheses.
 *
 * @param content The text between the delimiters.
 */
export function isParenthesisMath(content: string): boolean {
  if (content.trim() === '' || hasChinese(content)) return false
  if (isProse(content)) return false
  return (
    hasTex(content) ||
    /[=<>+*/|!^-]|\d/.test(content) ||
    /^\s*[A-Za-z](?:\([A-Za-z\d, ]{1,20}\)|'{1,2})?\s*$/.test(content)
  )
}

/**
 * Whether `\[…\]` is a formula and not text in escaped brackets, which converters of web pages write everywhere.
 *
 * @param content The text between the delimiters.
 * @param around The characters around it.
 */
export function isBracketMath(content: string, { after }: Surroundings): boolean {
  if (after === 40 || content.trim() === '') return false
  return (
    (hasTex(content) || /[=<>≤≥≈]/.test(content)) &&
    !(hasChinese(content) && !content.includes('\\')) &&
    !isProse(content)
  )
}

const textCommands = /\\(?:text|textbf|textit|textrm|mbox|mathrm|operatorname|hbox)\s?\{[^{}]{0,500}\}/g
const chinese = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud888]/

function hasChinese(content: string): boolean {
  return chinese.test(content) && chinese.test(content.replace(textCommands, ''))
}

/**
 * Whether a text has what is TeX's own: commands, scripts, groups.
 *
 * @param content The text.
 */
export function hasTex(content: string): boolean {
  return /\\[A-Za-z,;!{}|]|[\^_]|\{[^{}]{0,200}\}/.test(content)
}

/** Words side by side, without anything of TeX: nobody writes formulas so. */
function isProse(content: string): boolean {
  return !/[\\^_=]/.test(content) && /[A-Za-z]{2,20}[,.;:]? [A-Za-z]{2}/.test(content)
}

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 48 && unit <= 57
}

function isLetter(unit: number | undefined): boolean {
  return unit !== undefined && ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122))
}
