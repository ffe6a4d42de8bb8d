import { createProgress, type Progress } from './terminal/progress.ts'
import { createStyle, isCi, type Style, wantsColour } from './terminal/style.ts'
import { createSay, findLanguage, type Language, type Say } from './texts/index.ts'

/** Where text goes: stdout or stderr, or a test's own. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Where text and keys come from: stdin, or a test's own. */
export interface Source extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean
  /** Each key at once, without echo; only a terminal has it. */
  setRawMode?(raw: boolean): unknown
  /** Ends it: nothing more is read. */
  destroy?(): unknown
}

/** What a command knows of the world around it. Data goes to stdout; receipts, progress and messages to stderr. */
export interface Environment {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Source
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  readonly language: Language
  readonly say: Say
  /** Colours of stderr. */
  readonly style: Style
  /** Width to which lines on stderr are cut; undefined where it is no terminal. */
  readonly columns: number | undefined
  readonly quiet: boolean
  readonly verbose: boolean
  /** Nobody watches: a stale lock of a collection is an error. */
  readonly ci: boolean
  progress(): Progress
  /** Writes a line to stderr, unless `--quiet`. */
  note(line: string): void
  /** The same environment with `--quiet` or `--verbose`. */
  with(switches: Switches): Environment
}

/** How a command speaks. */
export interface Switches {
  readonly quiet: boolean
  readonly verbose: boolean
  /** Default: as it is. */
  readonly language?: Language | undefined
}

/** The parts of a process that a command needs; `process` itself is one. */
export interface Process {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Source
  readonly env: NodeJS.ProcessEnv
  cwd(): string
}

/**
 * Returns the environment of a command.
 *
 * @param host - the process
 * @param args - the command line, for `--lang`
 */
export function createEnvironment(host: Process, args: readonly string[]): Environment {
  const { stdout, stderr, stdin, env } = host
  const base = {
    stdout,
    stderr,
    stdin,
    env,
    cwd: host.cwd(),
    style: createStyle(wantsColour(stderr, env)),
    // A terminal that knows no width says 0.
    columns: stderr.isTTY === true ? stderr.columns || 80 : undefined,
    ci: isCi(env),
  }
  const make = (quiet: boolean, verbose: boolean, language: Language): Environment => ({
    ...base,
    language,
    say: createSay(language),
    quiet,
    verbose,
    progress: () => createProgress(stderr, stderr.isTTY === true && !quiet && !base.ci && env.TERM !== 'dumb'),
    note(line) {
      if (!quiet) stderr.write(`${line}\n`)
    },
    with: (switches) => make(switches.quiet, switches.verbose, switches.language ?? language),
  })
  return make(false, false, findLanguage(args, env))
}
