import { isMap, parseDocument, type YAMLMap } from 'yaml'

/** One field of a settings file, by its path (`['corrections', '14', 'question']`); `undefined` takes it away. */
export interface SettingsEdit {
  readonly path: readonly string[]
  readonly value: string | boolean | undefined
}

/**
 * Returns the text of a settings file with some fields set: comments, other fields and their order stay as they are.
 *
 * @param text what the file says; empty where there is none.
 * @param edits the fields.
 * @throws {Error} when the text is no YAML with fields, which `readSettings` reports at its place.
 */
export function editSettings(text: string, edits: readonly SettingsEdit[]): string {
  const document = parseDocument(text, { stringKeys: true, logLevel: 'silent' })
  if (document.errors.length > 0) throw new Error(document.errors[0]?.message)
  const { contents } = document
  if (contents !== null && !isMap(contents) && document.toJS() !== null) throw new Error('The settings hold no fields')
  // `{}` stands for "nothing yet"; what is added to it stands one field a line.
  if (isMap(contents) && contents.items.length === 0) contents.flow = false
  const map = isMap(contents) ? contents : (document.createNode({}) as YAMLMap)
  const before = JSON.stringify(document.toJS() ?? {})
  document.contents = map as never
  for (const { path, value } of edits) {
    if (value !== undefined) document.setIn(path, value)
    else if (document.hasIn(path)) {
      document.deleteIn(path)
      if (path.length > 1) removeEmpty(path.slice(0, -1))
    }
  }
  // What says the same already is not to be formatted anew.
  if (JSON.stringify(document.toJS()) === before) return text
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })

  function removeEmpty(path: readonly string[]): void {
    const parent: unknown = document.getIn(path)
    if (isMap(parent) && parent.items.length === 0) document.deleteIn(path)
  }
}
