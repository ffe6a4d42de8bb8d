import type { Inline, Question, QuestionBank } from '@cardpress/core'
import { bank, block, choice, cloze, clozeQuestion, code, display, image, link, math, open, paragraph } from './bank.ts'

/** Text that means something to a browser, to Anki or to a file format, and must be no more than text on a card. */
export const hostileTexts: readonly string[] = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 2">',
  '"><svg onload=window.hacked=3>',
  '</div></section><style>body{display:none}</style>',
  '[sound:hacked.mp3]',
  '[anki:play:q:0]',
  '[anki:tts lang=en_US]hello[/anki:tts]',
  '[latex]\\input{/etc/passwd}[/latex] [$]x[/$] [$$]y[/$$]',
  '{{Answer}} {{FrontSide}} {{#Hint}}x{{/Hint}} {{c1::not a cloze::hint}} {{cloze:Text}}',
  '\\(x\\) \\[y\\] $$z$$',
  'unit\u001fseparator',
  'nul\u0000byte bell\u0007 delete\u007f',
  'lone \ud800 surrogates \udc00 here',
  'noncharacters \ufdd0\ufdd1\ufdd2\uffff',
  'right-to-left \u202e override, zero\u200bwidth, bom\ufeff',
  '&lt;b&gt; &amp;amp; &#x3c;script&#x3e;',
  'quote \' double " backtick ` $(window.hacked)',
  'line\r\nbreaks\rand\ttabs',
  '#tags column:1',
  '𠮷野家 👩‍👩‍👧‍👦 e\u0301 é',
]

/** A bank that puts every hostile text into every place that takes text. */
export const hostile: QuestionBank = bank(
  [
    ...hostileTexts.map((text, index) => everywhere(text, index)),
    ...hostileTexts.map((text, index) => asChoice(text, index)),
    ...hostileTexts.map((text, index) => asCloze(text, index)),
    open({ id: 'large', prompt: 'Large?', answer: '长'.repeat(350_000) }),
    open({
      id: 'tags',
      prompt: 'Tags?',
      answer: 'A',
      tags: Array.from({ length: 1000 }, (_, index) => `tag ${index}`),
    }),
    open({ id: 'nested', prompt: 'Nested?', answer: [paragraph([nested(60)])] }),
    open({ id: 'link', prompt: [paragraph([link('https://example.org/?a="><script>', 'link')])], answer: 'A' }),
  ],
  {
    collection: 'hostile',
    deck: 'Hostile "deck" <b>',
    title: '<script>window.hacked = 5</script>',
    description: '<script>window.hacked = 6</script> {{Answer}}',
    author: '<img src=x onerror="window.hacked = 7">',
    url: 'https://example.org/"onmouseover="window.hacked=8',
    tags: ['<b>', 'a::b', '::', ''.padEnd(400, 'long')],
  },
)

function everywhere(text: string, index: number): Question {
  return open({
    id: `open-${index}`,
    number: text,
    section: [text],
    tags: [text],
    prompt: [paragraph([text, code(text), image('assets/dot.png', text)])],
    answer: [paragraph(text), block('js', text), block(text, text), display(text)],
    hint: text,
    references: text,
    stem: text,
  })
}

function asChoice(text: string, index: number): Question {
  return choice({
    id: `choice-${index}`,
    prompt: text,
    options: { A: text, B: { content: [block('html', text)], feedback: text }, '<i>"': text },
    answer: 'A',
    explanation: text,
  })
}

function asCloze(text: string, index: number): Question {
  const inner: Inline[] = [cloze(1, text, text), cloze(2, math(text)), cloze(3, code(text))]
  return clozeQuestion({ id: `cloze-${index}`, prompt: [paragraph([text, ...inner, text])], explanation: text })
}

function nested(depth: number): Inline {
  let node: Inline = { type: 'text', value: 'deep' }
  for (let level = 0; level < depth; level++) node = { type: level % 2 === 0 ? 'strong' : 'emphasis', children: [node] }
  return node
}
