import { Worker } from 'node:worker_threads'
import { type RecogniseInput, recogniseArticle } from '../pipeline/recognise-article.ts'
import type { RecognisedArticle } from '../pipeline/recognised-article.ts'
import { articleError } from '../read/article-error.ts'
import { fromMessageData } from './message-data.ts'
import type { WorkerAnswer } from './recognise-worker.ts'

/** How long an article may take, and how much memory. */
export interface Limits {
  /** Milliseconds. Default: 5,000, and 5,000 more for each MB. */
  readonly time?: number | undefined
  /** MB of heap. Default: 512, and 64 more for each MB. */
  readonly memory?: number | undefined
}

/**
 * Does what `recogniseArticle` does, in a thread that is ended when it takes too long or too much memory: small texts
 * exist for which reading Markdown takes hours. From sources (tests) there is no compiled worker, and no limit.
 *
 * @throws VFileMessage (fatal) `too-slow` or `too-large-in-memory`, or what `recogniseArticle` throws.
 */
export async function guardedRecognise(input: RecogniseInput, limits: Limits = {}): Promise<RecognisedArticle> {
  const worker = workerUrl()
  if (worker === undefined) return recogniseArticle(input)
  const megabytes = (input.bytes?.length ?? input.source?.length ?? 0) / 1_048_576
  const time = limits.time ?? 5000 + 5000 * megabytes
  const memory = limits.memory ?? 512 + 64 * Math.ceil(megabytes / 4) * 4
  const answer = await ask(worker, input, time, memory)
  switch (answer.kind) {
    case 'done': {
      const messages = answer.messages.map(fromMessageData)
      return { ...answer.article, messages }
    }
    case 'refused':
      throw fromMessageData(answer.message)
    default:
      throw new Error(`reading ${input.path} failed; this is a bug in cardpress:\n${answer.stack}`)
  }
}

/** The compiled worker beside this module, or undefined where this is the source. */
function workerUrl(): URL | undefined {
  return import.meta.url.endsWith('.js') ? new URL('recognise-worker.js', import.meta.url) : undefined
}

/** Threads that wait for the next article, by their memory in MB: starting one takes as long as reading ten articles. */
const idle = new Map<number, Worker[]>()

type FinalAnswer = Exclude<WorkerAnswer, { kind: 'ready' }>

async function ask(url: URL, input: RecogniseInput, time: number, memory: number): Promise<FinalAnswer> {
  const worker = idle.get(memory)?.pop() ?? (await start(url, memory))
  worker.ref()
  let timer: NodeJS.Timeout | undefined
  try {
    const answer = await new Promise<FinalAnswer>((resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow(input.path, time)), time)
      worker.once('message', resolve)
      worker.once('error', (error) => reject(inWords(error, input.path, memory)))
      worker.once('exit', (code) => reject(new Error(`the reading thread ended with code ${code}`)))
      worker.postMessage(input)
    })
    worker.removeAllListeners()
    worker.unref()
    idle.set(memory, [...(idle.get(memory) ?? []), worker])
    return answer
  } catch (error) {
    worker.removeAllListeners()
    await worker.terminate()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Starts a thread and waits until its modules are loaded, so that a slow disk does not count as a slow article. */
function start(url: URL, memory: number): Promise<Worker> {
  const worker = new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: memory } })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', () => {
      worker.removeAllListeners()
      resolve(worker)
    })
  })
}

function tooSlow(path: string, time: number) {
  return articleError(
    `Reading was stopped after ${Math.round(time / 1000)} seconds. Something in the text is very slow to read, often thousands of brackets, asterisks or nested marks in a row; remove that part, or save the article as plain text (.txt)`,
    'too-slow',
    path,
  )
}

function inWords(error: unknown, path: string, memory: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
  return articleError(
    `Reading was stopped because it needed more than ${memory} MB of memory. Split the article into several`,
    'too-large-in-memory',
    path,
  )
}
