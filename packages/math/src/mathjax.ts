import { createRequire } from 'node:module'
import type { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js'
import type { MmlNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js'
import type TexError from '@mathjax/src/js/input/tex/TexError.js'
import type { MathProblem } from './contract.ts'
import { mathJaxSentence, say } from './texts.ts'
import { toProblem } from './to-problem.ts'

/** MathJax's own view of one formula. */
export interface Typeset {
  readonly mathml: MmlNode
  /** The `<svg>` element; its unit is 1/1000 em. */
  readonly svg: LiteElement
}

/** Returns what MathJax makes of one formula, or what is wrong with it. */
export type Typesetter = (tex: string, display: boolean, maxWidth?: number) => Typeset | MathProblem

/**
 * Returns a typesetter. All of MathJax's oddities live here.
 *
 * MathJax is required as CommonJS: its font is spread over fifty files that it loads when a character first asks for
 * them, and only `require` can do that in the middle of a synchronous conversion.
 */
export function createTypesetter(): Typesetter {
  const { mathjax } = load<typeof import('@mathjax/src/js/mathjax.js')>('@mathjax/src/js/mathjax.js')
  const { TeX } = load<typeof import('@mathjax/src/js/input/tex.js')>('@mathjax/src/js/input/tex.js')
  const { SVG } = load<typeof import('@mathjax/src/js/output/svg.js')>('@mathjax/src/js/output/svg.js')
  const { liteAdaptor } = load<typeof import('@mathjax/src/js/adaptors/liteAdaptor.js')>(
    '@mathjax/src/js/adaptors/liteAdaptor.js',
  )
  const { RegisterHTMLHandler } = load<typeof import('@mathjax/src/js/handlers/html.js')>(
    '@mathjax/src/js/handlers/html.js',
  )
  const { STATE } = load<typeof import('@mathjax/src/js/core/MathItem.js')>('@mathjax/src/js/core/MathItem.js')
  const { MathJaxNewcmFont } = load<typeof import('@mathjax/mathjax-newcm-font/js/svg.js')>(
    '@mathjax/mathjax-newcm-font/js/svg.js',
  )
  const { MathJaxMhchemFontExtension } = load<typeof import('@mathjax/mathjax-mhchem-font-extension/js/svg.js')>(
    '@mathjax/mathjax-mhchem-font-extension/js/svg.js',
  )
  for (const file of Object.values(packages)) load(`@mathjax/src/js/input/tex/${file}Configuration.js`)
  mathjax.asyncLoad = (name: string) => load(name)
  mathjax.asyncIsSynchronous = true
  RegisterHTMLHandler(liteAdaptor())

  let failure: MathProblem | undefined
  const tex = new TeX({
    packages: Object.keys(packages),
    // Only one formula is set at a time, so nothing refers to a numbered one; a tag is printed behind its formula.
    tags: 'none',
    macros: { tag: ['\\qquad\\text{(#1)}', 1], label: ['', 1], nonumber: '', notag: '' },
    ams: { multlineWidth: 'auto' },
    maxMacros: 1000,
    formatError(jax: InstanceType<typeof TeX>, error: TexError) {
      // Macros rewrite what is behind the parser; what is ahead of the outermost one is still the source.
      const outermost = jax.parseOptions.parsers.at(-1)
      const ahead = outermost === undefined ? 0 : outermost.string.length - outermost.i
      failure = toProblem(mathJaxSentence(error.id, error.message.replace(/\s+/g, ' ')), ahead)
      return jax.formatError(error)
    },
  })
  // The font has no arrows for chemistry; the extension adds them to the class, for every font made after it.
  MathJaxNewcmFont.addExtension(
    MathJaxMhchemFontExtension as unknown as Parameters<typeof MathJaxNewcmFont.addExtension>[0],
    '@mathjax/mathjax-mhchem-font-extension/js/svg/dynamic',
  )
  const svg = new SVG({ fontData: new MathJaxNewcmFont(), fontCache: 'none', linebreaks: { inline: false } })
  const documentOf = (output: typeof svg) => mathjax.document('', { InputJax: tex, OutputJax: output })
  const endless = documentOf(svg)
  // Made when a formula is first found too wide: breaking lines is another way of laying out.
  let breaking: typeof endless | undefined

  const typeset = (
    source: string,
    display: boolean,
    maxWidth?: number,
  ): { mathml: MmlNode; svg: readonly LiteElement[] } => {
    if (maxWidth !== undefined)
      breaking ??= documentOf(
        new SVG({
          fontData: new MathJaxNewcmFont(),
          fontCache: 'none',
          displayOverflow: 'linebreak',
          linebreaks: { inline: false },
        }),
      )
    const document = maxWidth === undefined || !breaking ? endless : breaking
    const item = new document.options.MathItem(source, tex, display)
    const pixels = 16
    item.setMetrics(pixels, pixels * svg.font.params.x_height, maxWidth === undefined ? 1e6 : maxWidth * pixels, 1)
    item.convert(document, STATE.TYPESET)
    return { mathml: item.root, svg: (item.typesetRoot as unknown as LiteElement).children as LiteElement[] }
  }

  return (source, display, maxWidth) => {
    failure = undefined
    const { mathml, svg: drawn } = typeset(sandbox + source, display, display ? maxWidth : undefined)
    if (failure !== undefined) {
      const { sentence, offset } = failure as MathProblem
      return toProblem(sentence, source.slice(0, Math.max(0, source.length - offset)).trimEnd().length)
    }
    if (hasOwnSize(drawn)) return { mathml, svg: drawn[0] as LiteElement }
    // Line breaks outside any environment make the formula as wide as the page; in one they do not.
    const lines = typeset(`${sandbox}\\begin{gathered}${source}\\end{gathered}`, display)
    if (hasOwnSize(lines.svg) && failure === undefined) return { mathml, svg: lines.svg[0] as LiteElement }
    return toProblem(say('formula.wide'), source.length)
  }
}

function hasOwnSize(drawn: readonly LiteElement[]): boolean {
  return drawn.length === 1 && drawn[0]?.attributes.viewBox !== undefined
}

/** Keeps what a formula defines (`\newcommand`, `\def`) out of the next one. */
const sandbox = '\\begingroupSandbox '

/** The allow-list: TeX packages whose macros only typeset. Anything else is an undefined control sequence. */
const packages = {
  base: 'base/Base',
  ams: 'ams/Ams',
  amscd: 'amscd/AmsCd',
  begingroup: 'begingroup/Begingroup',
  boldsymbol: 'boldsymbol/Boldsymbol',
  braket: 'braket/Braket',
  bussproofs: 'bussproofs/Bussproofs',
  cancel: 'cancel/Cancel',
  cases: 'cases/Cases',
  centernot: 'centernot/Centernot',
  color: 'color/Color',
  configmacros: 'configmacros/ConfigMacros',
  empheq: 'empheq/Empheq',
  enclose: 'enclose/Enclose',
  extpfeil: 'extpfeil/Extpfeil',
  gensymb: 'gensymb/Gensymb',
  mathtools: 'mathtools/Mathtools',
  mhchem: 'mhchem/Mhchem',
  newcommand: 'newcommand/Newcommand',
  textcomp: 'textcomp/Textcomp',
  textmacros: 'textmacros/TextMacros',
  units: 'units/Units',
  upgreek: 'upgreek/Upgreek',
  verb: 'verb/Verb',
} as const

const require = createRequire(import.meta.url)

function load<Module>(name: string): Module {
  return require(name) as Module
}
