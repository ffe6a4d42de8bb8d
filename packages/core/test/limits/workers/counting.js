import { parentPort } from 'node:worker_threads'

let count = 0
const messages = [{ reason: 'A reason', ruleId: 'a-rule', source: 'cardpress' }]
parentPort.on('message', () => {
  count++
  parentPort.postMessage({ kind: 'done', article: { source: `answer ${count}` }, messages })
})
parentPort.postMessage({ kind: 'ready' })
