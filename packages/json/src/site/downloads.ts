import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import type { Artefact } from './artefact.ts'
import { encodePath } from './feed.ts'
import type { FileKind, Labels } from './labels.ts'

/** Returns the list of files that a reader can take home, decks first; nothing where there is none. */
export function downloads(artefacts: readonly Artefact[], labels: Labels): ElementContent[] {
  const items = order.flatMap((kind) =>
    artefacts.filter(({ path }) => path.endsWith(ends[kind])).map((artefact) => item(artefact, labels.files[kind])),
  )
  if (items.length === 0) return []
  const list = h('ul', { className: ['downloads'] }, items)
  return [h('section', { ariaLabel: labels.downloads }, [h('h2', labels.downloads), list])]
}

const ends = {
  apkg: '.apkg',
  'cheatsheet.pdf': 'cheatsheet.pdf',
  'exam.pdf': 'exam.pdf',
  'exam-key.pdf': 'exam-key.pdf',
  'cards.pdf': 'cards.pdf',
  'questions.json': '/questions.json',
} as const satisfies Record<FileKind, string>

const order = Object.keys(ends) as FileKind[]

function item({ path, bytes }: Artefact, name: string): ElementContent {
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
  const file = path.slice(path.lastIndexOf('/') + 1)
  return h('li', h('a', { href: encodePath(path) }, [h('strong', name), h('span', `${file} · ${size}`)]))
}
