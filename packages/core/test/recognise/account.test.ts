import { account, type QuestionDraft, readArticle, recognise } from '@cardpress/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const question = (fields: Partial<QuestionDraft>): QuestionDraft =>
  ({
    kind: 'open',
    title: 'a',
    prompt: [{ type: 'paragraph', children: [{ type: 'text', value: 'abc' }] }],
    answer: [],
    section: [],
    tags: [],
    flags: [],
    confidence: 'sure',
    line: 1,
    spans: [{ start: 0, end: 6 }],
    markers: [{ start: 0, end: 2 }],
    ...fields,
  }) as QuestionDraft

describe('the account of an article', () => {
  test('adds up where every character is in one place', () => {
    const { violations, ...sums } = account('1. abc', { questions: [question({})], leftovers: [] })
    expect(violations).toEqual([])
    expect(sums).toEqual({ total: 5, used: 5, leftOut: 0, spanLetters: 3, fieldLetters: 3 })
  })

  test.each([
    ['lost', '1. abc and more', {}, []],
    ['shared', '1. abc', {}, [{ span: { start: 3, end: 6 }, reason: 'footer' }]],
    ['outside', '1. abc', { spans: [{ start: 0, end: 60 }] }, []],
    [
      'marker-outside',
      '1. abc',
      { spans: [{ start: 3, end: 6 }] },
      [{ span: { start: 0, end: 2 }, reason: 'preamble' }],
    ],
    ['content', '1. abcd', { spans: [{ start: 0, end: 7 }] }, []],
  ] as const)('tells what is %s', (rule, source, fields, leftovers) => {
    const { violations } = account(source, { questions: [question(fields as Partial<QuestionDraft>)], leftovers })
    expect(violations.map((violation) => violation.rule)).toContain(rule)
  })
})

/** Pieces that pages are made of, so that random pages are hard ones. */
const pieces = [
  '1. What is it?',
  '2.为什么',
  '18.1x1 什么',
  '## 3. How?',
  '### Q4: Why ###',
  '**5. Bold?**',
  '- Which one?',
  '  - nested',
  'A. one',
  'B. two',
  'C、three',
  '- [ ] box',
  '- [x] ticked',
  'A.a B.b C.c',
  '答案：B',
  'S:AD.',
  'Answer: C',
  '**解析**',
  '<details><summary>Show answer</summary>',
  '</details>',
  '```js',
  '```',
  '# comment',
  '> quoted',
  '---',
  '| 问题 | 答案 |',
  '| --- | --- |',
  '| 几点？ | 九点 |',
  '&alpha; &nbsp; &lt;b&gt;',
  '\\*not bold\\*',
  '`code $x$`',
  '$x^2$',
  '![pic](a.png)',
  '[link](https://example.org "t")',
  '[ref]',
  '[ref]: https://example.org',
  '<b>bold</b> <br> text',
  '<!-- note -->',
  '_em_ ~~del~~ ==mark==',
  '公众号后台回复',
  '参考答案',
  '1. B 2. C',
  '1-3 ABC',
  'text[^1]',
  '[^1]: note',
  '一、单选题',
  '第1题：什么？',
  'Q: why',
  'A: because',
  '问：谁？',
  '答：我',
  '',
  '',
  '    indented',
  '\ttab',
  '1)',
  '{#own-id}',
  '𝒳 👶 ⭐️',
]
const articles = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('\n', '\n', '\n\n', ' ', '\r\n')), { maxLength: 40 })
  .map((parts) => parts.map(([piece, end]) => piece + end).join(''))

test.each(['markdown', 'text'] as const)('nothing is lost of any %s', (format) => {
  fc.assert(
    fc.property(articles, (source) => {
      const article = readArticle({ path: 'page', source, format })
      const recognition = recognise(article)
      expect(account(article.source, recognition).violations).toEqual([])
    }),
    { numRuns: Number(process.env.CARDPRESS_RUNS ?? 150), seed: 5 },
  )
})

/** What pages are made of, some of it unclosed. */
const tags = [
  '<h2>1. What is it?</h2>',
  '<h2><button aria-expanded="false">Why so?</button></h2>',
  '<p>2) Which one?</p>',
  '<div class="num">3</div><div>How many?</div>',
  '<div class="que"><div class="state">Correct</div><div class="qtext">Which?</div>',
  '<div class="answer"><input type="radio" name="a" checked><label>one</label></div>',
  '<input type="radio" name="a"><label class="correct">two</label><br>',
  '<ul><li><input type="checkbox">a</li><li class="correct"><input type="checkbox">b</li></ul>',
  '<ol type="a"><li>x<li>y</ol>',
  '<div style="display:none">Answer: B</div>',
  '<div hidden><p>menu</p></div>',
  '<span class="sr-only">for readers</span>',
  '<span aria-hidden="true">▼</span>',
  '<details><summary>Show</summary>C</details>',
  '<table><tr><td>1.</td><td>stem</td></tr><tr><td><input type=radio></td><td>A. a</td></tr></table>',
  '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
  '<dl><dt>term</dt><dd>meaning</dd></dl>',
  '<pre><code class="language-js">let a = 1;</code></pre>',
  '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>',
  '<span data-tex="x^2"><img alt="x^2"></span>',
  '<picture><source srcset="a.webp 2x"><img srcset="b.png 1x" alt="b"></picture>',
  '<img data-src="c.png" alt="c">',
  '<script type="math/tex">y</script>',
  '<script>let q = "1. a"</script>',
  '<!-- note -->',
  '<nav><a href="/">Home</a></nav>',
  '<div class="comments">Nice</div>',
  '<b>bold',
  '</div>',
  '</p>',
  '&lt;b&gt; &nbsp; &alpha;',
  '答案：B',
  'A. one<br>B. two<br>',
  '解析：略',
]
const pages = fc
  .array(fc.constantFrom(...tags), { maxLength: 25 })
  .map((parts) => `<html><head><title>t</title></head><body>${parts.join('\n')}</body></html>`)

test('nothing is lost of any page', () => {
  fc.assert(
    fc.property(pages, (source) => {
      const article = readArticle({ path: 'page.html', source })
      expect(account(article.source, recognise(article)).violations).toEqual([])
    }),
    { numRuns: Number(process.env.CARDPRESS_RUNS ?? 150), seed: 5 },
  )
})

test('nothing is lost of arbitrary text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      const article = readArticle({ path: 'page.txt', source: source.replaceAll('\0', ''), format: 'text' })
      expect(account(article.source, recognise(article)).violations).toEqual([])
    }),
    { numRuns: 100, seed: 5 },
  )
})
