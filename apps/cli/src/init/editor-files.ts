/** Files by which an editor completes and checks frontmatter and settings. */
export async function editorFiles(): Promise<Readonly<Record<string, string>>> {
  return {}
}
