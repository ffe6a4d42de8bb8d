import type { Element, ElementContent } from 'hast'
import { classesOf, elementsIn, isElement, textIn } from './elements.ts'

/** One option of a form: a run of its parent's children. */
export interface Choice {
  /** Indices of the first child, and after the last. */
  readonly from: number
  readonly to: number
  /** The page marks it as right, whatever somebody has ticked. */
  readonly right: boolean
}

/** What a page's radio buttons and boxes say. */
export interface Choices {
  /** The options, by the element whose children they are. */
  readonly groups: ReadonlyMap<Element, readonly Choice[]>
  /** The boxes of lists that an author ticked, as Markdown has them; all other inputs are somebody's own. */
  readonly authored: ReadonlySet<Element>
}

/**
 * Returns the groups of radio buttons and boxes of a page: each of them is the options of a question. What is ticked
 * there is somebody's own choice; the right options are those that the page marks (by a class, an attribute, or words
 * for screen readers).
 *
 * @param main The article's element.
 */
export function findChoices(main: Element): Choices {
  const parents = new Map<Element, Element>()
  const inputs: Element[] = []
  const authored = new Set<Element>()
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue
      parents.set(child, element)
      if (isBox(child)) {
        if (isAuthored(child, element)) authored.add(child)
        else inputs.push(child)
      }
      visit(child)
    }
  }
  visit(main)
  const groups = new Map<Element, readonly Choice[]>()
  for (const members of together(inputs, parents)) {
    const home = commonHome(members, parents)
    const choices = home && !groups.has(home) ? choicesIn(home, members, parents) : undefined
    if (home && choices) groups.set(home, choices)
  }
  for (const [list, choices] of markedLists(main, groups)) {
    groups.set(list, choices)
    // Its own boxes give way to those that say which option is right.
    for (const element of elementsIn(list)) authored.delete(element)
  }
  return { groups, authored }
}

function isBox({ tagName, properties }: Element): boolean {
  return tagName === 'input' && (properties.type === 'radio' || properties.type === 'checkbox')
}

/** The boxes of Markdown's lists send nothing. */
function isAuthored({ properties }: Element, parent: Element): boolean {
  if (properties.type !== 'checkbox' || properties.name !== undefined) return false
  return properties.disabled === true || parent.tagName === 'li'
}

/** Inputs of one name belong together, and those next to each other that have names of their own. */
function together(inputs: readonly Element[], parents: ReadonlyMap<Element, Element>): Element[][] {
  const groups: Element[][] = []
  for (const input of inputs) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && belong(before, input, last, parents)) last.push(input)
    else groups.push([input])
  }
  return groups.filter((group) => group.length > 1)
}

function belong(
  before: Element,
  input: Element,
  group: readonly Element[],
  parents: ReadonlyMap<Element, Element>,
): boolean {
  if (before.properties.type !== input.properties.type) return false
  if (input.properties.name !== undefined && before.properties.name === input.properties.name) return true
  if (input.properties.type === 'radio' && input.properties.name !== undefined) return false
  // Boxes have names of their own: they stand at one depth, below one element.
  const depths = [before, input].map((one) => depthOf(one, parents))
  if (depths[0] !== depths[1]) return false
  const home = commonHome([...group, input], parents)
  if (group.length === 1) return home !== undefined && depthOf(home, parents) >= (depths[1] as number) - 4
  return home === commonHome(group, parents)
}

function depthOf(element: Element, parents: ReadonlyMap<Element, Element>): number {
  let depth = 0
  for (let at = parents.get(element); at; at = parents.get(at)) depth++
  return depth
}

/** The smallest element around all of these. */
function commonHome(members: readonly Element[], parents: ReadonlyMap<Element, Element>): Element | undefined {
  const [first, ...rest] = members
  if (!first) return undefined
  const around = (element: Element): Element[] => {
    const chain: Element[] = []
    for (let at = parents.get(element); at; at = parents.get(at)) chain.push(at)
    return chain
  }
  const others = rest.map((member) => new Set(around(member)))
  return around(first).find((candidate) => others.every((set) => set.has(candidate)))
}

/** Elements that end the text of an option which has no element of its own. */
const ends: ReadonlySet<string> = new Set(
  'p div ul ol table hr h1 h2 h3 h4 h5 h6 details section fieldset button pre'.split(' '),
)

