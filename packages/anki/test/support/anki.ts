import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The Python of `npm run test:anki`; absent elsewhere. */
export const python = process.env.CARDPRESS_ANKI_PYTHON

const probe = fileURLToPath(new URL('../real-anki/probe.py', import.meta.url))

/** How many notes an import added, updated, …. */
export interface ImportCounts {
  readonly new: number
  readonly updated: number
  readonly duplicate: number
  readonly conflicting: number
  readonly found: number
}

export interface AnkiNote {
  readonly id: number
  readonly guid: string
  readonly type: string
  readonly mod: number
  readonly tags: readonly string[]
  readonly fields: Readonly<Record<string, string>>
  readonly csum: number
}

export interface AnkiCard {
  readonly id: number
  readonly guid: string
  readonly ord: number
  readonly deck: string
  readonly due: number
  readonly ivl: number
  readonly reps: number
  readonly queue: number
  readonly type: number
  readonly lapses: number
  readonly factor: number
}

export interface RenderedCard {
  readonly guid: string
  readonly ord: number
  readonly question: string
  readonly answer: string
  readonly av: readonly string[]
}

/** The steps that the probe knows, with what each returns. */
interface Steps {
  'import-package': { in: { path: string }; out: ImportCounts }
  'import-text': { in: { path: string }; out: ImportCounts }
  notes: { in: object; out: AnkiNote[] }
  cards: { in: object; out: AnkiCard[] }
  render: { in: object; out: RenderedCard[] }
  study: { in: object; out: null }
  answer: { in: { deck: string; count: number }; out: number }
  edit: { in: { guid: string; fields: Record<string, string>; tags?: string[] }; out: number }
  decks: { in: object; out: { name: string; description: string }[] }
  'rename-deck': { in: { from: string; to: string }; out: null }
  'note-types': {
    in: object
    out: { id: number; name: string; mod: number; fields: string[]; css: string; front: string }[]
  }
  check: { in: object; out: { fine: boolean; text: string; missing: string[]; unused: string[] } }
  search: { in: { query: string }; out: string[] }
}

type Step = { [Name in keyof Steps]: readonly [Name, Steps[Name]['in']] }[keyof Steps]
type Results<List extends readonly Step[]> = {
  -readonly [Index in keyof List]: List[Index] extends readonly [infer Name extends keyof Steps, unknown]
    ? Steps[Name]['out']
    : never
}

/** Runs steps in the real Anki, on a collection that stays between calls; throws what Anki throws. */
export function anki<const List extends readonly Step[]>(collection: string, steps: List): Results<List> {
  if (python === undefined) throw new Error('run "npm run test:anki"')
  const input = JSON.stringify(steps.map(([name, more]) => ({ do: name, ...more })))
  const { status, stdout, stderr } = spawnSync(python, [probe, collection], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) throw new Error(`the probe failed:\n${stderr}`)
  const results = JSON.parse(stdout) as ({ ok: unknown } | { error: string })[]
  return results.map((result, index) => {
    if ('error' in result) throw new Error(`${steps[index]?.[0]}: ${result.error}`)
    return result.ok
  }) as Results<List>
}
