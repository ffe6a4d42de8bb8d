/** An article that is hard to read. */
export interface HostileArticle {
  readonly name: string
  /** File name extension. Default: `.md`. */
  readonly extension?: '.md' | '.txt' | '.html'
  readonly make: () => string | Uint8Array
}

const times = (text: string, count: number): string => text.repeat(count)
const counted = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('')

/** What parsers of Markdown, of HTML and of text have been slow on, or have fallen over: each of them written anew. */
export const hostileArticles: readonly HostileArticle[] = [
  // Blocks
  { name: 'list items in one line and blank lines', make: () => `${times('- ', 500)}x${times('\n', 500)}` },
  { name: 'list items up to the limit of nesting', make: () => `${times('- ', 99)}x${times('\n', 500)}` },
  { name: 'a list that nests by indentation', make: () => counted(1000, (at) => `${times('  ', at)}- a\n`) },
  { name: 'quotations', make: () => times('> ', 5000) },
  { name: 'quotations and list items in turn', make: () => `${times('> - ', 2000)}a` },
  { name: 'numbered items', make: () => `${times('1. ', 3000)}x` },
  { name: 'fences that open again and again', make: () => counted(5000, (at) => `${times('`', 3 + (at % 90))}\n`) },
  { name: 'indented fences in items', make: () => times('- ```\n', 3000) },
  { name: 'setext lines', make: () => times('a\n=\n', 10_000) },
  {
    name: 'a table of a thousand columns',
    make: () => `|${times('a|', 1000)}\n|${times('-|', 1000)}\n|${times('b|', 1000)}\n`,
  },
  {
    name: 'table rows that are ragged',
    make: () => `|a|b|\n|-|-|\n${counted(3000, (at) => `|${times('x|', at % 7)}\n`)}`,
  },
  { name: 'definitions of one label', make: () => `${counted(5000, (at) => `[a]: /${at}\n`)}\n[a]` },
  {
    name: 'references to many labels',
    make: () => `${counted(3000, (at) => `[r${at}]: /u\n`)}\n${counted(3000, (at) => `[r${at}] `)}`,
  },
  {
    name: 'footnotes',
    make: () => `${counted(1500, (at) => `[^${at}]: x\n\n`)}${counted(1500, (at) => `a[^${at}] `)}`,
  },
  // Lines
  { name: 'emphasis that opens', make: () => times('*a **a ', 3000) },
  { name: 'emphasis that closes', make: () => times('a** b* ', 3000) },
  { name: 'emphasis of two kinds', make: () => times('*a_ ', 4000) },
  { name: 'runs of stars in threes', make: () => `a**b${times('c* ', 5000)}` },
  { name: 'strong in emphasis in strong', make: () => `${times('*a **a ', 1500)}b${times('** a* a', 1500)}` },
  { name: 'links that open', make: () => times('[a', 10_000) },
  { name: 'links that close', make: () => times('a]', 10_000) },
  { name: 'brackets in brackets', make: () => `${times('[', 5000)}a${times(']', 5000)}` },
  { name: 'links that open before emphasis closes', make: () => times('[ a_', 5000) },
  { name: 'a bracket and a link in turn', make: () => times('[ (](', 5000) },
  { name: 'pictures in pictures', make: () => `${times('![[]()', 3000)}` },
  { name: 'addresses that never end', make: () => times('[a](<b', 5000) },
  { name: 'addresses with open brackets', make: () => `[a](${times('(', 5000)}` },
  { name: 'bare addresses', make: () => times('https://a.example/?(((((((((( ', 2000) },
  { name: 'backticks of every length', make: () => counted(600, (at) => `e${times('`', at)}`) },
  { name: 'dollar signs', make: () => times('$a $$b ', 5000) },
  { name: 'formulas that never end', make: () => times('\\[ \\( ', 5000) },
  { name: 'backslashes', make: () => `${times('\\', 100_001)}a` },
  { name: 'hard breaks', make: () => times('a  \n', 10_000) },
  { name: 'character references that are none', make: () => times('&#x1F600 &a; &', 10_000) },
  { name: 'deletions and highlights', make: () => times('~~a ==b ', 4000) },
  { name: 'clozes in clozes', make: () => `${times('{{c1::a ', 2000)}${times('}}', 2000)}` },
  // HTML in Markdown
  { name: 'comments that never end', make: () => times('a <!-- ', 10_000) },
  {
    name: 'instructions, declarations and character data that never end',
    make: () => times('a <? <!A <![CDATA[ ', 5000),
  },
  { name: 'tags with attributes that never end', make: () => times('<a b="c" d=', 5000) },
  { name: 'known tags that never end', make: () => times('<b><i><details>\n\n', 1000) },
  { name: 'summaries without details', make: () => times('<summary>a</summary>\n\n', 2000) },
  // Pages
  { name: 'elements in elements', extension: '.html', make: () => `<html><body>${times('<div>', 20_000)}a` },
  {
    name: 'formatting that browsers would repair',
    extension: '.html',
    make: () => `<html><body>${times('<b><p>', 200)}a`,
  },
  { name: 'tables in tables', extension: '.html', make: () => `<html><body>${times('<table><tr><td>', 150)}a` },
  {
    name: 'boxes of one form',
    extension: '.html',
    make: () => `<html><body><form>${times('<input type=radio name=a><label>x</label>', 3000)}</form>`,
  },
  {
    name: 'boxes at every depth',
    extension: '.html',
    make: () => `<html><body>${times('<div><input type=checkbox>a', 300)}`,
  },
  { name: 'attributes without end', extension: '.html', make: () => `<html><body><p ${times('a=b ', 50_000)}>x</p>` },
  {
    name: 'a srcset of thousands',
    extension: '.html',
    make: () => `<html><body><img srcset="${times('a 1w, ', 20_000)}">`,
  },
  // Texts
  { name: 'white space within a line', extension: '.txt', make: () => `1. a${times(' ', 200_000)}b` },
  { name: 'white space at the end of lines', extension: '.txt', make: () => times(`1. a${times(' ', 20_000)}\n`, 20) },
  { name: 'numbers in numbers', extension: '.txt', make: () => times('1.', 50_000) },
  { name: 'question words', extension: '.txt', make: () => times('Q:问：', 30_000) },
  { name: 'keys', extension: '.txt', make: () => `1. a\nA. b\nB. c\n答案：${times('A、', 30_000)}` },
  { name: 'one line of a megabyte', extension: '.txt', make: () => times('what is it ', 95_325) },
  { name: 'one line of a megabyte of Chinese', extension: '.txt', make: () => times('什么是栈？', 70_000) },
  { name: 'one line of a megabyte in Markdown', make: () => times('what *is* it ', 80_660) },
  { name: 'one question in a megabyte', make: () => `## 1. What?\n\n${times('word ', 209_715)}` },
  { name: 'a thousand options', make: () => `## 1. Which?\n\n${counted(1000, (at) => `- [ ] option ${at}\n`)}` },
  {
    name: 'a thousand options in one line',
    extension: '.txt',
    make: () => `1. Which?\n${counted(1000, (at) => `${String.fromCharCode(65 + (at % 26))}.x `)}`,
  },
  {
    name: 'five thousand questions of one title',
    extension: '.txt',
    make: () => counted(5000, (at) => `${at + 1}. What is it?\nIt is ${at}.\n`),
  },
  { name: 'NUL', make: () => `## 1. a\0b?\n\n${times('c\0', 200)}` },
  {
    name: 'halves of surrogate pairs',
    make: () => Buffer.from(`## 1. a?\n\n${times('\ud800', 100)}\udc00`, 'utf16le'),
  },
  { name: 'bidirectional controls', make: () => `## 1. a\u202eb\u2066c?\n\n\u202a${times('\u2067x', 1000)}` },
  { name: 'marks above one letter', make: () => `## 1. e${times('\u0301', 50_000)}?\n\na` },
  { name: 'white space that has no width', make: () => `## 1. a?\n\n${times('\u200b', 100_000)}` },
  { name: 'bytes that are no text', make: () => Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256) },
]
