import { parentPort } from 'node:worker_threads'

let count = 0
const messages = [{ sentence: { en: 'A reason', zh: '原因' }, ruleId: 'a-rule', fatal: false }]
parentPort.on('message', () => {
  count++
  parentPort.postMessage({ kind: 'done', article: { source: `answer ${count}` }, messages })
})
parentPort.postMessage({ kind: 'ready' })
