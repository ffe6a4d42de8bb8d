/** Returns a text that two lists have in common only if they are equal, for look-ups. */
export function listKey(parts: readonly string[]): string {
  let key = ''
  for (const part of parts) key += `${part.length}:${part}`
  return key
}
