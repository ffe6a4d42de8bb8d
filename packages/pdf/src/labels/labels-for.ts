import { en } from './en.ts'
import type { Labels } from './label-table.ts'
import { zh } from './zh.ts'

/** Languages by the first part of their BCP 47 tag. */
const tables: Readonly<Record<string, Labels>> = { zh, en }

/** Returns the printed words for a bank's language; English where there is no table for it. */
export function labelsFor(language: string): Labels {
  const name = language.split('-')[0]?.toLowerCase() ?? ''
  return (Object.hasOwn(tables, name) ? tables[name] : undefined) ?? en
}

/** Returns whether a language is set like Chinese: justified, without spaces between words. */
export function isHanLanguage(language: string): boolean {
  return /^(?:zh|ja|yue|wuu|nan|hak|cmn)\b/i.test(language)
}
