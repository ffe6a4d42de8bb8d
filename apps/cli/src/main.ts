import module from 'node:module'

// Node 22 and newer keep compiled code between runs; Node 20 has no such function.
;(module as { enableCompileCache?: () => void }).enableCompileCache?.()

const { run } = await import('./run.ts')
process.exitCode = await run(process, process.argv.slice(2))
