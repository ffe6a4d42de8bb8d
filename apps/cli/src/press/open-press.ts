import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { PressAnswer, PressWork } from './press-worker.ts'

/** A second thread that makes part of the outputs beside this one, and stays warm between builds. */
export interface Press {
  /** Makes files; rejects with nothing: what cannot be made there is `failed`, and is made here. */
  emit(work: PressWork): Promise<PressAnswer>
  close(): Promise<void>
}

/**
 * Starts a press. From sources there is no compiled one.
 *
 * @param module - its code. Default: the compiled one, where this is compiled
 * @returns undefined where there is none
 */
export function openPress(module: URL | undefined = compiled()): Press | undefined {
  if (module === undefined) return undefined
  // Papers are made of many small objects that live as long as their page: with room for them they are collected once.
  const worker = new Worker(module, { resourceLimits: { maxYoungGenerationSizeMb: 64 } })
  worker.unref()
  let failed = false
  worker.once('error', () => {
    failed = true
  })
  let queue: Promise<unknown> = Promise.resolve()
  return {
    emit(work) {
      const answer = queue.then(() => ask(work))
      queue = answer
      return answer
    },
    async close() {
      await worker.terminate()
    },
  }

  async function ask(work: PressWork): Promise<PressAnswer> {
    if (failed) return { kind: 'failed' }
    worker.ref()
    const stop = new AbortController()
    const onExit = () => stop.abort()
    worker.once('exit', onExit)
    try {
      const answer = once(worker, 'message', { signal: stop.signal })
      worker.postMessage(work)
      return (await answer)[0] as PressAnswer
    } catch {
      failed = true
      return { kind: 'failed' }
    } finally {
      worker.off('exit', onExit)
      worker.unref()
    }
  }
}

function compiled(): URL | undefined {
  return import.meta.url.endsWith('.js') ? new URL('press-worker.js', import.meta.url) : undefined
}
