import { escapeText, toElement } from '@cardpress/html'
import { expect, it } from 'vitest'
import { payloads } from './support/payloads.ts'

it('frames HTML in an element, attributes in order', () => {
  expect(
    toElement(
      'li',
      { class: 'a', 'data-x': '"<&>', hidden: true, id: undefined, open: false },
      '<p>x</p>',
      escapeText('<y>'),
    ),
  ).toBe('<li class="a" data-x="&#34;&lt;&amp;>" hidden><p>x</p>&lt;y></li>')
  expect(toElement('br')).toBe('<br>')
})

it('escapes whatever text it is given', () => {
  for (const payload of payloads) {
    expect(escapeText(payload)).not.toMatch(/<|&(?!amp;|lt;)/)
    expect(toElement('span', { title: payload })).toMatch(/^<span title="[^"<]*"><\/span>$/)
  }
})

it('refuses names that are not for content', () => {
  for (const name of ['script', 'style', 'a b', 'x>', '']) expect(() => toElement(name)).toThrow(TypeError)
  for (const name of ['onclick', 'a b', 'x"', '']) expect(() => toElement('p', { [name]: 'x' })).toThrow(TypeError)
})
