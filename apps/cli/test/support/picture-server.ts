import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a server answers at each path. */
export type Answers = Readonly<Record<string, (response: ServerResponse) => void>>

/** A server on this machine. */
export interface PictureServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string
  /** The paths that were asked for, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

/** Starts a server on loopback, at a port of its own. */
export async function startPictureServer(answers: Answers): Promise<PictureServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers[path]
    if (answer === undefined) response.writeHead(404).end('nothing here')
    else answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Answers with bytes, under any content type. */
export const giving = (bytes: Uint8Array, type: string) => (response: ServerResponse) =>
  void response.writeHead(200, { 'content-type': type }).end(bytes)

/** Sends the browser on. */
export const sendingTo = (location: string) => (response: ServerResponse) =>
  void response.writeHead(302, { location }).end()

/** A PNG of 1 × 1 pixel, a JPEG's head that says 3 × 2, and an SVG. */
export const png: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
export const jpeg: Uint8Array = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc0001108000200030301220002110103110100ffd9',
  'hex',
)
export const svg: Uint8Array = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>',
)
