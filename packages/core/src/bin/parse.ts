import { runParse } from './run-parse.ts'

process.exitCode = await runParse(process.argv.slice(2))
