import { type Block, blocksSchema } from '@cardpress/core'
import { expect, expectTypeOf, test } from 'vitest'

test('content outside the allow-list is refused', () => {
  expect(blocksSchema.safeParse([{ type: 'html', value: '<b>' }]).success).toBe(false)
  expect(
    blocksSchema.safeParse([{ type: 'paragraph', children: [{ type: 'link', url: 'javascript:x', children: [] }] }])
      .success,
  ).toBe(false)
})

test('content of the allow-list passes, nested', () => {
  const blocks: Block[] = [
    {
      type: 'blockquote',
      children: [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: 'a' }] }] }],
    },
  ]
  expect(blocksSchema.parse(blocks)).toEqual(blocks)
  expectTypeOf<Block['type']>().toEqualTypeOf<
    'paragraph' | 'heading' | 'list' | 'blockquote' | 'code' | 'table' | 'thematicBreak' | 'math'
  >()
})
