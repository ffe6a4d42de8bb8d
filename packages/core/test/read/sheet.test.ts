import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSheet, toRecords } from '../../src/read/read-sheet.ts'

const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', ';', '"', '\n', '题', '1'), maxLength: 8 })

function write(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n')
}

describe('delimited text', () => {
  test('is taken apart as another reader does it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, delimiter) => {
          const text = write(rows, delimiter)
          const records = toRecords(text, delimiter)
          expect(records.map((record) => record.map(({ value }) => value))).toEqual(parse(text, { delimiter }))
          for (const { value, start, end } of records.flat())
            expect(text.slice(start, end).replaceAll('""', '"')).toBe(value)
        },
      ),
    )
  })

  test('has bare cells, cells that are empty, and a last line without an end', () => {
    const text = 'a,,c\nd,e "f",\n'
    expect(toRecords(text, ',').map((record) => record.map(({ value }) => value))).toEqual([
      ['a', '', 'c'],
      ['d', 'e "f"', ''],
    ])
    expect(toRecords('a,', ',').map((record) => record.length)).toEqual([2])
    expect(toRecords('"never closed, it ends here', ',').map((record) => record.length)).toEqual([1])
  })
})

describe('a sheet', () => {
  test('is a table where its first record names a question and an answer', () => {
    const table = readSheet('Question,Correct answer(s)\n"Why, then?",Because\nHow?,So\n')
    expect(table?.children.map((row) => row.children.length)).toEqual([2, 2, 2])
    expect(table?.children[1]?.children[0]?.position?.start).toEqual({ line: 2, column: 2, offset: 28 })
  })

  test.each([
    'Name,Age\nAnn,3\nBob,4\n',
    'A question, an answer and nothing else\n',
    'Question,Answer\n',
    'Question: what is it, really?\nAnswer: nothing, really\nIt is so, they say, and go\n',
  ])('is no table where it does not: %j', (source) => {
    expect(readSheet(source)).toBeUndefined()
  })
})