function choicesIn(
  home: Element,
  members: readonly Element[],
  parents: ReadonlyMap<Element, Element>,
): Choice[] | undefined {
  const starts = members.map((member) => {
    let at = member
    for (let up = parents.get(at); up && up !== home; up = parents.get(at)) at = up
    return home.children.indexOf(at)
  })
  // Two options in one child, or a child between them that holds other things than they do.
  if (starts.some((start, index) => start < 0 || (index > 0 && start <= (starts[index - 1] as number))))
    return undefined
  const choices = starts.map((from, index): Choice => {
    const next = starts[index + 1] ?? home.children.length
    const bare = home.children[from] === members[index]
    let to = from + 1
    while (to < next && (bare || index < starts.length - 1)) {
      const child = home.children[to] as ElementContent
      if (bare && isElement(child) && ends.has(child.tagName)) break
      if (bare && index === starts.length - 1 && isElement(child, 'br')) break
      to++
    }
    const parts = home.children.slice(from, to).filter((child) => isElement(child))
    return { from, to, right: parts.some(isRight) }
  })
  if (
    choices.some(({ from, to }) => textIn(home.children.slice(from, to)).trim() === '' && !hasPicture(home, from, to))
  )
    return undefined
  return settled(choices, members)
}

function hasPicture(home: Element, from: number, to: number): boolean {
  return home.children
    .slice(from, to)
    .some((child) => isElement(child) && (child.tagName === 'img' || [...elementsIn(child)].some(isPicture)))
}

function isPicture({ tagName }: Element): boolean {
  return tagName === 'img'
}

/**
 * A page that shows somebody's result marks what was chosen as right or wrong. That is the key where one option can be
 * right; of several, the right ones that were not chosen may be missing.
 */
function settled(choices: readonly Choice[], members: readonly Element[]): Choice[] {
  const marked = choices.filter(({ right }) => right).length
  const several = members[0]?.properties.type === 'checkbox'
  const onlyChosen = choices.every(({ right }, index) => !right || members[index]?.properties.checked === true)
  const isKey = marked > 0 && (several ? !onlyChosen : marked === 1)
  return choices.map((choice) => ({ ...choice, right: isKey && choice.right }))
}

const rightName =
  /^(?:is|answer|option|choice|choicegroup|label|item)?[-_]?(?:correct|right)(?:[-_]?(?:answer|option|choice|hidden|item))?$|^(?:wpProQuiz_)?answerCorrect$/i
const rightAttributes = ['dataCorrect', 'dataIsCorrect', 'dataIscorrect', 'dataRight', 'dataIsRight'] as const
const rightWords = /^\s{0,8}(?:the )?(?:correct|right) answer\s{0,8}$|^\s{0,8}正确答案\s{0,8}$/i

/** An option, or what is directly around its text, says that it is right. */
function isRight(element: Element): boolean {
  for (const one of [element, ...elementsIn(element)]) {
    if (classesOf(one).some((name) => name.length < 40 && rightName.test(name))) return true
    if (rightAttributes.some((name) => /^(?:|true|1|yes)$/i.test(String(one.properties[name] ?? 'no')))) return true
    if (one.tagName === 'span' && rightWords.test(textIn(one.children))) return true
  }
  return false
}

/** Lists without inputs, two or more of them on a page, whose items are marked as right. */
function markedLists(main: Element, groups: ReadonlyMap<Element, unknown>): Map<Element, Choice[]> {
  const lists = new Map<Element, Choice[]>()
  for (const list of elementsIn(main)) {
    if (!isElement(list, 'ul', 'ol') || groups.has(list)) continue
    const items = list.children.flatMap((child, index) => (isElement(child, 'li') ? [{ child, index }] : []))
    if (items.length < 2 || items.length > 12) continue
    const choices = items.map(({ child, index }) => ({ from: index, to: index + 1, right: isRightItem(child) }))
    const right = choices.filter((choice) => choice.right).length
    if (right > 0 && right < items.length) lists.set(list, choices)
  }
  return lists.size > 1 ? lists : new Map()
}

function isRightItem(item: Element): boolean {
  return ![...elementsIn(item)].some(({ tagName }) => tagName === 'li') && isRight(item)
}
