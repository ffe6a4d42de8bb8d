import { toString as plainText } from 'mdast-util-to-string'
import { hideClozes } from '../../content/hide-clozes.ts'
import type { Confidence, Option, Span } from '../../schema/bank.ts'
import { toLine } from '../../to-text.ts'
import { hasClozes, highlightsToClozes } from '../content/clozes.ts'
import { type Piece, pieceText, toContent } from '../content/to-content.ts'
import type { Container, Line } from '../lines/line.ts'
import { deletionIn, hasCloze } from '../marks/deletions.ts'
import { isPinned } from '../marks/pinned.ts'
import { pointsBefore, pointsOfStem } from '../marks/points-mark.ts'
import { questionLikeness } from '../marks/question-words.ts'
import { kindOfStem, truthOf } from '../marks/type-mark.ts'
import type { QuestionDraft } from '../recognition.ts'
import type { Block, BlockParts } from './block.ts'
import { flagsOf } from './flags.ts'
import { sourceSpan } from './source-span.ts'
import { takeHint } from './take-hint.ts'
import { takeReferences } from './take-references.ts'
import { withoutChoice } from './truth-asked.ts'

/** What the document knows of a question beyond its block. */
export interface Surroundings {
  readonly section: readonly string[]
  readonly spans: readonly Span[]
  readonly confidence: Confidence
  /** What the title of its part says that each question is worth. */
  readonly points?: number | undefined
}

/**
 * Returns a question of a bank, as far as the article tells.
 *
 * @param block The question's lines.
 * @param whole Its parts.
 * @param around What the document knows of it.
 */
export function toDraft(block: Block, whole: BlockParts, around: Surroundings): QuestionDraft {
  const { parts, hint: hinted, markers: hintMarkers } = takeHint(whole, block.document)
  const first = block.lines[0] as Line
  const base = [first.container, parts.entryBase].filter((one) => one !== undefined)
  const markers = [...parts.markers, ...hintMarkers]
  const hint = toContent(hinted, base)
  const { stem: full, explicitId } = takeId(parts.stem, markers)
  // The references close whichever comes last, explanation or answer.
  const explained = takeReferences(parts.explanation, block.document)
  const answered = takeReferences(parts.answer, block.document)
  markers.push(...explained.markers, ...answered.markers)
  const explanation = toContent(explained.pieces, base)
  const references = toContent([...answered.references, ...explained.references], base)
  const options = parts.options.map((option): Option => toOption(option, base))
  const kind = kindOf(block, parts, full, options)
  const stem = kind === 'true-false' ? withoutChoice(full, markers) : full
  const prompt = toContent(stem, base, true)
  const points = pointsOfStem(stem.map(pieceText).join('\n').slice(0, 1000)) ?? around.points
  const common = {
    ...(explicitId ? { explicitId } : {}),
    ...(block.start.number ? { number: block.start.number.printed } : {}),
    title: titleOf(stem, block.start.number?.printed),
    prompt:
      prompt.length > 0
        ? prompt
        : [
            {
              type: 'paragraph' as const,
              children: [{ type: 'text' as const, value: block.start.number?.printed ?? '?' }],
            },
          ],
    section: [...around.section],
    tags: [],
    ...(points === undefined ? {} : { points }),
    ...(hint.length > 0 ? { hint } : {}),
    ...(references.length > 0 ? { references } : {}),
    confidence: around.confidence,
    line: first.number,
    spans: [...around.spans],
    markers,
  }
  const withExplanation = explanation.length > 0 ? { explanation } : {}
  const labels = parts.key?.labels ?? []
  switch (kind) {
    case 'true-false': {
      const answer = truthOfKey(parts, options)
      // True and false as options are the kind itself.
      for (const option of parts.options)
        for (const one of option.pieces) markers.push(sourceSpan(one.line, one.from, one.to))
      const reason = toContent([...answered.pieces, ...explained.pieces], base)
      return {
        ...common,
        kind,
        answer,
        ...(reason.length > 0 ? { explanation: reason } : {}),
        flags: flagsOf(block, parts, { missingKey: answer === null }),
      }
    }
    case 'single-choice':
    case 'multiple-choice':
      return {
        ...common,
        kind,
        options,
        answer: inOrder(labels, options),
        ...withExplanation,
        flags: flagsOf(block, parts, { missingKey: labels.length === 0 }),
      }
    case 'cloze': {
      const reason = toContent([...answered.pieces, ...explained.pieces], base)
      const isInferred = !hasClozes(prompt)
      const asked = isInferred ? highlightsToClozes(prompt) : prompt
      return {
        ...common,
        kind,
        title: toLine(hideClozes(asked.slice(0, 1))).slice(0, 500) || common.title,
        prompt: asked,
        ...(reason.length > 0 ? { explanation: reason } : {}),
        ...(isInferred && common.confidence === 'sure' ? { confidence: 'likely' } : {}),
        flags: flagsOf(block, parts, {}),
      }
    }
    default: {
      const answer = toContent([...answered.pieces, ...explained.pieces], base)
      return { ...common, kind: 'open', answer, flags: flagsOf(block, parts, { missingAnswer: answer.length === 0 }) }
    }
  }
}

