import { loadMath, type MathRenderer, refusedMacro } from '@cardpress/math'
import { beforeAll, describe, expect, it, vi } from 'vitest'

let math: MathRenderer
beforeAll(async () => {
  math = await loadMath()
})

describe('a width', () => {
  it('breaks a display over lines, and leaves a narrow one and an inline one as they are', () => {
    const wide = Array.from({ length: 30 }, (_, index) => `x_{${index}}`).join('+')
    const whole = math.outline(wide, { display: true })
    const broken = math.outline(wide, { display: true, maxWidth: 20 })
    expect(whole?.width).toBeGreaterThan(40)
    expect(broken?.width).toBeLessThan(20.5)
    expect(broken?.descent).toBeGreaterThan(2)
    // The same letters, on more lines.
    expect(broken?.paths.length).toBe(whole?.paths.length)
    expect(math.outline('a+b', { display: true, maxWidth: 20 })).toEqual(math.outline('a+b', { display: true }))
    expect(math.outline(wide, { maxWidth: 20 })).toEqual(math.outline(wide))
  })
})

describe('problem', () => {
  it('finds nothing wrong with formulas that authors write', () => {
    const formulas = [
      'x^2',
      '\\mathrm{IoU} = \\dfrac{|A \\cap B|}{|A \\cup B|}',
      '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
      'f(x)=\\begin{cases}1&x>0\\\\0&\\text{其他}\\end{cases}',
      '\\ce{H2O -> H+ + OH-}',
      '\\boldsymbol{\\theta}_{t+1} = \\boldsymbol{\\theta}_t - \\eta \\nabla_\\theta \\mathcal{L}',
      '\\tag{1} a',
      '损失 = L_{cls}',
      'x\\\\y',
    ]
    for (const tex of formulas)
      expect([tex, math.problem(tex), math.problem(tex, { display: true })]).toEqual([tex, undefined, undefined])
  })

  it.each([
    ['\\frac{1}{', 'Missing close brace', 9],
    ['a + \\nosuchthing + b', 'Undefined control sequence \\nosuchthing', 16],
    ['x^2^3', 'Double exponent: use braces to clarify', 3],
    ['\\begin{matrix} a', 'Missing \\end{matrix}', 16],
    ['a } b', 'Extra close brace or missing open brace', 3],
    ['\\left( x', 'Extra \\left or missing \\right', 8],
  ])('says what is wrong with %s and where', (tex, message, offset) => {
    const problem = math.problem(tex)
    expect(problem?.message).toContain(message.split(':')[0])
    expect(problem?.offset).toBe(offset)
  })

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\require{html}',
    '\\unicode{65}',
    '\\style{color:red}{x}',
    '\\class{a}{x}',
    '\\cssId{a}{x}',
    '\\data{a=b}{x}',
    '\\mmlToken{mi}[href="x"]{y}',
    '\\text{\\href{a}{b}}',
    '\\let\\a=\\href \\a{b}{c}',
  ])('refuses %s by the name of the macro', (tex) => {
    const name = refusedMacro(tex)
    expect(name).toBeDefined()
    expect(math.problem(tex)?.message).toBe(`\\${name} is not allowed in a formula`)
    expect(math.svg(tex)).toBeUndefined()
    expect(math.mathml(tex)).toBeUndefined()
    expect(math.outline(tex)).toBeUndefined()
    expect(math.spoken(tex)).toBeUndefined()
  })

  it('does not mistake a longer or an escaped name for a refused macro', () => {
    expect(refusedMacro('\\styles \\hrefs')).toBeUndefined()
    expect(refusedMacro('\\\\style')).toBeUndefined()
  })

  it('answers for hostile input within its limits instead of crashing', () => {
    expect(math.problem('{'.repeat(5000) + '}'.repeat(5000))?.message).toContain('nested deeper')
    expect(math.problem('\\left('.repeat(900) + '\\right)'.repeat(900))).toBeDefined()
    expect(math.problem('x'.repeat(10_001))?.message).toContain('at most 10000')
    expect(math.problem('\\def\\a{\\a\\a}\\a')).toBeDefined()
    expect(
      math.problem(
        '\\def\\a{xx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b}\\def\\d{\\c\\c\\c\\c\\c\\c\\c\\c}\\d\\d\\d\\d',
      ),
    ).toBeDefined()
  })

  it('forgets what another formula defined', () => {
    expect(math.problem('\\newcommand{\\mine}{x}\\mine')).toBeUndefined()
    expect(math.problem('\\mine')?.message).toContain('\\mine')
    expect(math.problem('\\def\\frac{x}\\frac')).toBeUndefined()
    expect(math.spoken('\\frac12')).toBe('1/2')
  })

  it('prints nothing on the console', () => {
    const spies = (['log', 'warn', 'error', 'info'] as const).map((name) => vi.spyOn(console, name))
    math.outline('\\ce{A ->[x] B <=> C} \\mathbb{Q} \\mathscr{A} \\bm{q} \\unknown')
    math.outline('\\ce{A ->[x] B <=> C} \\mathbb{Q} \\mathscr{A} \\aleph \\text{né Ωж}')
    for (const spy of spies) expect(spy).not.toHaveBeenCalled()
  })
})

