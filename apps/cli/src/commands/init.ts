import { access } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { toSlashes, writeFiles } from '@cardpress/core/disk'
import type { Environment } from '../environment.ts'
import { editorFiles } from '../init/editor-files.ts'
import { isMonorepo } from '../init/is-monorepo.ts'
import { packageManifest } from '../init/package-manifest.ts'
import { sampleArticle } from '../init/sample-article.ts'
import type { Language } from '../texts/index.ts'
import { UsageError } from '../usage-error.ts'

/** The options of `cardpress init`. */
export interface InitOptions {
  readonly title?: string
  readonly language?: Language
}

/**
 * Makes a collection that builds at once: an article to overwrite, a manifest, and what an editor needs to complete
 * frontmatter and settings.
 *
 * @param folder - the new folder; default: the current one
 * @param options - of the command line
 * @param environment - streams, language and folder
 * @returns 0
 * @throws {UsageError} when the folder holds a collection already
 */
export async function init(
  folder: string | undefined,
  options: InitOptions,
  environment: Environment,
): Promise<number> {
  const { say, cwd } = environment
  const target = resolve(cwd, folder ?? '.')
  const name = basename(target)
  const shown = toSlashes(relative(cwd, target)) || '.'
  const inMonorepo = await isMonorepo(target)
  const files: Readonly<Record<string, string>> = {
    'article.md': sampleArticle(options.title ?? name, options.language ?? environment.language),
    'package.json': packageManifest(name, inMonorepo),
    ...editorFiles(),
    ...(inMonorepo ? {} : { '.gitignore': 'dist/\nnode_modules/\n' }),
  }
  for (const file of Object.keys(files))
    if (await exists(join(target, file))) throw new UsageError(say('notEmpty', { path: shown, name: file }))
  const written = await writeFiles(
    target,
    Object.entries(files).map(([path, text]) => ({ path, chunks: [Buffer.from(text)] })),
  )
  for (const { path } of written) environment.note(say('made', { path: shown === '.' ? path : `${shown}/${path}` }))
  environment.note(say('initNext', { command: shown === '.' ? 'cardpress build' : `cardpress build ${shown}` }))
  return 0
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
