import module from 'node:module'

// Node 22 and newer keep compiled code between runs; Node 20 has no such function.
;(module as { enableCompileCache?: () => void }).enableCompileCache?.()

const signals = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const
for (const [signal, number] of Object.entries(signals))
  process.once(signal, async () => {
    // Loaded already when there is anything to discard, and not worth the time of `--help` otherwise.
    const { discardUnfinished } = await import('@cardpress/core/disk')
    discardUnfinished()
    process.exit(128 + number)
  })

// Whoever reads has had enough (`cardpress --help | head`): that is no mistake.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })

const { run } = await import('./run.ts')
process.exitCode = await run(process, process.argv.slice(2))
// Whoever interrupts does not wait for what is still being read.
if (process.exitCode === 130) process.exit()
