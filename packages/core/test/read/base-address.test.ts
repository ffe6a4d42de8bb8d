import type { Nodes } from 'mdast'
import { expect, test } from 'vitest'
import { readArticle } from '../../src/read/read-article.ts'

function addresses(head: string, body: string): string[] {
  const html = `<!DOCTYPE html><html><head><title>t</title>${head}</head><body><article>${body}</article></body></html>`
  const { tree } = readArticle({ path: 'page.html', bytes: new TextEncoder().encode(html) })
  const found: string[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'image' || node.type === 'link') found.push(node.url)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return found
}

const body =
  '<p>See <a href="more.html">more</a>, <a href="#part">a part</a>, <a href="/top">the top</a>, <a href="mailto:a@b.example">a letter</a>.</p>' +
  '<p><img data-src="img/cell.png" src="data:image/gif;base64,AA"><img src="Page_files/leaf.png"><img src="https://cdn.example/root.png"></p>'

// A link to another page of the site is let go where the page does not say where the site is.
test.each<readonly [string, string, readonly string[]]>([
  [
    'a web address',
    '<base href="https://school.example/biology/unit/index.html"><base href="https://other.example/">',
    [
      'https://school.example/biology/unit/more.html',
      '#part',
      'https://school.example/top',
      'mailto:a@b.example',
      'https://school.example/biology/unit/img/cell.png',
      'Page_files/leaf.png',
      'https://cdn.example/root.png',
    ],
  ],
  [
    'a path, behind a base without an address',
    '<base target="_blank"><base href="../course/">',
    ['#part', 'mailto:a@b.example', '../course/img/cell.png', 'Page_files/leaf.png', 'https://cdn.example/root.png'],
  ],
  ...['<base href=".">', '<base href="">', '<base href="data:text/html,x">', '<base href="https://">', ''].map(
    (head) =>
      [
        `nothing else: ${head}`,
        head,
        ['#part', 'mailto:a@b.example', 'img/cell.png', 'Page_files/leaf.png', 'https://cdn.example/root.png'],
      ] as const,
  ),
])('addresses of a page stand against its base: %s', (_, head, expected) => {
  expect(addresses(head, body)).toEqual(expected)
})
