import { serialise, toHast, toHtml } from '@cardpress/html'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainHtml } from '../src/plain-html.ts'
import { arbitraryBlock } from './support/arbitrary.ts'

it('writes plain content as its tree is written, or leaves it to the tree', () => {
  let plain = 0
  fc.assert(
    fc.property(arbitraryBlock, (block) => {
      const html = plainHtml(block)
      if (html === undefined) return
      plain++
      expect(html).toBe(serialise(toHast([block])))
      expect(html).toBe(serialise(toHast([block], { inert: 'anki', cloze: 'anki' })))
    }),
    { numRuns: 3000, seed: 10 },
  )
  expect(plain).toBeGreaterThan(300)
})

it('leaves what needs more than escaping to the tree', () => {
  for (const value of ['[sound:x]', '{{c1::x}}', '\\(x\\)', '\u0000', '\ud800', '\r'])
    expect(plainHtml({ type: 'text', value })).toBeUndefined()
  expect(plainHtml({ type: 'inlineMath', value: '\\frac12' })).toBeUndefined()
  expect(plainHtml({ type: 'inlineMath', value: 'a<b' })).toBeUndefined()
  expect(plainHtml({ type: 'code', lang: 'js', value: 'x' })).toBeUndefined()
})

it('does not lose the options that a tree is needed for', () => {
  const heading = { type: 'heading', depth: 1, children: [{ type: 'text', value: 'a' }] } as const
  expect(toHtml([{ ...heading, children: [...heading.children] }], { headingOffset: 1 })).toBe('<h2>a</h2>')
  expect(toHtml([{ type: 'text', value: 'a' }], { lang: 'en' })).toBe('<div lang="en">a</div>')
})
