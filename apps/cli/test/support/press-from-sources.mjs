// The press from its sources: Node 20 gives a thread neither the loader of TypeScript nor the conditions of its process.
import { register } from 'node:module'
import { register as registerTypeScript } from 'tsx/esm/api'

registerTypeScript()
const hooks = `export const resolve = (specifier, context, next) =>
  next(specifier, { ...context, conditions: ['@cardpress/source', ...context.conditions] })`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
await import('../../src/press/press-worker.ts')
