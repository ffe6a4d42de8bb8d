import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchPicture } from '../src/assets/fetch-picture.ts'
import { giving, jpeg, type PictureServer, png, sendingTo, startPictureServer, svg } from './support/picture-server.ts'

let server: PictureServer
beforeAll(async () => {
  server = await startPictureServer({
    '/a.png': giving(png, 'image/png'),
    '/b.jpg': giving(jpeg, 'image/jpeg'),
    '/c.svg': giving(svg, 'image/svg+xml'),
    '/named-wrongly.gif': giving(png, 'text/html'),
    '/page.png': giving(Buffer.from('<!DOCTYPE html><p>Please log in</p>'), 'image/png'),
    '/empty.png': giving(new Uint8Array(), 'image/png'),
    '/large.png': giving(new Uint8Array(5000), 'image/png'),
    '/endless.png': (response) => {
      // No length is announced, and there is always more.
      const more = () => {
        while (!response.destroyed && response.write(new Uint8Array(1000)));
      }
      response.writeHead(200).on('drain', more)
      more()
    },
    '/moved.png': sendingTo('/moved-again.png'),
    '/moved-again.png': sendingTo('a.png'),
    '/loop.png': sendingTo('/loop.png'),
    '/to-file.png': sendingTo('file:///etc/hostname'),
    '/to-secret.png': sendingTo('http://someone:secret@127.0.0.1:1/'),
    '/broken.png': (response) => response.destroy(),
    '/slow.png': () => undefined,
    '/stalls.png': (response) => void response.writeHead(200).write(png.subarray(0, 20)),
  })
})
afterAll(() => server.close())

test.each([
  ['/a.png', 'png'],
  ['/b.jpg', 'jpg'],
  ['/c.svg', 'svg'],
  ['/named-wrongly.gif', 'png'],
  ['/moved.png', 'png'],
])('%s is a picture of type %s, by its content', async (path, extension) => {
  expect(await fetchPicture(server.origin + path)).toMatchObject({ kind: 'picture', type: { extension } })
})

test.each([
  ['/gone.png', { kind: 'status', status: 404 }],
  [
    '/page.png',
    { kind: 'no-picture', reason: expect.objectContaining({ en: expect.stringMatching(/^is not a PNG/) }) },
  ],
  ['/empty.png', { kind: 'no-picture', reason: { en: 'is empty', zh: '是空文件' } }],
  ['/large.png', { kind: 'too-large', limit: 4000 }],
  ['/endless.png', { kind: 'too-large', limit: 4000 }],
  ['/loop.png', { kind: 'redirects', limit: 5 }],
  ['/to-file.png', { kind: 'address', url: 'file:///etc/hostname' }],
  ['/to-secret.png', { kind: 'address' }],
  ['/broken.png', { kind: 'network', reason: 'UND_ERR_SOCKET' }],
])('%s is refused', async (path, expected) => {
  expect(await fetchPicture(server.origin + path, { bytes: 4000 })).toMatchObject(expected)
})

test('a loop is left after five steps', async () => {
  const before = server.asked.length
  await fetchPicture(`${server.origin}/loop.png`)
  expect(server.asked.length - before).toBe(6)
})

test.each(['/slow.png', '/stalls.png'])('%s is given up when its time is over', async (path) => {
  expect(await fetchPicture(server.origin + path, { milliseconds: 150 })).toEqual({ kind: 'slow', seconds: 0.15 })
})

describe('an address', () => {
  test.each(['file:///etc/hostname', 'ftp://127.0.0.1/a.png', 'http://', 'http://a:b@127.0.0.1/a.png'])(
    'like %s is not asked for',
    async (url) => {
      expect(await fetchPicture(url)).toEqual({ kind: 'address', url })
    },
  )

  test('where nobody listens gives the reason of the network', async () => {
    const closed = await startPictureServer({})
    await closed.close()
    expect(await fetchPicture(`${closed.origin}/a.png`)).toEqual({ kind: 'network', reason: 'ECONNREFUSED' })
  })
})
