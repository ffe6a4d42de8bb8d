import type { Block, Inline } from '@cardpress/core'

/** A place in a text where an option is named. */
interface Mention {
  readonly at: number
  readonly letter: string
}

/**
 * Finds the letters of a text that name options.
 * @param text plain text of one run
 * @param labels the question's option labels
 * @returns the places, or `undefined` where a letter may be a name of an option or something else
 */
export function mentionsIn(text: string, labels: ReadonlySet<string>): readonly Mention[] | undefined {
  const chains = chainsOf(text, labels)
  const certain = chains.map((chain) => isCertain(chain, text) || isChain(text))
  // "A and D make it worse": a chain of several is certain where another one is.
  const anyCertain = certain.includes(true)
  for (const [index, chain] of chains.entries())
    if (!certain[index] && !(anyCertain && chain.mentions.length > 1 && chain.isJoined)) return undefined
  return chains.flatMap((chain) => chain.mentions)
}

/** Letters that stand together: `B`, `AD`, `A、C`, `A and B`. */
interface Chain {
  readonly from: number
  readonly to: number
  readonly mentions: readonly Mention[]
  /** There is a word or comma between them. */
  readonly isJoined: boolean
}

const connector = /^(?:\s*(?:、|和|与|及|或|，|,|\/|&)\s*|\s+(?:and|or|nor)\s+|\s*,\s*(?:and|or)\s+)/

function chainsOf(text: string, labels: ReadonlySet<string>): Chain[] {
  const chains: Chain[] = []
  for (const match of text.matchAll(/[A-Z]+/g)) {
    const from = match.index
    const to = from + match[0].length
    if (!standsAlone(text, from, to)) continue
    const letters = Array.from(match[0])
    if (!letters.every((letter) => labels.has(letter)) || new Set(letters).size < letters.length) continue
    // "CAD", "BAD": only runs in the order of the alphabet name options.
    if (letters.length > 1 && letters.join('') !== [...letters].sort().join('')) continue
    const mentions = letters.map((letter, index) => ({ at: from + index, letter }))
    const last = chains.at(-1)
    if (last && connector.exec(text.slice(last.to))?.[0].length === from - last.to)
      chains[chains.length - 1] = { from: last.from, to, mentions: [...last.mentions, ...mentions], isJoined: true }
    else chains.push({ from, to, mentions, isJoined: false })
  }
  return chains
}

/** Whether no letter, digit or sign makes this part of a word, a name or a formula: `BN`, `C++`, `U-Net`, `A*`, `A'`. */
function standsAlone(text: string, from: number, to: number): boolean {
  return (
    !/[A-Za-z0-9_\-+#.&$@%]$/.test(text.slice(0, from)) &&
    !/^(?:[A-Za-z0-9_+#*&$@%]|[-/.'’][A-Za-z0-9])/.test(text.slice(to))
  )
}

const before =
  /(?:选项|答案(?:是|为)?|故选|应选|只选|可选|选择|选|排除|(?:options?|choices?|answers?(?: is| are)?|statements?|select|choose|eliminate)\s*:?)\s*[:：]?\s*[（(]?\s*$/i
const after =
  /^\s*[）)]?\s*(?:选?项|正确|错误|不正确|不对|都对|均对|都错|均错|都正确|均正确|对(?=[。；，,;.]|$)|错(?=[。；，,;.]|$)|(?:is|are|was|were)\s+(?:both\s+|all\s+|also\s+|not\s+|therefore\s+)*(?:right|correct|wrong|incorrect|true|false|the (?:right|correct|best|only)))/i

function isCertain(chain: Chain, text: string): boolean {
  const head = text.slice(0, chain.from)
  const tail = text.slice(chain.to)
  if (before.test(head) || after.test(tail)) return true
  // The whole text is letters, or a line begins with "B:".
  if (/^[\s（(]*$/.test(head) && /^[\s）)。.]*$/.test(tail)) return true
  return chain.mentions.length === 1 && /(?:^|[。；;\n])\s*$/.test(head) && /^\s*[:：]/.test(tail)
}

/** `A 和 B`, `Both A and C`, `A、B 都对`: a text that only names options. */
function isChain(text: string): boolean {
  return /^\s*(?:both|only|either|neither|仅|只有)?\s*[A-Z](?:\s*(?:、|和|与|及|或|，|,|and|or|nor|\/|&)\s*[A-Z])+\s*(?:都|均|皆)?\s*(?:对|错|正确|错误|是|不是|only|are correct|are true)?[。.]?\s*$/i.test(
    text,
  )
}

/** Words that name options by their place. */
const positional =
  /第\s*[一二三四五六1-9]\s*(?:个|条|种)?选?项|[前后]\s*[两二三四]\s*[项个]|[最头]后?一?项|\b(?:first|second|third|fourth|last|former|latter|previous|preceding|following|remaining|other)\s+(?:\w+\s+)?(?:options?|choices?|answers?|ones?|alternatives?)\b|以上|上述|\babove\b|\bbelow\b/i

/** Whether a text names options by their place in the list. */
export function namesByPlace(text: string): boolean {
  return positional.test(text)
}

/** Returns the plain text of every run of a field; formulas and code apart, since their letters are variables. */
export function textRuns(nodes: readonly unknown[]): { readonly text: string[]; readonly other: string[] } {
  const runs = { text: [] as string[], other: [] as string[] }
  walk(nodes, (node) => (node.type === 'text' ? runs.text : runs.other).push(node.value))
  return runs
}

function walk(nodes: readonly unknown[], visit: (node: { type: string; value: string }) => void): void {
  for (const one of nodes) {
    const node = one as { type: string; value?: unknown; children?: readonly unknown[] }
    if (typeof node.value === 'string') visit({ type: node.type, value: node.value })
    else if (node.children) walk(node.children, visit)
  }
}

/** Returns content with the named options called by their new letters. */
export function relettered<Content extends Block | Inline>(
  nodes: readonly Content[],
  labels: ReadonlySet<string>,
  to: ReadonlyMap<string, string>,
): Content[] {
  return nodes.map((node) => reletterNode(node, labels, to))
}

function reletterNode<Node>(node: Node, labels: ReadonlySet<string>, to: ReadonlyMap<string, string>): Node {
  const fields = node as { type?: string; value?: string; children?: readonly unknown[] }
  if (fields.type === 'text' && typeof fields.value === 'string')
    return { ...node, value: reletterText(fields.value, labels, to) }
  if (fields.children) return { ...node, children: fields.children.map((child) => reletterNode(child, labels, to)) }
  return node
}

/** Letters that stand together are put in order again: `AD` that become D and B are printed `BD`. */
function reletterText(text: string, labels: ReadonlySet<string>, to: ReadonlyMap<string, string>): string {
  const mentions = mentionsIn(text, labels) ?? []
  // `Both B and A` is said `Both A and B`.
  const isWhole = isChain(text)
  const characters = text.split('')
  let run: number[] = []
  const flush = () => {
    const letters = run.map((at) => to.get(text.charAt(at)) ?? text.charAt(at)).sort()
    run.forEach((at, index) => {
      characters[at] = letters[index] ?? text.charAt(at)
    })
    run = []
  }
  for (const { at } of mentions) {
    if (run.length > 0 && !isWhole && at !== (run.at(-1) ?? 0) + 1) flush()
    run.push(at)
  }
  flush()
  return characters.join('')
}
