import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** The system's Chromium: the path in the environment variable CHROMIUM, or the first of its names on the PATH. */
export const chromiumPath = process.env.CHROMIUM ?? onPath(['chromium', 'chromium-browser', 'google-chrome'])

/** Starts the system's Chromium. */
export function startChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium: set CHROMIUM to its path')
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] })
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
