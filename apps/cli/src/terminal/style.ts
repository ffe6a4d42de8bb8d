/** Colours by what they mean, so that a line of the receipt never names a colour. */
export interface Style {
  readonly error: Paint
  readonly warning: Paint
  readonly good: Paint
  readonly label: Paint
  readonly quiet: Paint
  readonly strong: Paint
}

type Paint = (text: string) => string

/**
 * Returns the colours for one stream.
 *
 * @param coloured - see {@link wantsColour}; without colours every function returns its text as it is
 */
export function createStyle(coloured: boolean): Style {
  // The codes of ECMA-48 (select graphic rendition): on, off.
  const paint = (on: number, off: number): Paint =>
    coloured ? (text) => `\u001b[${on}m${text}\u001b[${off}m` : (text) => text
  return {
    error: paint(31, 39),
    warning: paint(33, 39),
    good: paint(32, 39),
    label: paint(36, 39),
    quiet: paint(90, 39),
    strong: paint(1, 22),
  }
}

/**
 * Whether a stream gets colours: https://no-color.org and https://force-color.org, else only terminals that can.
 *
 * @param stream - the stream that is written to
 * @param env - the environment
 */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stream.isTTY === true && env.TERM !== 'dumb' && !isCi(env)
}

/** Whether the environment says that no person is watching (`CI` is set and is not `false` or `0`). */
export function isCi(env: NodeJS.ProcessEnv): boolean {
  return env.CI !== undefined && !['', '0', 'false'].includes(env.CI)
}
