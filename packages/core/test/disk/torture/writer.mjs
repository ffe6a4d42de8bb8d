// A program that writes sets of files until it is killed, or once.
//   node writer.mjs MODULES OUT FILES BYTES [once]
// Each file of a set holds one number, again and again: a torn or mixed file shows.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [modules, out, files, bytes, once] = process.argv.slice(2)
const { writeFiles } = await import(pathToFileURL(join(modules, 'disk', 'write-files.js')).href)

function* chunks(generation) {
  const word = Buffer.from(`${generation}\n`.padStart(8, '0'))
  for (let written = 0; written < Number(bytes); written += 8000) yield Buffer.alloc(8000, word)
}

process.stdout.write('ready\n')
for (let generation = 1; ; generation++) {
  try {
    await writeFiles(
      out,
      Array.from({ length: Number(files) }, (_, at) => ({ path: `part-${at}`, chunks: chunks(generation) })),
    )
  } catch (error) {
    process.stderr.write(`${error.name}: ${error.message}\n`)
    process.exit(2)
  }
  if (once) process.exit(0)
}
