import { parentPort } from 'node:worker_threads'
import { VFileMessage } from 'vfile-message'
import { type RecogniseInput, recogniseArticle } from '../pipeline/recognise-article.ts'
import type { RecognisedArticle } from '../pipeline/recognised-article.ts'
import { type MessageData, toMessageData } from './message-data.ts'

/** What the worker answers: the article with its messages as data, the message why it cannot be read, or a bug. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done'
      readonly article: Omit<RecognisedArticle, 'messages'>
      readonly messages: readonly MessageData[]
    }
  | { readonly kind: 'refused'; readonly message: MessageData }
  | { readonly kind: 'bug'; readonly stack: string }

function answer(input: RecogniseInput): WorkerAnswer {
  try {
    const { messages, recognition, ...article } = recogniseArticle(input)
    // Its messages are among the article's; the two lists share objects that do not pass between threads.
    const plain = { ...recognition, messages: [] }
    return { kind: 'done', article: { ...article, recognition: plain }, messages: messages.map(toMessageData) }
  } catch (error) {
    if (error instanceof VFileMessage) return { kind: 'refused', message: toMessageData(error) }
    return { kind: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (input: RecogniseInput) => parentPort?.postMessage(answer(input)))
parentPort?.postMessage({ kind: 'ready' } satisfies WorkerAnswer)
