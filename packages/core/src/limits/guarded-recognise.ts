import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { say } from '../messages/say.ts'
import type { RecogniseInput } from '../pipeline/recognise-article.ts'
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
 * @param input the article.
 * @param limits see `Limits`.
 * @param worker the module that does the work. Default: the compiled one, where this is compiled.
 * @throws VFileMessage (fatal) `too-slow` or `too-large-in-memory`, or what `recogniseArticle` throws.
 */
export async function guardedRecognise(
  input: RecogniseInput,
  limits: Limits = {},
  worker: URL | undefined = compiledWorker(),
): Promise<RecognisedArticle> {
  if (worker === undefined) {
    // Loaded only here: where a thread does the work, this one need not know how to read.
    const { recogniseArticle } = await import('../pipeline/recognise-article.ts')
    return recogniseArticle(input)
  }
  const megabytes = (input.bytes?.length ?? input.source?.length ?? 0) / 1_048_576
  const time = limits.time ?? 5000 + 5000 * megabytes
  const memory = limits.memory ?? 512 + 64 * Math.ceil(megabytes / 4) * 4
  // What passes to another thread is data: callers hand in functions beside it.
  const { path, bytes, source, format, encoding, settingsFile, settings, defaults } = input
  const data = { path, bytes, source, format, encoding, settingsFile, settings, defaults }
  const answer = await ask(worker, data, time, memory)
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
function compiledWorker(): URL | undefined {
  return import.meta.url.endsWith('.js') ? new URL('recognise-worker.js', import.meta.url) : undefined
}

/** Threads that wait for the next article, by module and memory: starting one takes as long as reading ten articles. */
const idle = new Map<string, Worker[]>()

type FinalAnswer = Exclude<WorkerAnswer, { kind: 'ready' }>

async function ask(url: URL, input: RecogniseInput, time: number, memory: number): Promise<FinalAnswer> {
  const kind = `${memory} ${url.href}`
  const worker = idle.get(kind)?.pop() ?? new Worker(url, { resourceLimits: { maxOldGenerationSizeMb: memory } })
  worker.ref()
  try {
    // Only once its modules are loaded does its time begin: a slow disk is not a slow article.
    if (!started.has(worker)) await nextMessage(worker)
    started.add(worker)
    const answer = nextMessage(worker, time)
    worker.postMessage(input)
    const message = await answer
    if (message.kind === 'ready') throw new Error('the reading thread said twice that it is ready')
    worker.unref()
    idle.set(kind, [...(idle.get(kind) ?? []), worker])
    return message
  } catch (error) {
    await worker.terminate()
    throw inWords(error, input.path, time, memory)
  }
}

const started = new WeakSet<Worker>()

/** Resolves with the next message of a thread; rejects with its error, its end, or with the cause "time" when time is up. */
async function nextMessage(worker: Worker, time?: number): Promise<WorkerAnswer> {
  const stop = new AbortController()
  const timer = time === undefined ? undefined : startTimer(time, () => stop.abort('time'))
  const onExit = (code: number) => stop.abort(new Error(`the reading thread ended with code ${code}`))
  worker.once('exit', onExit)
  try {
    // Also rejects on "error".
    const [message] = await once(worker, 'message', { signal: stop.signal })
    return message as WorkerAnswer
  } finally {
    clearInterval(timer)
    worker.off('exit', onExit)
  }
}

/** On a machine that is busy with other things (two hundred articles, built ten at a time) an article waits for its share. */
const patience = 60

/** Calls back when a time has passed of which this process had most; a build beside seven others is not slow to read. */
function startTimer(time: number, callback: () => void): NodeJS.Timeout {
  const [start, before] = [performance.now(), process.cpuUsage()]
  return setInterval(
    () => {
      const { user, system } = process.cpuUsage(before)
      const passed = performance.now() - start
      if (passed >= time && ((user + system) / 1000 >= 0.9 * time || passed >= patience * time)) callback()
    },
    Math.min(100, time),
  )
}

function inWords(error: unknown, path: string, time: number, memory: number): unknown {
  const { code, name, cause } = error as NodeJS.ErrnoException
  if (name === 'AbortError' && cause === 'time')
    return articleError(say('too-slow', { seconds: Math.round(time / 1000) }), 'too-slow', path)
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return articleError(say('too-large-in-memory', { memory }), 'too-large-in-memory', path)
  return cause instanceof Error ? cause : error
}
