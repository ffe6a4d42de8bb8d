import { run } from '../../src/run.ts'

/** What a command line did. */
export interface Outcome {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs `cardpress` in a folder, in this process.
 *
 * @param folder - the current folder
 * @param args - the command line
 * @param options - environment (default: English, no CI) and standard input
 */
export async function runIn(
  folder: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly stdin?: string | Uint8Array; readonly isTTY?: boolean } = {},
): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  const host = {
    stdout: {
      write: (text: string) => {
        stdout += text
      },
    },
    stderr: {
      write: (text: string) => {
        stderr += text
      },
      isTTY: options.isTTY === true,
    },
    stdin: Object.assign(
      (async function* () {
        if (options.stdin !== undefined) yield options.stdin
      })(),
      { isTTY: options.isTTY === true },
    ),
    env: { LANG: 'C', SOURCE_DATE_EPOCH: '1700000000', ...options.env },
    cwd: () => folder,
  }
  const status = await run(host, args)
  return { status, stdout, stderr }
}
