import { CommanderError } from 'commander'
import { createEnvironment, type Process } from './environment.ts'
import { explain } from './explain.ts'
import { createProgram } from './program.ts'

/**
 * Runs one command line.
 *
 * @param host - `process`, or a test's own streams, environment and folder
 * @param args - the arguments after the program's name
 * @returns the exit status: 0 fine, 1 the content has errors or the reading is unsure, 2 usage or environment
 */
export async function run(host: Process, args: readonly string[]): Promise<number> {
  const environment = createEnvironment(host, args)
  let status = 0
  const program = createProgram(environment, (given) => {
    status = given
  })
  if (args.length === 0) {
    program.outputHelp()
    return 0
  }
  const isCommand = (name: string) => program.commands.some((command) => command.name() === name)
  try {
    // Commander would show its help, and say nothing of the name.
    const [first, named] = args.filter((arg) => !arg.startsWith('-'))
    if (first === 'help' && named !== undefined && !isCommand(named) && named !== 'help')
      throw new CommanderError(2, 'commander.unknownCommand', `error: unknown command '${named}'`)
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    const verb = args.find(isCommand)
    return explain(error, environment, verb === undefined ? 'cardpress' : `cardpress ${verb}`)
  }
}
