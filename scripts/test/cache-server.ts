import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A remote cache on loopback, as turbo's protocol (https://turborepo.dev/docs/openapi) wants it, in memory. */
export interface CacheServer {
  /** What turbo needs to know of it. */
  readonly env: Readonly<Record<'TURBO_API' | 'TURBO_TOKEN' | 'TURBO_TEAM', string>>
  /** Hashes of the artefacts that were put, and of those that were got: turbo gets one twice where two of its runs need it. */
  readonly put: ReadonlySet<string>
  readonly got: ReadonlySet<string>
  close(): Promise<void>
}

/** Starts a remote cache. */
export async function startCacheServer(): Promise<CacheServer> {
  const artefacts = new Map<string, { body: Buffer; headers: Record<string, string> }>()
  const put = new Set<string>()
  const got = new Set<string>()
  const token = 'loopback'
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const hash = /^\/v8\/artifacts\/([0-9a-f]+)$/.exec(pathname)?.[1]
      const reply = (status: number, body: unknown = {}) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      }
      if (request.headers.authorization !== `Bearer ${token}`) return reply(401)
      if (pathname === '/v8/artifacts/status') return reply(200, { status: 'enabled' })
      if (pathname === '/v8/artifacts/events') return reply(200)
      if (hash === undefined) return reply(404)
      if (request.method === 'PUT') {
        const headers: Record<string, string> = {}
        // Turbo wants the time that the task took, and its signature, given back.
        for (const name of ['x-artifact-duration', 'x-artifact-tag']) {
          const value = request.headers[name]
          if (typeof value === 'string') headers[name] = value
        }
        artefacts.set(hash, { body: Buffer.concat(chunks), headers })
        put.add(hash)
        return reply(202, { urls: [] })
      }
      const found = artefacts.get(hash)
      if (found === undefined) return reply(404)
      response.writeHead(200, { ...found.headers, 'content-length': found.body.length })
      if (request.method === 'HEAD') return response.end()
      got.add(hash)
      return response.end(found.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    env: { TURBO_API: `http://127.0.0.1:${port}`, TURBO_TOKEN: token, TURBO_TEAM: 'team_loopback' },
    put,
    got,
    close: () => {
      // A client that was ended leaves its connection open.
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
