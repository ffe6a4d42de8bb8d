import type { Block, Inline } from '@cardpress/core'
import { stylesheet, toHast, toHtml } from '@cardpress/html'
import { loadMath } from '@cardpress/math'
import { describe, expect, it } from 'vitest'

const text = (value: string): Inline => ({ type: 'text', value })
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children })
const math = (value: string): Inline => ({ type: 'inlineMath', value })

describe('elements', () => {
  it.each<[string, (Block | Inline)[], string]>([
    ['text, escaped', [text('a < b & "c" > d')], 'a &lt; b &amp; "c" > d'],
    ['a paragraph', [paragraph(text('a'), { type: 'break' }, text('b'))], '<p>a<br>b</p>'],
    [
      'inline marks',
      [
        { type: 'emphasis', children: [text('a')] },
        { type: 'strong', children: [text('b')] },
        { type: 'delete', children: [text('c')] },
        { type: 'superscript', children: [text('d')] },
        { type: 'subscript', children: [text('e')] },
        { type: 'highlight', children: [text('f')] },
        { type: 'inlineCode', value: '<g>' },
      ],
      '<em>a</em><strong>b</strong><del>c</del><sup>d</sup><sub>e</sub><mark>f</mark><code>&lt;g></code>',
    ],
    ['a heading', [{ type: 'heading', depth: 2, children: [text('a')] }], '<h2>a</h2>'],
    [
      'a quote and a rule',
      [{ type: 'blockquote', children: [paragraph(text('a'))] }, { type: 'thematicBreak' }],
      '<blockquote><p>a</p></blockquote><hr>',
    ],
    [
      'a link that gives nothing away',
      [{ type: 'link', url: 'https://example.org/?a=1&b="2"', title: 't', children: [text('a')] }],
      '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;" title="t" rel="noopener noreferrer">a</a>',
    ],
    ['a fragment as its text', [{ type: 'link', url: '#a', children: [text('a')] }], 'a'],
    [
      'an image',
      [{ type: 'image', url: 'assets/图 1.png', alt: '图', title: 't' }],
      '<img src="assets/%E5%9B%BE%201.png" alt="图" title="t">',
    ],
    [
      'a tight ordered list',
      [
        {
          type: 'list',
          ordered: true,
          start: 3,
          spread: false,
          children: [
            {
              type: 'listItem',
              spread: false,
              children: [
                paragraph(text('a')),
                {
                  type: 'list',
                  ordered: false,
                  spread: false,
                  children: [{ type: 'listItem', spread: false, children: [paragraph(text('b'))] }],
                },
              ],
            },
          ],
        },
      ],
      '<ol start="3"><li>a<ul><li>b</li></ul></li></ol>',
    ],
    [
      'a loose list',
      [
        {
          type: 'list',
          ordered: false,
          spread: true,
          children: [{ type: 'listItem', spread: false, children: [paragraph(text('a'))] }],
        },
      ],
      '<ul><li><p>a</p></li></ul>',
    ],
    [
      'tasks',
      [
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: [
            { type: 'listItem', spread: false, checked: true, children: [paragraph(text('a'))] },
            { type: 'listItem', spread: false, checked: false, children: [paragraph(text('b'))] },
          ],
        },
      ],
      '<ul class="tasks"><li><input type="checkbox" disabled checked> a</li><li><input type="checkbox" disabled> b</li></ul>',
    ],
    [
      'a table that scrolls in a box of its own',
      [
        {
          type: 'table',
          align: [null, 'right'],
          children: [
            {
              type: 'tableRow',
              children: [
                { type: 'tableCell', children: [text('a')] },
                { type: 'tableCell', children: [text('b')] },
              ],
            },
            {
              type: 'tableRow',
              children: [
                { type: 'tableCell', children: [text('c')] },
                { type: 'tableCell', children: [text('d')] },
              ],
            },
          ],
        },
      ],
      '<div class="table"><table><thead><tr><th scope="col">a</th><th scope="col" class="right">b</th></tr></thead><tbody><tr><td>c</td><td class="right">d</td></tr></tbody></table></div>',
    ],
    [
      'code in a known language',
      [{ type: 'code', lang: 'python', value: 'def f(): pass' }],
      '<pre><code class="language-python"><span class="hljs-keyword">def</span> <span class="hljs-title function_">f</span>(): <span class="hljs-keyword">pass</span></code></pre>',
    ],
    [
      'code in an unknown language',
      [{ type: 'code', lang: 'zz', value: '<a>' }],
      '<pre><code class="language-zz">&lt;a></code></pre>',
    ],
    ['code in no language', [{ type: 'code', value: 'a\n  b' }], '<pre><code>a\n  b</code></pre>'],
    [
      'a cloze',
      [{ type: 'cloze', index: 2, hint: 'h', children: [text('a')] }],
      '<span class="cloze" data-cloze="2">a</span>',
    ],
  ])('writes %s', (_, blocks, html) => {
    expect(toHtml(blocks)).toBe(html)
  })

  it('asks for the address of an image and leaves it out when there is none', () => {
    const image: Inline = { type: 'image', url: 'assets/a.png', alt: 'A' }
    expect(toHtml([image], { image: (url) => url.replace('assets/', '_') })).toBe('<img src="_a.png" alt="A">')
    expect(toHtml([image], { image: () => undefined })).toBe('A')
  })

  it('shifts headings, at most to level 6', () => {
    const heading = (depth: 1 | 5): Block => ({ type: 'heading', depth, children: [] })
    expect(toHtml([heading(1), heading(5)], { headingOffset: 2 })).toBe('<h3></h3><h6></h6>')
  })

  it('marks the language on request', () => {
    expect(toHtml([text('字')], { lang: 'zh-Hans' })).toBe('<div lang="zh-Hans">字</div>')
  })

  it('makes a tree without raw nodes', () => {
    expect(JSON.stringify(toHast([text('<b>')]))).toBe('{"type":"root","children":[{"type":"text","value":"<b>"}]}')
  })

  it('replaces what no HTML parser keeps', () => {
    expect(toHtml([text('a\u0000b\u001fc\ud800d\r\ne\ufdd0')])).toBe('a\ufffdb\ufffdc\ufffdd\ne\ufffd')
  })
})

