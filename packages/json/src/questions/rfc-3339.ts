/**
 * Returns a moment as RFC 3339 in UTC, to the second: `2026-03-01T12:00:00Z`.
 *
 * @param seconds since 1970
 */
export function toRfc3339(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
}
