import type { SentenceTable } from '../sentence.ts'

/** An article that cannot be read, or only in part. */
export const article = {
  'empty-article': {
    en: 'The file is empty: there is nothing to press',
    zh: '文件是空的，没有可以读取的内容',
  },
  'too-large': {
    en: 'The article has {size} MB; more than {most} MB is refused. Split it into several articles',
    zh: '文章有 {size} MB，超过了 {most} MB 的上限；请拆成几篇',
  },
  'too-deep': {
    en: 'Lists, quotations or other parts of the article are nested more than {most} deep',
    zh: '文章的列表、引用等嵌套超过 {most} 层',
  },
  'too-deep-page': {
    en: "The page's elements are nested more than {most} deep",
    zh: '网页元素嵌套超过 {most} 层',
  },
  'too-slow': {
    en: 'Reading was stopped after {seconds} seconds. Something in the text is very slow to read, often thousands of brackets, asterisks or nested marks in a row; remove that part, or save the article as plain text (.txt)',
    zh: '读取超过 {seconds} 秒，已停止。文中有极难解析的内容，常见的是成千上万个连续的括号、星号或嵌套标记；请删去那一段，或把文章存为纯文本（.txt）',
  },
  'too-large-in-memory': {
    en: 'Reading was stopped because it needed more than {memory} MB of memory. Split the article into several',
    zh: '读取需要的内存超过 {memory} MB，已停止；请把文章拆成几篇',
  },
  'binary-file': {
    en: 'This is not a text file: {reason}. Cardpress reads Markdown, plain text and saved web pages',
    zh: '这不是文本文件：{reason}。Cardpress 能读 Markdown、纯文本和保存的网页',
  },
  'binary.bytes': { en: 'the bytes are those of {kind}', zh: '内容是{kind}' },
  'binary.nuls': { en: 'it is full of NUL bytes', zh: '其中满是 NUL 字节' },
  'binary.controls': { en: 'it is full of control characters', zh: '其中满是控制字符' },
  'binary.pdf': { en: 'a PDF; copy its text into a .txt file', zh: ' PDF；请把文字复制到 .txt 文件里' },
  'binary.zip': {
    en: 'a zip archive (a .docx, .apkg or .epub is one); save the document as a web page or as text',
    zh: ' zip 压缩包（.docx、.apkg、.epub 都是）；请把文档另存为网页或文本',
  },
  'binary.office': {
    en: 'an old Office document (.doc); save it as a web page or as text',
    zh: '旧的 Office 文档（.doc）；请另存为网页或文本',
  },
  'binary.png': { en: 'a PNG picture', zh: ' PNG 图片' },
  'binary.jpeg': { en: 'a JPEG picture', zh: ' JPEG 图片' },
  'binary.gif': { en: 'a GIF picture', zh: ' GIF 图片' },
  'binary.gzip': { en: 'a gzip archive', zh: ' gzip 压缩包' },
  'binary.sqlite': { en: 'an SQLite database', zh: ' SQLite 数据库' },
  'binary.program': { en: 'a program', zh: '程序' },
  'unknown-encoding': {
    en: 'This text is in no encoding that can be told for certain: {reason}. Save it as UTF-8, or name its encoding with --encoding ({hint})',
    zh: '无法确定文本的编码：{reason}。请存为 UTF-8，或用 --encoding 指明编码（{hint}）',
  },
  'encoding.short': {
    en: 'it may be UTF-8 or {other}, too short to tell',
    zh: '可能是 UTF-8，也可能是 {other}，文字太短，无法判断',
  },
  'encoding.none': { en: 'no known encoding fits its bytes', zh: '没有一种已知的编码与内容相符' },
  'encoding.rare': { en: 'it looks like {name}', zh: '看起来像 {name}' },
  'encoding.several': { en: '{names} fit about equally well', zh: '{names} 都差不多相符' },
  'encoding.and': { en: ' and ', zh: '、' },
  'encoding.no-name': {
    en: '“{label}” is not the name of an encoding. Known ones are utf-8, utf-16le, utf-16be, gb18030, gbk, big5, shift_jis, windows-1252, …',
    zh: '“{label}”不是编码的名字；可用的有 utf-8、utf-16le、utf-16be、gb18030、gbk、big5、shift_jis、windows-1252 等',
  },
  'encoding.marked': {
    en: 'Its byte-order mark says {encoding}, but the bytes are not valid {encoding}. Name the encoding with --encoding, or save the text as UTF-8',
    zh: '字节顺序标记说是 {encoding}，内容却不是有效的 {encoding}；请用 --encoding 指明编码，或存为 UTF-8',
  },
  'encoding.said': {
    en: 'It was said to be {encoding}, but the bytes are not valid {encoding}. Name the encoding with --encoding, or save the text as UTF-8',
    zh: '指明的编码是 {encoding}，内容却不是有效的 {encoding}；请用 --encoding 指明正确的编码，或存为 UTF-8',
  },
  'nul-character': { en: '{count} NUL characters replaced by U+FFFD', zh: '{count} 个 NUL 字符已换成 U+FFFD' },
  'lone-surrogate': {
    en: '{count} halves of surrogate pairs replaced by U+FFFD',
    zh: '{count} 个残缺的代理对已换成 U+FFFD',
  },
} as const satisfies SentenceTable
