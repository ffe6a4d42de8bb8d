import type { Settings } from '../settings.ts'
import { leftOutLines, toldMarks } from './apply-settings.ts'
import { answersOf, type Dialogue, dialogueOf } from './dialogue.ts'
import { type KeySection, readKeys } from './keys/key-section.ts'
import { type Features, toFeatures } from './lines/features.ts'
import type { Line } from './lines/line.ts'
import { withParts } from './lines/named-parts.ts'
import { answerLetters } from './marks/answer-letters.ts'
import { type AnswerMark, answerMark, readKey } from './marks/answer-mark.ts'
import { attemptLines } from './marks/attempt-lines.ts'
import { type CardPair, cardPairs } from './marks/card-pairs.ts'
import { withHighlights } from './marks/deletions.ts'
import { loneKeys } from './marks/lone-keys.ts'
import type { OptionGroup } from './marks/option-group.ts'
import { optionGroups } from './marks/option-groups.ts'
import { titleKey } from './marks/title-key.ts'
import { findNoise, type NoiseReason } from './noise.ts'
import { sectionLines } from './section-lines.ts'
import { type SharedLine, sharedLines } from './shared-stems.ts'
import { spokenAnswers } from './spoken-answers.ts'
import { type Topic, topicOf } from './topic.ts'

/** Everything that is known of a document before it is decided how it asks. */
export interface Document {
  readonly source: string
  readonly lines: readonly Line[]
  readonly features: readonly Features[]
  readonly noise: ReadonlyArray<NoiseReason | undefined>
  readonly groups: readonly OptionGroup[]
  /** Indices of the lines that they begin in. */
  readonly groupsAt: ReadonlySet<number>
  /** The mark of an answer that each line begins with: a known word, or one that stands after options again and again. */
  readonly answers: ReadonlyArray<AnswerMark | undefined>
  /** How each line could close a choice question; `none` for most. */
  readonly roles: readonly LineRole[]
  /** Answer keys that stand apart from their questions. */
  readonly keys: readonly KeySection[]
  /** Lines that introduce several questions at once. */
  readonly shared: readonly SharedLine[]
  /** Their indices. */
  readonly sharedAt: ReadonlySet<number>
  /** Indices of lines that announce a key which could not be read. */
  readonly lostKeys: readonly number[]
  /** For each line 1 where it is part of an answer key. */
  readonly inKey: Uint8Array
  /** What the contents list names, as {@link titleKey}. */
  readonly contents: ReadonlySet<string>
  /** Lines that hold both sides of a card. */
  readonly pairs: ReadonlyMap<number, CardPair>
  /** The conversation that the page is, if it is one. */
  readonly dialogue: Dialogue | undefined
  /** How much the page says that it is about questions. */
  readonly topic: Topic
  /** Indices of the lines that name a term and say what it means. */
  readonly terms: ReadonlySet<number>
}

/** A line's part in a question, as its own text tells. */
export type LineRole = 'none' | 'option' | 'key' | 'answer' | 'explanation' | 'section'

/**
 * Returns what is known of a document before it is decided how it asks.
 *
 * @param lines Its lines.
 * @param source Its source.
 * @param settings What a person says about how it is to be read. Default: everything is inferred.
 */
export function toDocument(lines: readonly Line[], source: string, settings: Settings = {}): Document {
  const own = toFeatures(lines)
  const noise = findNoise(lines)
  for (const index of leftOutLines(lines, settings)) noise[index] = 'left-out'
  const groups = optionGroups(lines, own, (index) => noise[index] !== undefined, settings.options)
  for (const index of attemptLines(lines, own, groups)) noise[index] ??= 'attempt'
  for (const { markLines, style } of groups)
    for (const index of markLines ?? []) noise[index] ??= style === 'judged' ? 'attempt' : 'markup'
  const topic = topicOf(lines)
  const { features, terms } = withParts(lines, groups.length > 0 ? own : withHighlights(lines, own), topic.page)
  const told = toldMarks(lines, settings)
  const answers = features.map(
    (feature, index) =>
      told.get(index) ?? (noise[index] === 'attempt' || isLink(lines[index] as Line) ? undefined : feature.answer),
  )
  const dialogue = dialogueOf(lines)
  for (const found of [
    inferredKeys(lines, groups),
    answerLetters(lines, features, groups),
    loneKeys(lines, groups),
    outputs(lines),
    numberedKeys(lines, features, groups),
    spokenAnswers(lines),
    ...(dialogue ? [answersOf(dialogue)] : []),
  ])
    for (const [index, mark] of found) answers[index] ??= mark
  for (const { index, cell } of lines)
    if (cell === 'answer' || cell === 'explanation') answers[index] = { role: cell, word: cell, length: 0, firm: true }
  const sections = sectionLines(lines, features)
  const { sections: keys, lost: lostKeys } = readKeys(lines, features, sections, groups)
  const shared = sharedLines(lines)
  const inKey = new Uint8Array(lines.length)
  for (const { from, to } of keys) inKey.fill(1, from, to)
  return {
    source,
    lines,
    features,
    noise,
    groups,
    groupsAt: new Set(groups.map(({ first }) => first)),
    answers,
    keys,
    lostKeys,
    inKey,
    shared,
    dialogue,
    pairs: cardPairs(lines),
    sharedAt: new Set(shared.map(({ line }) => line)),
    roles: rolesOf(lines, answers, groups, sections),
    contents: new Set(lines.filter((line) => noise[line.index] === 'contents').map((line) => titleKey(line.text))),
    topic,
    terms,
  }
}

