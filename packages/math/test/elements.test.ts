import { loadMath, type MathRenderer } from '@cardpress/math'
import type { Element, ElementContent } from 'hast'
import { beforeAll, describe, expect, it } from 'vitest'

let math: MathRenderer
beforeAll(async () => {
  math = await loadMath()
})

const formulas = [
  'x',
  '\\frac{a}{b}',
  '\\sum_{i=1}^n \\sqrt[3]{x_i}',
  '\\left(\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\end{matrix}\\right)',
  '\\color{red}{x}\\colorbox{yellow}{y}\\boxed{z}\\cancel{a}\\enclose{circle}{q}',
  '\\begin{array}{|c:c|}\\hline a&b\\\\\\hline\\end{array}',
  '\\ce{H2O ->[a] H+}',
  '\\text{如果 $x$ \\textbf{粗}}',
  '\\mathcal{L}\\mathfrak{g}\\mathbf{x}\\mathtt{t}\\mathsf{s}',
]

describe('svg', () => {
  it('stands on the baseline, takes the text’s size and says what it shows', () => {
    const svg = math.svg('x_1')
    expect(svg?.tagName).toBe('svg')
    expect(svg?.properties).toMatchObject({ role: 'img', ariaLabel: 'x₁', fill: 'currentColor' })
    expect(String(svg?.properties.width)).toMatch(/^[\d.]+em$/)
    expect(String(svg?.properties.style)).toMatch(/^vertical-align:-[\d.]+em$/)
  })

  it('holds nothing but shapes and text', () => {
    const names = new Set(
      formulas.flatMap((tex) => all(math.svg(tex, { display: true })).map((element) => element.tagName)),
    )
    expect([...names].sort()).toEqual(['path', 'svg', 'text'])
  })
})

describe('mathml', () => {
  it('carries the TeX that it came from', () => {
    expect(math.mathml('x^2', { display: true })?.properties).toMatchObject({ display: 'block', dataTex: 'x^2' })
  })

  it('uses the letters themselves where MathML Core knows no variant', () => {
    expect(textOf(math.mathml('\\mathbb{R}'))).toBe('ℝ')
    expect(textOf(math.mathml('\\mathbf{x}'))).toBe('𝐱')
    expect(textOf(math.mathml('\\mathcal{L}'))).toBe('ℒ')
    expect(textOf(math.mathml('\\mathfrak{g}'))).toBe('𝔤')
    expect(textOf(math.mathml('x'))).toBe('x')
    expect(textOf(math.mathml('\\mathrm{d}'))).toBe('d')
    expect(all(math.mathml('\\mathrm{d}')).find((element) => element.tagName === 'mi')?.properties.mathvariant).toBe(
      'normal',
    )
  })

  it('keeps no class, id, link or foreign element, and no style but that of table cells', () => {
    for (const tex of formulas)
      for (const { tagName, properties } of all(math.mathml(tex, { display: true }))) {
        expect(tagName).toMatch(/^m[a-z]+$/)
        for (const name of Object.keys(properties))
          expect(name).not.toMatch(/^(?:class|className|id|href|on.*|xlink.*)$/)
        if ('style' in properties) expect([tagName, properties.style]).toEqual(['mtd', expect.stringMatching(cellCss)])
      }
  })

  it('aligns the columns of tables where MathML Core would centre them', () => {
    const styles = (tex: string) =>
      all(math.mathml(tex, { display: true }))
        .filter(({ tagName }) => tagName === 'mtd')
        .map(({ properties }) => properties.style ?? '')
    expect(styles('\\begin{aligned}a&=b\\\\c&=d\\end{aligned}')).toEqual([
      'text-align:-webkit-right;padding-right:0',
      'text-align:-webkit-left;padding-left:0',
      'text-align:-webkit-right;padding-right:0',
      'text-align:-webkit-left;padding-left:0',
    ])
    expect(styles('\\begin{aligned}a&=b&c&=d\\end{aligned}')).toEqual([
      'text-align:-webkit-right;padding-right:0',
      'text-align:-webkit-left;padding-left:0',
      'text-align:-webkit-right;padding-right:0',
      'text-align:-webkit-left;padding-left:0',
    ])
    expect(styles('\\begin{cases}x&x>0\\end{cases}')).toEqual(['text-align:-webkit-left', 'text-align:-webkit-left'])
    expect(styles('\\begin{array}{rc}1&2\\end{array}')).toEqual(['text-align:-webkit-right', ''])
    expect(styles('\\begin{pmatrix}1&2\\end{pmatrix}')).toEqual(['', ''])
  })
})

const cellCss = /^(?:text-align:-webkit-(?:left|right)|padding-(?:left|right):0)(?:;padding-(?:left|right):0)*$/

function all(node: ElementContent | undefined): Element[] {
  return node?.type === 'element' ? [node, ...node.children.flatMap(all)] : []
}

function textOf(node: ElementContent | undefined): string {
  if (node?.type === 'text') return node.value
  return node?.type === 'element' ? node.children.map(textOf).join('') : ''
}
