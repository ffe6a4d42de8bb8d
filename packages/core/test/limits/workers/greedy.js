import { parentPort } from 'node:worker_threads'

parentPort.on('message', () => {
  const kept = []
  for (;;) kept.push(Array.from({ length: 1000 }, (_, at) => ({ at })))
})
parentPort.postMessage({ kind: 'ready' })
