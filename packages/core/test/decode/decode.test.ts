import { decode } from '@cardpress/core'
import { describe, expect, it } from 'vitest'
import { encoders, windows1252 } from './encode.ts'
import { long, scraps, short, western } from './samples.ts'

const outcome = (bytes: Uint8Array, options?: Parameters<typeof decode>[1]) => {
  try {
    return decode(bytes, options)
  } catch (error) {
    return (error as { ruleId?: string }).ruleId
  }
}

describe('decode', () => {
  const samples = [...short, ...long].flatMap((text) =>
    Object.entries(encoders).flatMap(([name, encode]) => {
      const bytes = encode(text)
      return bytes ? [{ text, name, bytes, isLong: long.includes(text) }] : []
    }),
  )

  it('is never silently wrong, and right for every text of more than a line', () => {
    expect(samples.length).toBeGreaterThan(250)
    const wrong: string[] = []
    const refused: string[] = []
    for (const { text, name, bytes, isLong } of samples) {
      const got = outcome(bytes)
      if (typeof got !== 'object') {
        if (got !== 'unknown-encoding' || isLong) refused.push(`${name}: ${text} (${got})`)
      } else if (got.source !== text) wrong.push(`${name}: ${text} → ${got.encoding}: ${got.source}`)
    }
    expect(wrong).toEqual([])
    expect(refused).toEqual([])
  })

  it('is never silently wrong about titles and scraps, nor about what Windows-1252 can write', () => {
    const all = [...scraps, ...western].flatMap((text) =>
      Object.entries({ ...encoders, 'windows-1252': windows1252 }).flatMap(([name, encode]) => {
        const bytes = encode(text)
        return bytes ? [{ text, name, got: outcome(bytes) }] : []
      }),
    )
    expect(all.length).toBeGreaterThan(300)
    expect(all.filter(({ text, got }) => typeof got === 'object' && got.source !== text)).toEqual([])
    expect([...new Set(all.map(({ got }) => (typeof got === 'object' ? 'right' : got)))]).toEqual([
      'right',
      'unknown-encoding',
    ])
    const unicode = all.filter(({ name, got }) => name.startsWith('utf-8') && typeof got !== 'object')
    expect(unicode).toEqual([])
  })

  it('refuses Windows-1252 by its name, and takes it when told', () => {
    for (const text of western) {
      const bytes = windows1252(text) as Uint8Array
      expect([text, outcome(bytes)]).toEqual([text, 'unknown-encoding'])
      expect(decode(bytes, { encoding: 'windows-1252' }).source).toBe(text)
    }
  })

  it('refuses few of the short ones', () => {
    const shorts = samples.filter(({ isLong }) => !isLong)
    const refused = shorts.filter(({ bytes }) => typeof outcome(bytes) !== 'object')
    expect(refused.length / shorts.length).toBeLessThan(0.25)
  })

  it('is never silently wrong about the beginnings of the long ones', () => {
    const wrong: string[] = []
    for (const text of long)
      for (let length = 2; length <= Math.min(40, text.length); length += 3)
        for (const [name, encode] of Object.entries(encoders)) {
          const part = text.slice(0, length)
          const bytes = part.isWellFormed() ? encode(part) : null
          const got = bytes && outcome(bytes)
          if (typeof got === 'object' && got && got.source !== part)
            wrong.push(`${name}: ${part} → ${got.encoding} ${got.source}`)
        }
    expect(wrong).toEqual([])
  })

  it('names the encoding, and says whether there was a mark', () => {
    const text = long[0] as string
    const of = (name: string) => {
      const { encoding, bom } = decode(encoders[name]?.(text) as Uint8Array)
      return [encoding, bom]
    }
    expect(
      Object.keys(encoders)
        .filter((name) => name !== 'big5')
        .map(of),
    ).toEqual([
      ['utf-8', false],
      ['utf-8', true],
      ['utf-16le', false],
      ['utf-16le', true],
      ['utf-16be', false],
      ['utf-16be', true],
      ['gb18030', false],
      ['gb18030', false],
    ])
  })

  it('takes the word of the person, and refuses bytes that are not valid in that encoding', () => {
    const gbk = encoders.gbk?.('答案') as Uint8Array
    expect(decode(gbk, { encoding: 'gbk' }).source).toBe('答案')
    expect(outcome(gbk, { encoding: 'utf-8' })).toBe('wrong-encoding')
    expect(outcome(gbk, { encoding: 'klingon' })).toBe('wrong-encoding')
    expect(decode(Uint8Array.of(0x63, 0x61, 0x66, 0xe9), { encoding: 'windows-1252' }).source).toBe('café')
  })

  it('never takes other encodings for Chinese', () => {
    const latin = 'Le café était fermé, mais le garçon a été très poli. À bientôt, dit-il en français.'
    const bytes = Uint8Array.from([...latin].map((character) => character.charCodeAt(0)))
    expect(outcome(bytes)).toBe('unknown-encoding')
    // "これは日本語の文章です。質問と答え" in Shift_JIS and in EUC-JP
    const sjis = '82b182ea82cd93fa967b8cea82cc95b68fcd82c582b7814289bf96e282c693 9a82a6'.replaceAll(' ', '')
    const euc = 'a4b3a4eca4cfc6fccbdcb8eca4cecab8becfa4c7a4b9a1a3bcc1ccdca4c8c5faa4a8'
    for (const hex of [sjis, euc]) expect(outcome(Uint8Array.from(Buffer.from(hex, 'hex')))).toBe('unknown-encoding')
  })

  it.each([
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3'],
    ['a zip archive', 'PK\u0003\u0004\u0014\u0000\u0000\u0000'],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'],
    ['numbers', '\u0001\u0000\u0000\u0000\u0002\u0000\u0000\u0000\u0003\u0000\u0000\u0000\u0000\u0000\u0000\u0000'],
    ['control characters', 'ab\u0001\u0002\u0003\u0004\u0005\u0006\u0007'],
  ])('refuses %s as binary', (_, content) => {
    expect(outcome(Uint8Array.from([...content].map((c) => c.charCodeAt(0))))).toBe('binary-file')
  })

  it('keeps a NUL that slipped into text, and an empty file is empty text', () => {
    expect(decode(new TextEncoder().encode(`${'a few words '.repeat(20)}\0 end`)).source).toContain('\0')
    expect(decode(new Uint8Array())).toEqual({ source: '', encoding: 'utf-8', bom: false })
  })

  it('refuses half a surrogate pair in UTF-16', () => {
    expect(outcome(Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00))).toBe('wrong-encoding')
  })
})
