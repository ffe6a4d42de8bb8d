import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchBank } from './anki-bank.ts'

/**
 * Runs `cardpress-anki` on a bank.json, compiled, as people run it: reading and checking the file, all fields, the
 * package, the disk.
 *
 * @param folder where the bank and the deck are written
 * @returns the time in milliseconds, and the most memory that the process had, in bytes
 */
export function runCommand(count: number, folder: string): { readonly milliseconds: number; readonly peak: number } {
  const root = fileURLToPath(new URL('../../packages/anki/', import.meta.url))
  if (!existsSync(join(root, 'dist/bin/anki.js')))
    throw new Error('run "npm run build" first: this bench runs commands')
  const bank = join(folder, 'bank.json')
  if (!existsSync(bank)) writeFileSync(bank, JSON.stringify(benchBank(count)))
  const tellPeak = 'process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))'
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      `--import=data:text/javascript,${encodeURIComponent(tellPeak)}`,
      join(root, 'bin/cardpress-anki.js'),
      bank,
      '--out',
      folder,
    ],
    { encoding: 'utf8' },
  )
  const milliseconds = performance.now() - start
  const peak = /peak (\d+)$/.exec(stderr)?.[1]
  if (status !== 0 || peak === undefined) throw new Error(`cardpress-anki failed:\n${stderr}`)
  return { milliseconds, peak: Number(peak) * 1024 }
}
