import type { Code, Construct, Extension, State, TokenizeContext, Tokenizer } from 'micromark-util-types'
import { isBracketMath, isDisplayMath, isDollarMath, isParenthesisMath, type Surroundings } from './is-math.ts'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    formula: 'formula'
    formulaMark: 'formulaMark'
    formulaData: 'formulaData'
    formulaBlock: 'formulaBlock'
    formulaBlockMark: 'formulaBlockMark'
    formulaBlockData: 'formulaBlockData'
  }
}

/**
 * Returns the micromark extension for formulas: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, in a line or, the display ones, as
 * blocks. It differs from `micromark-extension-math` in that a dollar sign alone does not make a formula (see
 * `is-math.ts`), that a block that is never closed is none, and that a block may begin and end in the lines of its
 * formula.
 */
export function formulas(): Extension {
  return {
    flow: { [dollar]: block(dollar, dollar), [backslash]: block(openBracket, closeBracket) },
    text: { [dollar]: inDollars, [backslash]: inBackslashes },
  }
}

const dollar = 36
const backslash = 92
const openParenthesis = 40
const closeParenthesis = 41
const openBracket = 91
const closeBracket = 93
/** A formula in a line that is longer than this is a delimiter that was forgotten. */
const longest = 4000

const isLineEnd = (code: Code): boolean => code !== null && code < -2
const isSpace = (code: Code): boolean => code === -2 || code === -1 || code === 32

function character(code: Code): string {
  if (code === null) return ''
  if (code < -2) return '\n'
  return code < 0 ? ' ' : String.fromCharCode(code)
}

function unit(code: Code): number | undefined {
  return code === null || code < 0 ? undefined : code
}

/** Consumes a formula's content, in tokens that end at line ends. */
function contentConsumer(effects: Parameters<Tokenizer>[0]) {
  let inData = false
  return {
    end: () => {
      if (inData) effects.exit('formulaData')
      inData = false
    },
    consume: (code: Code) => {
      if (isLineEnd(code)) {
        if (inData) effects.exit('formulaData')
        inData = false
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        return
      }
      if (!inData) effects.enter('formulaData')
      inData = true
      effects.consume(code)
    },
  }
}

const inDollars: Construct = {
  name: 'formula',
  previous(code) {
    return code !== dollar || this.events.at(-1)?.[1].type === 'characterEscape'
  },
  tokenize(effects, ok, nok) {
    const before = unit(this.previous)
    const { consume, end } = contentConsumer(effects)
    let size = 0
    let closing = 0
    let content = ''
    const start: State = (code) => {
      effects.enter('formula')
      effects.enter('formulaMark')
      return open(code)
    }
    const open: State = (code) => {
      if (code === dollar) {
        effects.consume(code)
        return ++size > 2 ? nok : open
      }
      effects.exit('formulaMark')
      return between(code)
    }
    const between: State = (code) => {
      if (code === null || content.length > longest) return nok(code)
      if (code === dollar) {
        end()
        effects.enter('formulaMark')
        closing = 0
        return close(code)
      }
      content += character(code)
      consume(code)
      return code === backslash ? escaped : between
    }
    const escaped: State = (code) => {
      if (code !== dollar && code !== backslash) return between(code)
      content += character(code)
      consume(code)
      return between
    }
    const close: State = (code) => {
      if (code === dollar && closing < size) {
        effects.consume(code)
        closing++
        return close
      }
      const around: Surroundings = { before, after: unit(code) }
      const accepted = size === 1 ? isDollarMath(content, around) : isDisplayMath(content)
      if (closing !== size || code === dollar || !accepted) return nok(code)
      effects.exit('formulaMark')
      effects.exit('formula')
      return ok(code)
    }
    return start
  },
}

const inBackslashes: Construct = {
  name: 'formula',
  tokenize(effects, ok, nok) {
    const before = unit(this.previous)
    const { consume, end } = contentConsumer(effects)
    let kind = 0
    let content = ''
    const start: State = (code) => {
      effects.enter('formula')
      effects.enter('formulaMark')
      effects.consume(code)
      return open
    }
    const open: State = (code) => {
      if (code !== openParenthesis && code !== openBracket) return nok(code)
      kind = code
      effects.consume(code)
      effects.exit('formulaMark')
      return between
    }
    const between: State = (code) => {
      if (code === null || content.length > longest) return nok(code)
      if (code === backslash) {
        end()
        return effects.attempt({ tokenize: closeMark, partial: true }, after, command)(code)
      }
      content += character(code)
      consume(code)
      return between
    }
    const command: State = (code) => {
      content += character(code)
      consume(code)
      return named
    }
    const named: State = (code) => {
      // Another opening mark: the first one had no end.
      if (code === kind || code === null) return nok(code)
      if (isLineEnd(code)) return between(code)
      content += character(code)
      consume(code)
      return between
    }
    const after: State = (code) => {
      const around: Surroundings = { before, after: unit(code) }
      const accepted = kind === openParenthesis ? isParenthesisMath(content) : isBracketMath(content, around)
      if (!accepted) return nok(code)
      effects.exit('formula')
      return ok(code)
    }
    function closeMark(this: TokenizeContext, inner: Parameters<Tokenizer>[0], found: State, none: State): State {
      const wanted = kind === openParenthesis ? closeParenthesis : closeBracket
      return (code) => {
        inner.enter('formulaMark')
        inner.consume(code)
        return (next) => {
          if (next !== wanted) return none(next)
          inner.consume(next)
          inner.exit('formulaMark')
          return found
        }
      }
    }
    return start
  },
}

