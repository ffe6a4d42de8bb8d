import { editSettings } from '@cardpress/core'
import { discardUnfinished, writeFileAtomic } from '@cardpress/core/disk'
import type { Environment } from '../environment.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleOptions, type ReadInput, readInput } from '../read-input.ts'
import { toReport } from '../report.ts'
import { findPlaces } from '../review/find-places.ts'
import { type Choice, isSlow, type Place, type ReadWith } from '../review/place.ts'
import { rememberReads } from '../review/remember-reads.ts'
import { showReading, whereTheyPart } from '../review/show-reading.ts'
import { type Answer, walk } from '../review/walk.ts'
import { createStopwatch } from '../stopwatch.ts'
import { Interrupted, type Keys, openKeys } from '../terminal/keys.ts'
import { printable, truncate } from '../terminal/width.ts'
import { UsageError } from '../usage-error.ts'

/**
 * Walks through the uncertain places of one article: shows each as it is read and as it would be read otherwise, and
 * writes the answers to the settings file beside it. Without a terminal it prints what it would ask, with the settings
 * that each answer stands for.
 *
 * @param named - an article
 * @param options - of the command line
 * @param environment - streams, language and colours
 * @returns the exit status: 0 when nothing is uncertain (any more), 1 when something is, 130 after Ctrl-C
 */
export async function review(named: string, options: ArticleOptions, environment: Environment): Promise<number> {
  const { say, stderr, stdin, stdout, style } = environment
  const inputs = await findInputs([named], environment)
  const [input] = inputs
  if (input?.file === undefined || inputs.length !== 1)
    throw new UsageError(say('oneArticle', { command: 'review', count: inputs.length }))
  const readWith = rememberReads((settingsText) =>
    readInput(input, { ...options, lock: false, settingsText }, environment, createStopwatch()),
  )
  const first = await readInput(input, { ...options, lock: false }, environment, createStopwatch())
  const { path, text = '' } = first.settings ?? { path: '' }
  const broken = first.messages.filter(({ fatal, ruleId }) => fatal === true && ruleId !== 'no-questions')
  if (first.source === undefined || broken.some(({ ruleId }) => unreadable.has(ruleId ?? ''))) {
    for (const line of toReport({ ...first, shown: input.shown, messages: broken }, environment))
      stderr.write(`${line}\n`)
    return 1
  }
  if (stdin.isTTY !== true || stderr.isTTY !== true) {
    const places = findPlaces(first)
    for (const place of places.slice(0, mostPrinted)) {
      for (const line of await present(place, first, readWith, text, environment)) stdout.write(`${line}\n`)
      for (const { edits } of place.choices) stdout.write(`\n${editSettings('', edits) || `# ${text}`}`)
      stdout.write('\n')
    }
    for (const { line, title } of places.slice(mostPrinted))
      stdout.write(`${say('reviewLine', { line })}  ${printable(truncate(title[environment.language], 60))}\n`)
    environment.note(
      say(places.length === 0 ? 'reviewSure' : 'reviewLeft', { count: places.length, path: input.shown }),
    )
    return places.length === 0 ? 0 : 1
  }
  const keys = openKeys(stdin)
  try {
    const { read, answers } = await keys.whileWatching(
      walk(
        readWith,
        text,
        async (place, now, again, settings) => {
          for (const line of await present(place, now, again, settings, environment)) stderr.write(`${line}\n`)
          return answerTo(place, keys, environment)
        },
        (settings) => writeFileAtomic(path, settings),
      ),
    )
    const left = findPlaces(read).length
    if (answers > 0) stderr.write(`${style.good(say('reviewWrote', { count: answers, path }))}\n`)
    environment.note(say(left === 0 ? 'reviewSure' : 'reviewLeft', { count: left, path: input.shown }))
    return left === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    // An answer that is being written is given up: the file is the old one.
    discardUnfinished()
    return 130
  } finally {
    keys.close()
  }
}

/** Mistakes of a settings file that are to be mended by hand before anything is added to it. */
const unreadable = new Set(['broken-yaml', 'unknown-field', 'wrong-field'])

/** Places that are printed whole where nobody answers; of the others their lines. Each is read in several ways. */
const mostPrinted = 10

/** Lines of the article that are shown around a place. */
const passage = 5

/** A place, each of its choices, and how the passage reads with it. */
async function present(
  place: Place,
  read: ReadInput,
  readWith: ReadWith,
  settings: string,
  environment: Environment,
): Promise<string[]> {
  const { say, style, columns, language } = environment
  const readings = await Promise.all(
    place.choices.map(({ text, edits }) =>
      // What is right as it is reads as it does now.
      text === 'reviewIs' || text === 'reviewKeep'
        ? read
        : isSlow(place, read)
          ? undefined
          : readWith(editSettings(settings, edits)),
    ),
  )
  const rival = readings[1]
  const at = place.about === 'reading' && rival !== undefined ? whereTheyPart(read, rival, place.line) : place.line
  const source = (read.source ?? '').split(/\r\n|\n|\r/).slice(at - 1, at - 1 + passage)
  const width = (columns ?? 80) - 10
  const title = place.about === 'reading' ? say('reviewReading') : printable(truncate(place.title[language], width))
  return [
    '',
    style.strong(`${say('reviewLine', { line: place.line })}  ${title}`),
    ...source.map((line, index) =>
      style.quiet(`${String(at + index).padStart(5)} | ${printable(truncate(line, width))}`),
    ),
    ...place.choices.flatMap((choice, index) => [
      `  ${style.label(`${index + 1}`)}  ${describe(choice, environment)}`,
      ...showChoice(readings[index]).map((line) => `     ${line}`),
    ]),
  ]

  function showChoice(reading: ReadInput | undefined): string[] {
    return reading === undefined ? [] : showReading(reading, at, environment)
  }
}

function describe({ text, values }: Choice, { say, language }: Environment): string {
  const shown = (value: Choice['values'][string]) =>
    typeof value === 'number' ? value : printable(truncate(typeof value === 'string' ? value : value[language], 40))
  return say(text, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)])))
}

/** Waits for a key that means something here. */
async function answerTo(place: Place, keys: Keys, { say, stderr, style }: Environment): Promise<Answer> {
  const { choices, typed } = place
  const other = typed === undefined ? [] : [`t ${say(typed.text)}`]
  stderr.write(`${style.label([`1–${choices.length}`, ...other, say('reviewKeys')].join(' · '))}\n`)
  for (;;) {
    const key = await keys.next()
    if (key === undefined || key === 'q') return 'quit'
    if (key === 's') return 'skip'
    if (key === 'a') return { edits: [{ path: ['accept'], value: true }] }
    const choice = /^[1-9]$/.test(key) ? choices[Number(key) - 1] : undefined
    if (choice !== undefined) return { edits: choice.edits }
    if (key !== 't' || typed === undefined) continue
    const words = await keys.line((text) => stderr.write(`\r\u001b[K> ${printable(text)}`))
    stderr.write('\n')
    if (words !== undefined && words !== '') return { edits: typed.edits(words) }
  }
}
