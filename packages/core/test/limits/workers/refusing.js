import { parentPort } from 'node:worker_threads'

const message = {
  sentence: { en: 'Too deep', zh: '嵌套太深' },
  ruleId: 'too-deep',

  place: { line: 7, column: 1 },
  fatal: true,
}
parentPort.on('message', () => parentPort.postMessage({ kind: 'refused', message }))
parentPort.postMessage({ kind: 'ready' })
