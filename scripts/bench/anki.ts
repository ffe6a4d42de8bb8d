import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createDeflateRaw } from 'node:zlib'
import { emitAnki } from '@cardpress/anki'
import { unzipSync } from 'fflate'
import { benchBank } from './anki-bank.ts'
import { runCommand } from './anki-command.ts'
import { type Bench, type BenchRow, inBytes, inTime, median } from './bench.ts'

const require = createRequire(new URL('../../packages/anki/package.json', import.meta.url))

/** Decks: against the least that SQLite and zlib must do, and against anki-apkg-export's own way. */
const bench: Bench = {
  title: 'Anki decks',
  async run({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), 'cardpress-bench-'))
    try {
      return [
        ...(await againstFloor(folder, quick ? 5_000 : 50_000, quick ? 1 : 3)),
        await againstAddCard(quick ? 500 : 2_000),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

export default bench

/**
 * The floor: the same rows, ready in files, through the system's sqlite3, and the file through zlib at level 6. Beside it
 * stands what we take from the same rows, ready too; what we take with the HTML of every field to be made; and the command,
 * which reads and checks the bank as well.
 */
async function againstFloor(folder: string, count: number, rounds: number): Promise<BenchRow[]> {
  const deck = join(folder, 'deck.apkg')
  const rows: number[] = []
  const whole: number[] = []
  const command: number[] = []
  const floor: number[] = []
  let peak = 0
  for (let round = 0; round < rounds; round++) {
    rows.push(press('rows', count, deck).milliseconds)
    whole.push(press('bank', count, deck).milliseconds)
    const ran = runCommand(count, folder)
    command.push(ran.milliseconds)
    peak = Math.max(peak, ran.peak)
    if (round === 0) await unpackRows(deck, folder)
    floor.push(await pressFloor(folder))
  }
  const name = `${count.toLocaleString('en')} notes`
  const size = statSync(deck).size
  const floorSize = statSync(join(folder, 'floor.deflate')).size
  const against = (what: string, times: readonly number[]) => ({
    what: `${name}, ${what}: time`,
    ours: inTime(median(times)),
    peer: inTime(median(floor)),
    peerName: 'rows through sqlite3, zlib 6',
    ratio: median(times) / median(floor),
  })
  return [
    { ...against('from the same rows', rows), atMost: 1.5 },
    against('from a bank', whole),
    against('cardpress-anki bank.json', command),
    {
      what: `${name}, cardpress-anki bank.json: memory`,
      ours: inBytes(peak),
      peer: '450 MB',
      peerName: 'goal',
      ratio: peak / (450 * 1024 * 1024),
      atMost: 1,
    },
    {
      what: `${name}: size`,
      ours: inBytes(size),
      peer: inBytes(floorSize),
      peerName: 'the database, deflated',
      ratio: size / floorSize,
    },
  ]
}

function press(from: 'rows' | 'bank', count: number, file: string): { readonly milliseconds: number } {
  const script = fileURLToPath(new URL('anki-press.ts', import.meta.url))
  const output = execFileSync(process.execPath, [...process.execArgv, script, from, String(count), file], {
    encoding: 'utf8',
    maxBuffer: 1 << 20,
  })
  return JSON.parse(output)
}

/** Writes the rows of a deck as SQLite's shell imports them fastest, separated by control characters. */
async function unpackRows(deck: string, folder: string): Promise<void> {
  const { default: initSqlJs } = await import('sql.js')
  const sql = await initSqlJs()
  const db = new sql.Database(unzipSync(readFileSync(deck))['collection.anki2'])
  for (const table of ['notes', 'cards']) {
    const rows = db.exec(`SELECT * FROM ${table} ORDER BY id`)[0]?.values ?? []
    // The fields of a note are joined by U+001F, which is also what separates columns here.
    const text = rows.map(
      (row) => `${row.map((value) => String(value).replaceAll('\u001f', '\u0001')).join('\u001f')}\u001e`,
    )
    writeFileSync(join(folder, `${table}.txt`), text.join(''))
  }
  const schema = db.exec("SELECT sql || ';' FROM sqlite_master WHERE sql IS NOT NULL")[0]?.values.flat() ?? []
  db.close()
  const tables = schema.filter((statement) => /^CREATE TABLE (?!sqlite_)/i.test(String(statement)))
  const indexes = schema.filter((statement) => /^CREATE INDEX/i.test(String(statement)))
  writeFileSync(
    join(folder, 'floor.sql'),
    [
      'PRAGMA page_size = 16384;',
      'PRAGMA journal_mode = OFF;',
      'PRAGMA synchronous = OFF;',
      ...tables,
      '.mode ascii',
      `.import ${join(folder, 'notes.txt')} notes`,
      `.import ${join(folder, 'cards.txt')} cards`,
      ...indexes,
    ].join('\n'),
  )
}

async function pressFloor(folder: string): Promise<number> {
  const database = join(folder, 'floor.db')
  rmSync(database, { force: true })
  const start = performance.now()
  execFileSync('sqlite3', [database], { input: readFileSync(join(folder, 'floor.sql')) })
  await pipeline(
    createReadStream(database, { highWaterMark: 1024 * 1024 }),
    createDeflateRaw({ level: 6 }),
    createWriteStream(join(folder, 'floor.deflate')),
  )
  return performance.now() - start
}

/** anki-apkg-export as its README uses it, on the same modern sql.js: one addCard a note, then save. */
async function againstAddCard(count: number): Promise<BenchRow> {
  const { default: initSqlJs } = await import('sql.js')
  const sql = await initSqlJs()
  const { default: Exporter } = require('anki-apkg-export/dist/exporter.js')
  const { default: createTemplate } = require('anki-apkg-export/dist/template.js')
  const bank = benchBank(count)
  const assets = { read: () => Promise.reject(new Error('no pictures here')) }

  // Theirs takes so long that once is enough; ours is so short that the first time is mostly loading.
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    for await (const { chunks } of emitAnki(bank, assets, {})) for await (const _ of chunks);
    times.push(performance.now() - start)
  }
  const ours = median(times)

  const start = performance.now()
  const exporter = new Exporter('Bench', { template: createTemplate(), sql })
  for (const question of bank.questions)
    if (question.kind === 'open')
      exporter.addCard(JSON.stringify(question.prompt), JSON.stringify(question.answer), { tags: ['bench'] })
  await exporter.save()
  const theirs = performance.now() - start
  return {
    what: `${count.toLocaleString('en')} notes: time`,
    ours: inTime(ours),
    peer: inTime(theirs),
    peerName: 'anki-apkg-export, addCard and save',
    ratio: ours / theirs,
    atMost: 1 / 20,
  }
}
