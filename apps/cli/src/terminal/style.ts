import { styleText } from 'node:util'

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
  const paint = (format: Parameters<typeof styleText>[0]): Paint =>
    coloured ? (text) => styleText(format, text) : (text) => text
  return {
    error: paint('red'),
    warning: paint('yellow'),
    good: paint('green'),
    label: paint('cyan'),
    quiet: paint('gray'),
    strong: paint('bold'),
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
