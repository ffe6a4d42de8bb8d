import { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { shortenMessages } from '../src/shorten-messages.ts'

function warning(ruleId: string, line: number): VFileMessage {
  return new VFileMessage(`${ruleId} here`, { place: { line, column: 1 }, source: 'cardpress', ruleId })
}

function error(ruleId: string, line: number): VFileMessage {
  return Object.assign(warning(ruleId, line), { fatal: true })
}

describe('messages in a terminal', () => {
  test('are all shown where few of them say the same', () => {
    const few = [1, 2, 3, 4].map((line) => warning('remote-image', line))
    expect(shortenMessages(few)).toEqual(few.map((message) => ({ type: 'message', message })))
  })

  test('of a rule with many warnings stand aside for the one that differs', () => {
    const many = [1, 2, 3, 5, 6].map((line) => warning('remote-image', line))
    const other = warning('unknown-field', 4)
    const entries = shortenMessages([...many.slice(0, 3), other, ...many.slice(3)])
    expect(entries).toEqual([
      { type: 'message', message: many[0] },
      { type: 'message', message: many[1] },
      { type: 'message', message: other },
      { type: 'more', rule: 'remote-image', lines: [3, 5, 6], count: 3 },
    ])
  })

  test('are never shortened where they are errors', () => {
    const errors = Array.from({ length: 9 }, (_, line) => error('missing-image', line + 1))
    expect(shortenMessages(errors)).toHaveLength(9)
  })
})
