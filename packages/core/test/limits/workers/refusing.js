import { parentPort } from 'node:worker_threads'

const message = {
  reason: 'Too deep',
  ruleId: 'too-deep',
  source: 'cardpress',
  place: { line: 7, column: 1 },
  fatal: true,
}
parentPort.on('message', () => parentPort.postMessage({ kind: 'refused', message }))
parentPort.postMessage({ kind: 'ready' })