describe('outline', () => {
  it('is in em, with the baseline at 0 and y downwards', () => {
    const x = math.outline('x')
    expect(x?.width).toBeCloseTo(0.572, 2)
    expect(x?.ascent).toBeCloseTo(0.442, 2)
    expect(x?.descent).toBeCloseTo(0.011, 2)
    const [glyph] = x?.paths ?? []
    expect(glyph?.transform).toEqual([0.001, 0, 0, -0.001, 0, 0])
    const power = math.outline('x^2')
    expect(power?.paths).toHaveLength(2)
    expect(power?.paths[1]?.transform[5]).toBeLessThan(-0.3)
  })

  it('sets limits above and below only in a display', () => {
    const inline = math.outline('\\sum_{i=1}^n')
    const display = math.outline('\\sum_{i=1}^n', { display: true })
    expect((display?.ascent ?? 0) + (display?.descent ?? 0)).toBeGreaterThan(
      (inline?.ascent ?? 0) + (inline?.descent ?? 0) + 0.5,
    )
  })

  it('draws fraction bars, frames and strokes as paths', () => {
    expect(math.outline('\\frac12')?.paths.some((path) => path.d.includes('H'))).toBe(true)
    expect(
      math.outline('\\boxed{x}')?.paths.some((path) => path.fill === 'none' && (path.stroke?.width ?? 0) > 0),
    ).toBe(true)
    expect(math.outline('\\cancel{x}')?.paths.some((path) => path.stroke !== undefined)).toBe(true)
    expect(
      math
        .outline('\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}')
        ?.paths.filter((path) => path.stroke?.width === 70),
    ).toHaveLength(2)
    expect(math.outline('\\enclose{circle,roundedbox}{x}')?.paths.filter((path) => path.d.includes('A'))).toHaveLength(
      2,
    )
  })

  it('gives the pieces of a tall bracket the window through which they are seen', () => {
    const tall = math.outline('\\left(\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\end{matrix}\\right)', {
      display: true,
    })
    const clipped = tall?.paths.filter((path) => path.clip !== undefined) ?? []
    expect(clipped).toHaveLength(2)
    for (const { clip } of clipped) {
      const [x, y, width, height] = clip ?? [0, 0, 0, 0]
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual((tall?.width ?? 0) + 0.001)
      expect(y).toBeGreaterThanOrEqual(-(tall?.ascent ?? 0))
      expect(y + height).toBeLessThanOrEqual(tall?.descent ?? 0)
    }
  })

  it('hands over Chinese as text with its place, size and width', () => {
    expect(math.outline('x=\\text{如果}')?.texts).toMatchObject([
      { text: '如果', y: 0, size: 1, width: 2, bold: false, italic: false },
    ])
    const small = math.outline('x_\\text{类别}')?.texts[0]
    expect(small?.size).toBeCloseTo(Math.SQRT1_2, 3)
    expect(small?.y).toBeGreaterThan(0)
    expect(math.outline('\\textbf{粗}')?.texts[0]?.bold).toBe(true)
  })

  it('carries colours, and leaves out the text’s own', () => {
    const paths = math.outline('\\textcolor{red}{x} + \\colorbox{yellow}{y}')?.paths ?? []
    expect(paths.map((path) => path.fill)).toContain('red')
    expect(paths.map((path) => path.fill)).toContain('yellow')
    expect(math.outline('x')?.paths[0]).not.toHaveProperty('fill')
  })

  it('takes for a colour only what is one', () => {
    for (const value of ['url(//evil.example/a.svg#b)', 'x" onload="alert(1)', 'red;stroke:blue'])
      for (const path of math.outline(`\\colorbox{${value}}{y}\\color{${value}}{z}`)?.paths ?? [])
        expect(path.fill).toBeUndefined()
  })

  it('keeps a formula of several lines in one piece, inline too', () => {
    const lines = math.outline('x\\\\y')
    expect(lines?.paths).toHaveLength(2)
    expect((lines?.ascent ?? 0) + (lines?.descent ?? 0)).toBeGreaterThan(1)
  })

  it('returns the same shapes whatever was set before', () => {
    const before = JSON.stringify(math.outline('\\mathfrak{g} \\Longleftrightarrow \\mathbb{Z}'))
    for (let i = 0; i < 100; i++) math.outline(`x_{${i}}`)
    expect(JSON.stringify(math.outline('\\mathfrak{g} \\Longleftrightarrow \\mathbb{Z}'))).toBe(before)
  })
})

describe('spoken', () => {
  it.each([
    ['x^2', 'x²'],
    ['a_i', 'a_i'],
    ['\\frac{1}{2}', '1/2'],
    ['x = \\frac{-b\\pm\\sqrt{b^2-4ac}}{2a}', 'x = (−b ± √(b² − 4ac))/(2a)'],
    ['\\sum_{i=1}^n i', '∑_(i = 1)ⁿ i'],
    ['\\sin x + \\log_2 y', 'sin x + log₂ y'],
    ['\\hat y = \\sigma(\\vec w \\cdot x)', 'y\u0302 = σ(w\u20D7 ⋅ x)'],
    ['\\sqrt[3]{x+1}', '∛(x + 1)'],
    ['\\mathbb{R}^n', 'ℝⁿ'],
    ['e^{i\\pi}+1=0', 'e^(iπ) + 1 = 0'],
    ['f(x)=\\begin{cases}1&x>0\\\\0&\\text{其他}\\end{cases}', 'f(x) = {1, x > 0; 0, 其他'],
    ['\\begin{aligned}a&=b\\\\c&=d\\end{aligned}', 'a = b; c = d'],
    ['\\ce{A <=> B}', 'A ⇌ B'],
    ['x\\\\y', 'x y'],
  ])('reads %s as %s', (tex, text) => {
    expect(math.spoken(tex)).toBe(text)
  })
})
