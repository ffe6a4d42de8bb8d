import type { Block } from '@cardpress/core'
import { clozesOf, toLine } from '@cardpress/core'
import { type HtmlOptions, serialise, toHast } from '@cardpress/html'
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { cellText } from './cell-text.ts'
import { literally } from './literally.ts'

/**
 * Returns rich text as HTML in which each cloze is a field to type into: `{1:SHORTANSWER:=momentum}`. What Moodle would
 * take for such a field in the text itself is parted.
 *
 * @see https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
 */
export function withGaps(blocks: readonly Block[], options: HtmlOptions): string {
  const gaps = clozesOf(blocks).map(({ children }) => `{1:SHORTANSWER:=${masked(toLine(children))}}`)
  let at = 0
  const visit = <Node extends RootContent | ElementContent>(node: Node): ElementContent => {
    if (node.type === 'text') return { ...node, value: node.value.replace(/\{(?=\d*:)/g, '{ ') }
    const element = node as Element
    if (isCloze(element)) {
      const index = at
      at += clozesIn(element)
      return { type: 'text', value: `${mark}${index}${mark}` }
    }
    return { ...element, children: element.children.map(visit) }
  }
  const tree: Root = { type: 'root', children: toHast(blocks, options).children.map(visit) }
  return serialise(tree).replace(marks, (_, index) => gaps[Number(index)] ?? '')
}

function isCloze(node: Element): boolean {
  return node.properties.dataCloze !== undefined
}

/** How many clozes an element is and holds. */
function clozesIn(node: ElementContent): number {
  if (node.type !== 'element') return 0
  return node.children.reduce((count, child) => count + clozesIn(child), isCloze(node) ? 1 : 0)
}

/** A noncharacter, which no text of HTML holds: the serialiser would escape the references in a gap. */
const mark = '\uFDD0'
const marks = /\uFDD0(\d+)\uFDD0/g

/** What ends an answer or begins its feedback, as character references: Moodle reads them in an answer. */
function masked(answer: string): string {
  const line = literally(cellText(answer).replace(/\s+/g, ' ').trim())
  return line.replace(/[^\p{L}\p{N} ]/gu, (character) => `&#${character.codePointAt(0)};`)
}
