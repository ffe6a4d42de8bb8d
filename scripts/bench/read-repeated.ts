// Reads a page, repeated to COUNT megabytes, and prints { milliseconds, peak } as JSON: a process of its own, so that its
// memory can be told. The time is the processor's.
//
//   usage: read-repeated.ts PAGE COUNT
import { readFileSync } from 'node:fs'
import { readMarkdown } from '../../packages/core/src/read/read-markdown.ts'

const [file, count] = process.argv.slice(2)
if (file !== undefined && count !== undefined) {
  const page = readFileSync(file, 'utf8')
  const source = `${page}\n`.repeat(Math.ceil((Number(count) * 1_000_000) / Buffer.byteLength(page)))
  const start = process.cpuUsage()
  readMarkdown(source)
  const { user, system } = process.cpuUsage(start)
  process.stdout.write(
    JSON.stringify({ milliseconds: (user + system) / 1000, peak: process.resourceUsage().maxRSS * 1024 }),
  )
}
