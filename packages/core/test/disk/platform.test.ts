import { describe, expect, test } from 'vitest'
import { collisionKey, portableName, renameOver, toSlashes, whyNotPortable } from '../../src/disk/platform.ts'

describe('names that every platform takes', () => {
  test.each([
    ['', 'is empty'],
    ['/etc/passwd', 'is not relative'],
    ['C:/x', 'is not relative'],
    ['a/../b', 'has the part ".."'],
    ['a//b', 'has the part ""'],
    ['a\\b', 'holds "\\\\"'],
    ['a?b', 'holds "?"'],
    ['tab\there', 'holds "\\t"'],
    ['dot.', 'ends in a dot or a space'],
    ['space ', 'ends in a dot or a space'],
    ['CON', 'is the name of a device on Windows'],
    ['json/nul.json', 'is the name of a device on Windows'],
    ['com¹.txt', 'is the name of a device on Windows'],
    [`${'字'.repeat(86)}`, 'is longer than 255 bytes'],
  ])('%j %s', (path, reason) => {
    expect(whyNotPortable(path)?.en).toBe(reason)
  })

  test.each(['a.apkg', 'json/v1/questions.json', '面试题.apkg', 'console.txt', '.hidden', 'a b'])(
    '%j is good',
    (path) => {
      expect(whyNotPortable(path)).toBeUndefined()
    },
  )
})

describe('a name made of any text', () => {
  test.each([
    ['深度学习 100 题', '深度学习 100 题'],
    ['a/b\\c:d', 'a-b-c-d'],
    ['What is "x"?', 'What is -x-'],
    ['  . .', 'untitled'],
    ['', 'untitled'],
    ['nul', 'nul-'],
    ['con.exe', 'con-.exe'],
    ['end...', 'end'],
    ['\ud800', '\ufffd'],
    ['Cafe\u0301', 'Café'],
  ])('%j becomes %j', (text, name) => {
    expect(portableName(text)).toBe(name)
    expect(whyNotPortable(name)).toBeUndefined()
  })

  test('a long title is cut at whole characters and leaves room for an extension', () => {
    const name = portableName('😀'.repeat(100))
    expect(name).toBe('😀'.repeat(59))
    expect(whyNotPortable(`${name}.apkg`)).toBeUndefined()
  })
})

test('names that macOS or Windows takes for one file have one key', () => {
  for (const [one, other] of [
    ['A.pdf', 'a.PDF'],
    ['Caf\u00e9', 'CAFE\u0301'],
    ['straße', 'STRASSE'],
    ['ſ', 'S'],
    ['Σ', 'ς'],
  ] as const)
    expect(collisionKey(one)).toBe(collisionKey(other))
  expect(collisionKey('a')).not.toBe(collisionKey('b'))
})

test('paths are shown with slashes; a backslash in a POSIX name stays what it is', () => {
  expect(toSlashes('a\\b', 'win32')).toBe('a/b')
  expect(toSlashes('a\\b', 'linux')).toBe('a\\b')
})

describe('renaming over a file that is open for a moment', () => {
  const failing = (times: number, code: string) => {
    let calls = 0
    const move = async () => {
      if (calls++ < times) throw Object.assign(new Error(code), { code })
    }
    return { move, count: () => calls }
  }

  test('is tried again on Windows', async () => {
    const { move, count } = failing(3, 'EPERM')
    await renameOver('a', 'b', 'win32', move)
    expect(count()).toBe(4)
  })

  test('fails at once on POSIX, and on Windows for another reason', async () => {
    const posix = failing(1, 'EPERM')
    await expect(renameOver('a', 'b', 'linux', posix.move)).rejects.toThrow('EPERM')
    expect(posix.count()).toBe(1)
    const full = failing(1, 'ENOSPC')
    await expect(renameOver('a', 'b', 'win32', full.move)).rejects.toThrow('ENOSPC')
    expect(full.count()).toBe(1)
  })
})