/** `1.【答案】A` below question 1: the number stands again before its answer. */
function numberedKeys(
  lines: readonly Line[],
  features: readonly Features[],
  groups: readonly OptionGroup[],
): Map<number, AnswerMark> {
  const found = new Map<number, AnswerMark>()
  const ends = new Map(groups.map((group) => [group.last + 1, group]))
  let last: number | undefined
  for (const { index, kind, text } of lines) {
    const number = kind === 'text' ? features[index]?.numbers.find(({ style }) => style !== 'bare') : undefined
    if (!number) continue
    const behind = text.trimStart().slice(number.length)
    const mark = number.value === last ? answerMark(behind.slice(0, 120)) : undefined
    // `8. C. Routers …`, right below the options of question 8.
    const letter = number.value === last ? /^([A-H])\s?[.．:：)）]\s/u.exec(behind)?.[1] : undefined
    if (mark?.firm && mark.role === 'answer') found.set(index, { ...mark, length: number.length + mark.length })
    else if (letter && ends.get(index)?.options.some(({ label }) => label === letter))
      found.set(index, { role: 'answer', word: number.printed, length: number.length, firm: true })
    else last = number.value
  }
  return found
}

/** `[Answer](https://…)` leads to an answer elsewhere; what follows it is none. */
function isLink({ runs }: Line): boolean {
  const solid = runs.filter((run) => /[^\s\p{P}]/u.test(run.text))
  return solid.length > 0 && solid.every((run) => run.wraps.some((wrap) => wrap.type === 'link'))
}

/** Keys behind a word of the page's own: the line after the options is a short word, a colon, and letters of these options. */
function inferredKeys(lines: readonly Line[], groups: readonly OptionGroup[]): Map<number, AnswerMark> {
  const found = new Map<number, AnswerMark>()
  for (const group of groups) {
    const labels = new Set(group.options.map((option) => option.label))
    for (let index = group.last + 1; index <= group.last + 2; index++) {
      const text = lines[index]?.kind === 'text' ? (lines[index] as Line).text.trimStart() : ''
      const match = ownWord.exec(text.slice(0, 40))
      const key = match ? readKey(text.slice(match[0].length)) : undefined
      if (match && key?.alone && key.labels.length > 0 && key.labels.every((label) => labels.has(label))) {
        found.set(index, { role: 'answer', word: match[1] as string, length: match[0].length, firm: true })
        break
      }
    }
  }
  return found
}

/** `Output:` right below code is the answer to what the code does, unless the page's problems have inputs too. */
function outputs(lines: readonly Line[]): Map<number, AnswerMark> {
  const found = new Map<number, AnswerMark>()
  for (const { index, kind, text } of lines) {
    if (kind !== 'text' && kind !== 'heading') continue
    if (/^\s{0,8}(?:sample )?input\s?[:：]/iu.test(text)) return new Map()
    const match = output.exec(text.slice(0, 60))
    if (match && lines[index - 1]?.kind === 'code')
      found.set(index, { role: 'answer', word: match[1] as string, length: match[0].trimStart().length, firm: true })
  }
  return found.size >= 2 ? found : new Map()
}

const output = /^\s{0,8}((?:the |expected |console )?(?:output|result))\s?(?:[:：]|$)\s{0,4}/iu
const ownWord = /^[[【(（]?([\p{L}\p{Nd}]{1,12}(?: [\p{L}]{1,12})?)[\]】)）]?\s?[:：]\s{0,4}/u

/** A group's first option stands behind its stem, in one line. */
function opensBehind(lines: readonly Line[], { first, options }: OptionGroup): boolean {
  return lines[first]?.kind === 'text' && (lines[first]?.text.slice(0, options[0]?.start).trim() ?? '') !== ''
}

function rolesOf(
  lines: readonly Line[],
  answers: ReadonlyArray<AnswerMark | undefined>,
  groups: readonly OptionGroup[],
  sections: ReadonlySet<number>,
): LineRole[] {
  const roles: LineRole[] = lines.map((line, index) => {
    const mark = answers[index]
    if (sections.has(index)) return 'section'
    if (!mark) return 'none'
    if (mark.role === 'explanation') return mark.firm ? 'explanation' : 'none'
    if (mark.role !== 'answer') return 'none'
    const key = readKey(line.text.trimStart().slice(mark.length))
    if (key && (mark.firm || key.alone)) return 'key'
    return mark.firm ? 'answer' : 'none'
  })
  for (const group of groups) {
    // A line that the stem begins is the stem's.
    const stem = opensBehind(lines, group) ? group.first : -1
    for (const { line } of group.options) if (line !== stem) roles[line] = 'option'
  }
  return roles
}
