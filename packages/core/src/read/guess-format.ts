import type { Article } from '../article.ts'
import { looksLikeAiken } from '../exchange/aiken/read-aiken.ts'
import { looksLikeGift } from '../exchange/gift/looks-like-gift.ts'
import { linesOf } from './lines.ts'

/** What file extensions say; `.txt` says nothing, people save Markdown in it. */
const byExtension: Readonly<Record<string, Article['format']>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  mkdn: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  gift: 'gift',
}

/**
 * Returns the format of an article: by the extension of its path, otherwise by what its text shows.
 *
 * @param path A path or `stdin`.
 * @param source The decoded text.
 */
export function guessFormat(path: string, source: string): Article['format'] {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
  const told = byExtension[extension]
  if (told) return told
  if (looksLikeGift(source)) return 'gift'
  if (looksLikeAiken(source)) return 'aiken'
  if (looksLikeHtml(source)) return 'html'
  return looksLikeMarkdown(source) ? 'markdown' : 'text'
}

/** A document says so at its start; a fragment begins with a block's tag and closes most of what it opens. */
function looksLikeHtml(source: string): boolean {
  const head = source.slice(0, 2000).trimStart().toLowerCase()
  if (/^(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,1000}>\s{0,100})?<(?:!doctype html|html|head|body)\b/.test(head))
    return true
  if (!/^<(?:div|p|section|article|main|table|ul|ol|h[1-6])\b/.test(head)) return false
  const closed = source.match(/<\/(?:div|p|section|article|main|table|ul|ol|li|h[1-6])>/gi)?.length ?? 0
  let lines = 0
  for (const { start, end } of linesOf(source)) if (end > start) lines++
  return closed >= 2 && closed * 4 >= lines
}

/**
 * Pasted text has a `#` or a `*` here and there; Markdown has several kinds of marks, in the places and the number that
 * only Markdown has. Two kinds are evidence, and so is a single one that holds the document together.
 */
function looksLikeMarkdown(source: string): boolean {
  let headings = 0
  let fences = 0
  let tables = 0
  let bullets = 0
  let boxes = 0
  let strong = 0
  let links = 0
  let details = 0
  let quotes = 0
  let lines = 0
  for (const { start, end } of linesOf(source)) {
    const line = source.slice(start, Math.min(end, start + 2000)).trim()
    if (line === '') continue
    lines++
    if (/^#{1,6} \S/.test(line) && !/^#{1,6} .* #$/.test(line)) headings++
    if (/^(?:`{3}|~{3})/.test(line)) fences++
    if (/^\|?(?: ?:?-{2,}:? ?\|)+/.test(line)) tables++
    if (/^[-*+] (?!\[[ xX]\])\S/.test(line)) bullets++
    if (/^[-*+] \[[ xX]\] /.test(line)) boxes++
    if (/\*\*[^\s*][^*]{0,200}\*\*/.test(line)) strong++
    if (/\[[^\][]{1,200}\]\((?:https?:|\.|\/|#|[\w-]+[./])[^\s()]{0,500}\)/.test(line)) links++
    if (/^<\/?(?:details|summary)>/i.test(line)) details++
    if (/^> \S/.test(line)) quotes++
  }
  const often = Math.max(3, lines / 40)
  if (/^---\r?\n(?:[\w-]+:[^\n]*\n){1,40}---\r?\n/.test(source)) return true
  if (details >= 2 || fences >= 4 || headings >= often + 2 || boxes >= often) return true
  const kinds = [
    headings >= 2,
    fences >= 2 && fences % 2 === 0,
    tables >= 1,
    bullets >= often,
    boxes >= 1,
    strong >= 2,
    links >= 2,
    quotes >= often,
  ]
  return kinds.filter(Boolean).length >= 2
}
