import { parentPort } from 'node:worker_threads'

parentPort.on('message', () => parentPort.postMessage({ kind: 'bug', stack: 'TypeError: x' }))
parentPort.postMessage({ kind: 'ready' })
