import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A package that another one brings along. */
export interface Installed {
  readonly name: string
  /** Size of its files, without packages nested in it. */
  readonly bytes: number
}

interface Manifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** Our own packages that are published. */
export function workspaces(): readonly { readonly name: string; readonly folder: string }[] {
  return [...readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name)), join(root, 'apps/cli')]
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ name: manifestOf(folder).name, folder }))
}

/**
 * Lists everything that installing a package brings into node_modules, itself left out.
 *
 * @param folder - the package's folder
 * @returns each dependency once, nested versions apart
 */
export function installedBy(folder: string): readonly Installed[] {
  const found = new Map<string, Installed>()
  const waiting = [realpathSync(folder)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(at)
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = resolvePackage(at, name)
      // An optional dependency of another platform is not there.
      if (place === undefined || found.has(place)) continue
      found.set(place, { name, bytes: sizeOf(place) })
      waiting.push(place)
    }
  }
  return [...found.values()]
}

/** Where Node finds a package that a folder's code imports. */
function resolvePackage(from: string, name: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    const place = join(at, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return realpathSync(place)
    if (dirname(at) === at) return undefined
  }
}

function sizeOf(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'test' || entry.name === '.turbo') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) bytes += sizeOf(path)
    else if (entry.isFile()) bytes += lstatSync(path).size
  }
  return bytes
}
