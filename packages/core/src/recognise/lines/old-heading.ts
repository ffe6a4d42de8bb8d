import type { Run } from './line.ts'

const hashes = /^(#{1,6})(?![\s#])/

/**
 * Returns a line without its hashes, and how many they are, where it is a heading as Markdown had it once, with no space
 * behind them: `##Title`; `undefined` for other lines.
 *
 * @param runs The line's content.
 * @param least How many hashes there must be.
 */
export function withoutHashes(runs: readonly Run[], least: number): { runs: Run[]; depth: number } | undefined {
  const [first, ...rest] = runs
  const match = first?.leaf.type === 'text' ? hashes.exec(first.text) : null
  if (!first || !match || (match[0] === first.text && rest.length === 0)) return undefined
  const depth = (match[1] as string).length
  if (depth < least) return undefined
  const cut: Run = {
    ...first,
    text: first.text.slice(depth),
    start: first.map?.[depth] ?? first.start + depth,
    map: first.map?.subarray(depth),
  }
  return { runs: cut.text === '' ? rest : [cut, ...rest], depth }
}
