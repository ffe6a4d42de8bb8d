/** A file that another emitter made of the same bank, to be published beside the feed. */
export interface Artefact {
  /** Relative to the site, with `/`. */
  readonly path: string
  readonly bytes: number
  /** In lower-case hex. */
  readonly sha256: string
  /** Returns its content. */
  readonly read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** Returns the MIME type of a file by the end of its name; `application/octet-stream` when it is not known. */
export function mediaType(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return mediaTypes[extension] ?? 'application/octet-stream'
}

const mediaTypes: Readonly<Record<string, string>> = {
  // Anki registers it with the desktop, not with IANA.
  apkg: 'application/x-apkg',
  csv: 'text/csv',
  gif: 'image/gif',
  gift: 'text/plain',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  jsonld: 'application/ld+json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webp: 'image/webp',
  xml: 'application/xml',
}