describe('math', () => {
  it('leaves TeX to the reader’s MathJax, escaped', () => {
    expect(toHtml([math('a<b'), { type: 'math', value: 'a & b' }])).toBe(
      '<span class="math">\\(a&lt;b\\)</span><div class="math">\\[a &amp; b\\]</div>',
    )
  })

  it('keeps the end of the delimiters unmistakable', () => {
    expect(toHtml([math('(a\\\\)')])).toBe('<span class="math">\\((a\\\\ )\\)</span>')
    expect(toHtml([math('\\text{\\(a\\)}')])).toBe('<span class="math">\\(\\text{$a$}\\)</span>')
  })

  it('writes MathML and SVG through a renderer', async () => {
    const renderer = await loadMath()
    expect(toHtml([math('x^2')], { math: 'mathml', renderer })).toBe(
      '<span class="math"><math data-tex="x^2"><msup><mi>x</mi><mn>2</mn></msup></math></span>',
    )
    expect(toHtml([math('x^2')], { math: 'svg', renderer })).toMatch(
      /^<span class="math"><svg class="math" role="img" aria-label="x²" width="[\d.]+em"/,
    )
    expect(() => toHtml([math('x')], { math: 'svg' })).toThrow(/needs a renderer/)
  })

  it('keeps a drawn formula, its brackets and its punctuation on one line', async () => {
    const options = { math: 'svg', renderer: await loadMath() } as const
    const bare = (html: string) => html.replace(/<span class="math">.*?<\/span>/gs, '𝑥').replaceAll(nowrap, '<nowrap>')
    const nowrap = '<span style="white-space:nowrap">'
    const line = (...nodes: Inline[]) => bare(toHtml(nodes, options))
    const x = math('x')
    expect(line(text('约为 '), x, text('。又有'))).toBe('约为 <nowrap>𝑥。</span>又有')
    expect(line(text('各类（“'), x, text('”），其余'))).toBe('各类<nowrap>（“𝑥”），</span>其余')
    expect(line(text('the '), x, text('-th, '), x, text('th and ('), x, text(')(b)'))).toBe(
      'the <nowrap>𝑥-th,</span> <nowrap>𝑥th</span> and <nowrap>(𝑥)</span>(b)',
    )
    expect(line(x, text('，'), x, text('（'), x)).toBe('<nowrap>𝑥，</span>𝑥<nowrap>（𝑥</span>')
    expect(line(text('设 '), x, text(' 为'), x, { type: 'break' }, x)).toBe('设 𝑥 为𝑥<br>𝑥')
    expect(toHtml([x, text('。')], { ...options, math: 'mathml' })).toContain('</math></span>。</span>')
    // MathJax looks for its delimiters in a text of their own.
    expect(toHtml([text('（'), x, text('）')])).toBe('（<span class="math">\\(x\\)</span>）')
  })

  it('prints the source of a formula that is wrong or refused', async () => {
    const renderer = await loadMath()
    expect(toHtml([math('\\href{javascript:alert(1)}{x}')])).toBe(
      '<code class="math">\\href{javascript:alert(1)}{x}</code>',
    )
    expect(toHtml([math('\\frac{')], { math: 'mathml', renderer })).toBe('<code class="math">\\frac{</code>')
    expect(toHtml([{ type: 'math', value: '\\require{html}' }])).toBe(
      '<pre><code class="math">\\require{html}</code></pre>',
    )
  })

  it('does not let text become a formula', () => {
    expect(toHtml([text('the \\(x\\) of TeX, \\begin{a}')])).toBe(
      'the <span>\\</span>(x<span>\\</span>) of TeX, <span>\\</span>begin{a}',
    )
  })
})

