import { version } from '../version.ts'

/**
 * Returns the package.json of a new collection.
 *
 * @param folder - name of its folder
 * @param inMonorepo - whether turbo runs its tasks: then each format that it publishes is a script of its own
 */
export function packageManifest(folder: string, inMonorepo: boolean): string {
  const name =
    folder
      .toLowerCase()
      .replace(/[^a-z0-9._~-]+/g, '-')
      .replace(/^[._-]+|-+$/g, '') || 'collection'
  const packages = ['core', 'anki', 'pdf', 'json'].map((one) => [`@cardpress/${one}`, version] as const)
  const manifest = inMonorepo
    ? { name: `@cardpress-content/${name}`, scripts: tasks(name), devDependencies: Object.fromEntries(packages) }
    : { name, scripts: commands, devDependencies: { cardpress: version } }
  const { name: fullName, ...rest } = manifest
  return `${JSON.stringify({ name: fullName, version: '0.1.0', private: true, type: 'module', ...rest }, null, 2)}\n`
}

const commands = {
  build: 'cardpress build',
  check: 'cardpress check',
  watch: 'cardpress watch',
}

const tasks = (folder: string) => ({
  lock: 'cardpress-lock',
  parse: 'cardpress-parse',
  anki: `cardpress-anki dist/bank.json --out dist --name ${folder}`,
  pdf: 'cardpress-pdf dist/bank.json --out dist',
  json: 'cardpress-json dist/bank.json --out dist/json',
  site: 'cardpress-site dist --out dist/site',
})
