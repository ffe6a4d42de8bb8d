import { describe, expect, test } from 'vitest'
import { createProgress } from '../src/terminal/progress.ts'
import { layRows } from '../src/terminal/rows.ts'
import { createStyle, isCi, wantsColour } from '../src/terminal/style.ts'
import { displayWidth, padEnd, printable, truncate } from '../src/terminal/width.ts'

describe('widths', () => {
  test('a Chinese character takes two columns, a colour none', () => {
    expect(displayWidth('题1')).toBe(3)
    expect(displayWidth('\u001b[31m题\u001b[39m')).toBe(2)
    expect(padEnd('题目', 6)).toBe('题目  ')
  })

  test('a text is cut at whole characters and never wider than asked', () => {
    expect(truncate('short', 5)).toBe('short')
    expect(truncate('反卷积是什么', 6)).toBe('反卷…')
    expect(truncate('👩‍👩‍👧 family', 4)).toBe('👩‍👩‍👧 …')
  })

  test('an article cannot steer the terminal', () => {
    expect(printable('a\u001b[2Jb\u202ec\nd')).toBe('a\\u{1b}[2Jb\\u{202e}c d')
  })
})

describe('rows under labels', () => {
  const same = (label: string) => label

  test('labels and cells are aligned, also in Chinese, and empty groups are left out', () => {
    expect(
      layRows(
        [
          {
            label: '略去',
            rows: [
              ['1–2', '引言'],
              ['126–131', '推广'],
            ],
          },
          { label: '提示', rows: [] },
          { label: '写出文件', rows: [['dist/a.apkg']] },
        ],
        same,
        undefined,
      ),
    ).toEqual(['略去      1–2      引言', '          126–131  推广', '写出文件  dist/a.apkg'])
  })

  test('neighbours with as many cells share their columns', () => {
    expect(
      layRows(
        [
          { label: 'Guessed', rows: [['54', '18.1x1…', '18']] },
          { label: 'Gaps', rows: [['137', 'Q14', 'lost']] },
        ],
        same,
        undefined,
      ),
    ).toEqual(['Guessed  54   18.1x1…  18', 'Gaps     137  Q14      lost'])
  })

  test('lines are cut to the width of the terminal', () => {
    expect(layRows([{ label: 'Found', rows: [['29: 22 open · 5 single']] }], same, 20)).toEqual([
      'Found  29: 22 open ·',
      '       5 single',
    ])
    expect(layRows([{ label: 'Wrote', rows: [['很长的文件名字很长很长']] }], same, 20)).toEqual([
      'Wrote  很长的文件名…',
    ])
  })
})

describe('colours', () => {
  const terminal = { isTTY: true }
  test.each([
    [terminal, {}, true],
    [{}, {}, false],
    [terminal, { NO_COLOR: '1' }, false],
    [terminal, { NO_COLOR: '' }, true],
    [{}, { FORCE_COLOR: '1' }, true],
    [{}, { FORCE_COLOR: '' }, true],
    [terminal, { FORCE_COLOR: '0' }, false],
    [terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [terminal, { TERM: 'dumb' }, false],
    [terminal, { CI: 'true' }, false],
    [terminal, { CI: 'false' }, true],
  ])('%j with %j: %s', (stream, env, wanted) => {
    expect(wantsColour(stream, env)).toBe(wanted)
  })

  test('without colours a text stays as it is', () => {
    expect(createStyle(false).error('x')).toBe('x')
    expect(createStyle(true).error('x')).toBe('\u001b[31mx\u001b[39m')
  })

  test('CI is set unless it says no', () => {
    expect([{ CI: 'true' }, { CI: '1' }, { CI: '' }, { CI: '0' }, {}].map(isCi)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('progress', () => {
  const painted = (times: readonly number[], shown = true) => {
    const written: string[] = []
    let at = 0
    const progress = createProgress({ write: (text) => written.push(text), columns: 60 }, shown, () => times[at++] ?? 0)
    times.slice(1).forEach((_, index) => {
      progress.update(index + 1, times.length - 1, 'anki')
    })
    progress.clear()
    return written
  }

  test('short work shows no bar at all', () => {
    expect(painted([0, 100, 200, 300])).toEqual([])
  })

  test('long work shows a bar with counts, not too often, and takes it away', () => {
    const written = painted([0, 600, 610, 700, 1000])
    expect(written).toHaveLength(4)
    expect(written[0]).toBe(`\r${'anki'.padEnd(14)} ██████░░░░░░░░░░░░░░░░░░ 1/4\u001b[K`)
    expect(written.at(-1)).toBe('\r\u001b[K')
  })

  test('nothing is written where nobody watches', () => {
    expect(painted([0, 600, 1200], false)).toEqual([])
  })
})
