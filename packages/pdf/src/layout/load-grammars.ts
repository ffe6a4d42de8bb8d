import type { HLJSApi, LanguageFn } from 'highlight.js'
import { SpanEmitter } from './highlight-code.ts'

/** A grammar of highlight.js: the other names that authors use for it, and the languages that stand inside it. */
interface Grammar {
  readonly names?: readonly string[]
  readonly inside?: readonly GrammarName[]
}

/** The grammars that highlight.js calls common, by the names of their files. */
const grammars = {
  arduino: { names: ['ino'] },
  bash: { names: ['sh', 'zsh'] },
  c: { names: ['h'] },
  cpp: { names: ['cc', 'c++', 'h++', 'hpp', 'hh', 'hxx', 'cxx'] },
  csharp: { names: ['cs', 'c#'] },
  css: {},
  diff: { names: ['patch'] },
  go: { names: ['golang'] },
  graphql: { names: ['gql'] },
  ini: { names: ['toml'] },
  java: { names: ['jsp'] },
  javascript: { names: ['js', 'jsx', 'mjs', 'cjs'], inside: ['xml', 'css', 'graphql'] },
  json: { names: ['jsonc', 'json5'] },
  kotlin: { names: ['kt', 'kts'] },
  less: {},
  lua: { names: ['pluto'] },
  makefile: { names: ['mk', 'mak', 'make'] },
  markdown: { names: ['md', 'mkdown', 'mkd'], inside: ['xml'] },
  objectivec: { names: ['mm', 'objc', 'obj-c', 'obj-c++', 'objective-c++'] },
  perl: { names: ['pl', 'pm'] },
  php: {},
  'php-template': { inside: ['xml', 'php'] },
  plaintext: { names: ['text', 'txt'] },
  python: { names: ['py', 'gyp', 'ipython'] },
  'python-repl': { names: ['pycon'], inside: ['python'] },
  r: {},
  ruby: { names: ['rb', 'gemspec', 'podspec', 'thor', 'irb'] },
  rust: { names: ['rs'] },
  scss: {},
  shell: { names: ['console', 'shellsession'], inside: ['bash'] },
  sql: {},
  swift: {},
  typescript: { names: ['ts', 'tsx', 'mts', 'cts'], inside: ['xml', 'css', 'graphql'] },
  vbnet: { names: ['vb'] },
  wasm: {},
  xml: {
    names: ['html', 'xhtml', 'rss', 'atom', 'xjb', 'xsd', 'xsl', 'plist', 'wsf', 'svg'],
    inside: ['css', 'javascript'],
  },
  yaml: { names: ['yml'], inside: ['ruby'] },
} satisfies Record<string, { readonly names?: readonly string[]; readonly inside?: readonly string[] }>

type GrammarName = keyof typeof grammars

const files: ReadonlyMap<string, GrammarName> = new Map(
  (Object.keys(grammars) as GrammarName[]).flatMap((file) =>
    [file, ...((grammars[file] as Grammar).names ?? [])].map((name) => [name, file] as const),
  ),
)

/**
 * Loads highlight.js with the grammars of the given languages and of those inside them, and no others: all of them are
 * two hundred files.
 * @param languages names or aliases as authors write them, in lower case; unknown ones are left out
 * @returns highlight.js, or `undefined` where none of the languages is known
 */
export async function loadGrammars(languages: Iterable<string>): Promise<HLJSApi | undefined> {
  const wanted = new Set<GrammarName>()
  const want = (file: GrammarName | undefined): void => {
    if (file === undefined || wanted.has(file)) return
    wanted.add(file)
    for (const inner of (grammars[file] as Grammar).inside ?? []) want(inner)
  }
  for (const language of languages) want(files.get(language))
  if (wanted.size === 0) return undefined
  const { default: core } = await import('highlight.js/lib/core')
  const highlight = core.newInstance()
  highlight.configure({ __emitter: SpanEmitter as never })
  await Promise.all(
    [...wanted].sort().map(async (file) => {
      const { default: grammar } = (await import(`highlight.js/lib/languages/${file}`)) as { default: LanguageFn }
      highlight.registerLanguage(file, grammar)
    }),
  )
  return highlight
}