/**
 * A display formula as a block: `$$` or `\\[` at the start of a line, and its end at the end of a later line. One whose
 * first line is the mark alone may hold blank lines. A line that begins with `#` or a backtick is not TeX: the formula
 * has no end.
 *
 * @param opening The second character of its first mark.
 * @param closing The second character of its last mark.
 */
function block(opening: number, closing: number): Construct {
  const first = closing === dollar ? dollar : backslash
  return {
    name: 'formulaBlock',
    concrete: true,
    tokenize(effects, ok, nok) {
      let alone = true
      let firstLine = true
      let content = false
      let inData = false
      const start: State = (code) => {
        effects.enter('formulaBlock')
        effects.enter('formulaBlockMark')
        effects.consume(code)
        return mark
      }
      const mark: State = (code) => {
        if (code !== opening) return nok(code)
        effects.consume(code)
        effects.exit('formulaBlockMark')
        return afterMark
      }
      const afterMark: State = (code) => (code === dollar || code === openParenthesis ? nok(code) : data(code))
      const data: State = (code) => {
        if (code === null || isLineEnd(code)) return lineEnd(code)
        if (code === first) {
          leave()
          return effects.attempt(closeMark(first, closing), done, other)(code)
        }
        if (!inData) effects.enter(isSpace(code) ? 'whitespace' : 'formulaBlockData')
        if (isSpace(code) && !inData) {
          effects.consume(code)
          effects.exit('whitespace')
          return data
        }
        inData = true
        content = true
        if (firstLine) alone = false
        effects.consume(code)
        return data
      }
      const leave = () => {
        if (inData) effects.exit('formulaBlockData')
        inData = false
      }
      /** What begins like the last mark and is none. */
      const other: State = (code) => {
        effects.enter('formulaBlockData')
        inData = true
        content = true
        if (firstLine) alone = false
        effects.consume(code)
        return (next) => (first === dollar && next === dollar ? nok(next) : data(next))
      }
      const lineEnd: State = (code) => {
        leave()
        if (this.interrupt) return hasOpenMark(this) ? nok(code) : ok(code)
        if (code === null) return nok(code)
        effects.enter('lineEnding')
        effects.consume(code)
        effects.exit('lineEnding')
        firstLine = false
        return lineStart
      }
      const lineStart: State = (code) => {
        if (this.parser.lazy[this.now().line]) return nok(code)
        if (isSpace(code)) {
          effects.enter('whitespace')
          effects.consume(code)
          effects.exit('whitespace')
          return lineStart
        }
        if (code === 35 || code === 96 || (isLineEnd(code) && !alone)) return nok(code)
        return data(code)
      }
      const done: State = (code) => {
        if (firstLine || !content) return nok(code)
        effects.exit('formulaBlock')
        return ok(code)
      }
      return start
    },
  }
}

/** The last mark of a block, with nothing but white space after it. */
function closeMark(first: number, second: number): Construct {
  return {
    partial: true,
    tokenize(effects, ok, nok) {
      const space: State = (code) => {
        if (code === null || isLineEnd(code)) return ok(code)
        if (!isSpace(code)) return nok(code)
        effects.enter('whitespace')
        effects.consume(code)
        effects.exit('whitespace')
        return space
      }
      const last: State = (code) => {
        if (code !== second) return nok(code)
        effects.consume(code)
        effects.exit('formulaBlockMark')
        return space
      }
      return (code) => {
        if (code !== first) return nok(code)
        effects.enter('formulaBlockMark')
        effects.consume(code)
        return last
      }
    },
  }
}

/** Whether the paragraph that a mark would interrupt has opened a formula in its text, which the mark then closes. */
function hasOpenMark(context: TokenizeContext): boolean {
  const content = context.events.findLast(([event, token]) => event === 'enter' && token.type === 'content')?.[1]
  if (!content) return false
  const text = context.sliceSerialize({ start: content.start, end: context.now() })
  return (text.split('$$').length - 1) % 2 === 0
}
