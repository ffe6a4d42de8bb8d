import type { Process } from '../../src/environment.ts'

/** A process without a terminal whose command is listened to. */
export interface ListeningHost {
  readonly host: Process
  /** Everything that was said on both streams since the last {@link forget}. */
  said(): string
  forget(): void
}

/**
 * Returns a process in a folder, with nothing on stdin and English messages.
 *
 * @param folder - the working directory
 */
export function listeningHost(folder: string): ListeningHost {
  let said = ''
  const stream = { write: (text: string) => (said += text) }
  const host = {
    stdout: stream,
    stderr: stream,
    stdin: (async function* () {})(),
    env: { LANG: 'C' },
    cwd: () => folder,
  }
  return {
    host,
    said: () => said,
    forget() {
      said = ''
    },
  }
}