describe('for Anki', () => {
  it('writes clozes, and no end of one by accident', () => {
    const cloze: Inline = { type: 'cloze', index: 1, hint: 'a::b', children: [text('std::map{{1}}:'), math('{{a}}<b')] }
    expect(toHtml([cloze], { cloze: 'anki', inert: 'anki' })).toBe(
      '{{c1::std<span>:</span>:map<span>{</span>{1<span>}</span>}<span>:</span><span class="math">\\({ {a} }&lt; b\\)</span>::a<span>:</span>:b}}',
    )
  })

  it('hides a cloze behind its hint', () => {
    expect(toHtml([{ type: 'cloze', index: 1, children: [text('a')] }], { cloze: 'hidden' })).toBe(
      '<span class="cloze" data-cloze="1">…</span>',
    )
  })

  it.each([
    ['{{c1::x}}', '<span>{</span>{c1::x}}'],
    ['[sound:a.mp3]', '<span>[</span>sound:a.mp3]'],
    ['[latex]x[/latex]', '<span>[</span>latex]x<span>[</span>/latex]'],
    ['[$]x[/$] [$$]y[/$$]', '<span>[</span>$]x<span>[</span>/$] <span>[</span>$$]y<span>[</span>/$$]'],
    ['[anki:tts lang=en]x[/anki:tts]', '<span>[</span>anki:tts lang=en]x<span>[</span>/anki:tts]'],
    ['a[0] \\d {x}', 'a[0] \\d {x}'],
  ])('lets %s arrive as text', (value, html) => {
    expect(toHtml([text(value)], { inert: 'anki' })).toBe(html)
  })

  it('lets marks in attributes arrive as text', () => {
    const html = toHtml([{ type: 'image', url: 'assets/a.png', alt: '[sound:a] {{c1::x}} \\(y\\)' }], { inert: 'anki' })
    expect(html).toBe('<img src="assets/a.png" alt="&#91;sound:a] &#123;&#123;c1&#58;:x&#125;&#125; &#92;(y&#92;)">')
  })

  it('joins texts before it looks', () => {
    expect(toHtml([text('[sou'), { type: 'link', url: '#x', children: [text('nd:a]')] }], { inert: 'anki' })).toBe(
      '<span>[</span>sound:a]',
    )
  })
})

describe('stylesheet', () => {
  it('has a contrast of 4.5 or more for every colour, by day and by night', () => {
    const themes = [...stylesheet.matchAll(/\{([^{}]*--code-ground:[^{}]*)\}/g)].map(
      ([, body]) =>
        Object.fromEntries(
          [...(body ?? '').matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
        ) as Record<string, string>,
    )
    expect(themes).toHaveLength(3)
    expect(themes[1]).toEqual(themes[2])
    for (const theme of themes) {
      for (const name of [
        'code-text',
        'code-quiet',
        'code-keyword',
        'code-name',
        'code-value',
        'code-string',
        'code-tag',
      ])
        expect([name, contrast(theme[name] ?? '', theme['code-ground'] ?? '')]).toEqual([
          name,
          expect.toSatisfy((value: number) => value >= 4.5),
        ])
      expect(contrast(theme['mark-text'] ?? '', theme.mark ?? '')).toBeGreaterThan(4.5)
    }
  })
})

/** WCAG 2.2 contrast ratio of two `#rrggbb` colours. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}