function kindOf(
  block: Block,
  parts: BlockParts,
  stem: readonly Piece[],
  options: readonly Option[],
): QuestionDraft['kind'] {
  const hint = parts.hint ?? kindOfStem(stem.map(pieceText).join('\n').slice(0, 4000))
  const truths = options.map((option) => truthOf(plainText({ type: 'root', children: option.content })))
  const isTruth = options.length === 2 && truths.includes(true) && truths.includes(false)
  if (options.length === 0) {
    if (hint === 'true-false' || parts.key?.truth !== undefined) return 'true-false'
    return deletes(block, parts, stem) ? 'cloze' : 'open'
  }
  if (
    isTruth &&
    (hint === 'true-false' || block.habit.truthOptions || (parts.key?.truth !== undefined && parts.key.by === 'mark'))
  )
    return 'true-false'
  const count = parts.key?.labels.length ?? 0
  if (count > 1) return 'multiple-choice'
  return hint === 'multiple' ? 'multiple-choice' : 'single-choice'
}

/** The stem hides what is asked for: by `{{c1::…}}`, or by highlighting in a statement that nothing answers. */
function deletes({ start }: Block, parts: BlockParts, stem: readonly Piece[]): boolean {
  if (stem.some(({ line }) => hasCloze(line))) return true
  const explains = parts.explanationMark !== undefined && parts.keyMark === undefined
  if (parts.answer.length > 0 && !explains) return false
  return stem.some(
    ({ line, from }) => deletionIn(line, questionLikeness(line.text.slice(Math.max(from, start.mark)))) === 'highlight',
  )
}

function truthOfKey(parts: BlockParts, options: readonly Option[]): boolean | null {
  if (parts.key?.truth !== undefined && options.length === 0) return parts.key.truth
  const option = options.find((one) => one.label === parts.key?.labels[0])
  if (option) return truthOf(plainText({ type: 'root', children: option.content })) ?? null
  return parts.key?.truth ?? null
}

function inOrder(labels: readonly string[], options: readonly Option[]): string[] {
  return options.map((option) => option.label).filter((label) => labels.includes(label))
}

function toOption({ label, pieces, line }: BlockParts['options'][number], base: readonly Container[]): Option {
  const content = toContent(pieces, line.item ? line.container : base)
  return { label, content, ...(isPinned(content) ? { pinned: true } : {}) }
}

/** One line of plain text: the stem's first line that has letters. */
function titleOf(stem: readonly Piece[], number: string | undefined): string {
  const lines = new Map<Line, string>()
  let before: Line | undefined
  for (const one of stem) {
    const text = pieceText(one).split('\n', 1)[0] ?? ''
    // A sentence that was cut into lines is one title.
    const head: Line | undefined = before && isCut(before, one.line) ? before : one.line
    lines.set(head, `${lines.get(head) ?? ''} ${text}`)
    before = head
    if (head !== one.line && !breaksOff.test(text)) before = undefined
  }
  for (const text of lines.values()) {
    const line = text.replaceAll('\ufffc', ' ').replaceAll(/\s+/gu, ' ').trim()
    const title = line.slice(pointsBefore(line)).trim() || line
    if (/[\p{L}\p{N}]/u.test(title) && !(lines.size > 1 && (isLabel.test(title) || isFields(title))))
      return title.slice(0, 500)
  }
  for (const one of stem) {
    const picture = one.line.runs.find((run) => run.leaf.type === 'image')?.leaf as { alt?: string } | undefined
    if (picture?.alt?.trim()) return picture.alt.trim()
  }
  return number ?? '?'
}

/** Three fields or more, none of which asks: `SAA｜单选｜D1 存储`. */
function isFields(title: string): boolean {
  return title.length < 120 && !/[?？]/u.test(title) && title.split(/\s?[｜|]\s?/u).filter(Boolean).length >= 3
}

/** What a line says of the question before it is asked: `(Numerical)`, `Difficulty: hard`. */
const isLabel =
  /^(?:[(（[【][^()（）[\]【】?？]{1,40}[)）\]】]|(?:difficulty|level|category|topic|tags?|points|marks|type|time|skill|domain|难度|分类|标签|分值)\s?[:：][^?？]{0,60}|(?:\p{L}{2,20}\s{1,3}[-–—:]\s{1,3})?(?:easy|medium|hard|difficult|basic|beginner|intermediate|advanced|expert))$/iu
const breaksOff = /[\p{L}\p{Nd},;、，'’-]\s?$/u

/** The line breaks off, and the next one goes on with a small letter. */
function isCut(before: Line, line: Line): boolean {
  if (line === before) return true
  return (
    line.kind === 'text' &&
    !line.blankBefore &&
    !line.afterBreak &&
    !line.item &&
    breaksOff.test(before.text) &&
    /^\s{0,3}[\p{Ll}(]/u.test(line.text)
  )
}

const id = /^\{#([a-z0-9][a-z0-9._-]{0,63})\}$/u

/** `{#id}` at the end of the stem's first line is the question's own id. */
function takeId(stem: readonly Piece[], markers: Span[]): { stem: readonly Piece[]; explicitId?: string } {
  const [first, ...rest] = stem
  if (!first) return { stem }
  const text = first.line.text.slice(first.from, first.to).trimEnd()
  const at = text.lastIndexOf('{#')
  const match = at === -1 ? null : id.exec(text.slice(at))
  if (!match) return { stem }
  markers.push(sourceSpan(first.line, first.from + at, first.to))
  return { stem: [{ ...first, to: first.from + at }, ...rest], explicitId: match[1] as string }
}
