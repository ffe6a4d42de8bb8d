// Prints what installing each package costs, and writes docs/size.md.
//
//   npm run size
//
// Exit status: 1 when a dependency over 1 MB has no reason below.
import { writeFileSync } from 'node:fs'
import { inBytes } from './bench/bench.ts'
import { type Installed, installedBy, workspaces } from './test/dependencies.ts'

/** Why each dependency over 1 MB is worth its size. */
const reasons: Readonly<Record<string, string>> = {
  '@expo-google-fonts/inter': 'Latin text of the PDFs; the package holds every weight, few are read',
  '@expo-google-fonts/jetbrains-mono': 'code in the PDFs; the package holds every weight, few are read',
  '@expo-google-fonts/noto-emoji': 'emoji in the PDFs, drawn in one colour',
  '@expo-google-fonts/noto-sans-sc': 'Chinese text of the PDFs, of which each file embeds only the glyphs it uses',
  '@expo-google-fonts/noto-sans-symbols-2': 'arrows, boxes and other signs in the PDFs that the text fonts lack',
  '@mathjax/mathjax-newcm-font': 'glyphs of formulas, as outlines',
  '@mathjax/src': 'TeX to MathML and outlines',
  '@noble/hashes': 'brought by pdfkit: hashes of encrypted PDFs, which are not made here',
  'anki-apkg-export': 'makes the deck; its own old sql.js is replaced',
  brotli: 'brought by fontkit: unpacks WOFF2 fonts',
  fontkit: 'reads and subsets fonts for pdfkit',
  'highlight.js': 'colours of code, for 190 languages; only those in use load',
  glob: 'brought by MathJax, whose own build deletes files with it; never loaded',
  hyphen: 'where Latin words break at the end of a line; English alone loads',
  jiti: 'brought by c12: reads cardpress.config.ts',
  'lru-cache': 'brought by glob; never loaded',
  pdfkit: 'writes PDFs',
  'speech-rule-engine': 'brought by MathJax: speaks formulas; not loaded, ours are put into words by packages/math',
  'sql.js': 'SQLite, compiled to WebAssembly: a deck is an SQLite database',
  'svg-to-pdfkit': 'SVG pictures as vectors in the PDFs',
  zod: 'validates banks, settings and locks',
}

const limit = 1 << 20
const rows = workspaces().map(({ name, folder }) => ({ name, packages: installedBy(folder) }))
const ours = new Set(rows.map(({ name }) => name))
const large = new Map<string, Installed>()
for (const { packages } of rows)
  for (const one of packages) if (one.bytes > limit && !ours.has(one.name)) large.set(one.name, one)
const sum = (packages: readonly Installed[]) => packages.reduce((total, { bytes }) => total + bytes, 0)

const page = [
  '# What installing costs',
  '',
  'Written by `npm run size`. Sizes are those of the files in node_modules, with everything that a package brings along.',
  '',
  '| package | size | dependencies |',
  '|---|---|---|',
  ...rows.map(({ name, packages }) => `| ${name} | ${inBytes(sum(packages))} | ${packages.length} |`),
  '',
  '## Dependencies over 1 MB',
  '',
  '| | size | why |',
  '|---|---|---|',
  ...[...large.values()]
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ name, bytes }) => `| ${name} | ${inBytes(bytes)} | ${reasons[name] ?? '**no reason given**'} |`),
  '',
].join('\n')
writeFileSync(new URL('../docs/size.md', import.meta.url), page)
process.stdout.write(page)
process.exitCode = [...large.keys()].some((name) => reasons[name] === undefined) ? 1 : 0
