import type { ContentNode } from '@cardpress/core'

/**
 * Returns how much room content takes on a card, in Chinese characters: one of a script that is as wide as high counts
 * one, any other half, a TeX command as the one sign that it mostly is.
 */
export function contentLength(nodes: readonly ContentNode[]): number {
  let length = 0
  for (const node of nodes) {
    if ('value' in node) {
      const isMath = node.type === 'math' || node.type === 'inlineMath'
      length += textLength(isMath ? node.value.replaceAll(/\\[a-z]+/gi, 'x') : node.value)
    } else if ('children' in node) length += contentLength(node.children)
  }
  return length
}

function textLength(text: string): number {
  if (!wide.test(text)) return text.length / 2
  let length = 0
  for (let at = 0; at < text.length; at++) length += text.charCodeAt(at) < firstWide ? 0.5 : 1
  return length
}

/** Hangul Jamo: from here on most letters are wide. */
const firstWide = 0x1100

const wide = /[\u1100-\uffff]/
