import type { Extension } from 'mdast-util-from-markdown'
import type { InlineMath, Math as MathBlock } from 'mdast-util-math'

/** Returns the mdast-util-from-markdown extension for the tokens of `syntax.ts`: `inlineMath` and `math` nodes. */
export function formulasFromMarkdown(): Extension {
  return {
    enter: {
      formula(token) {
        this.enter({ type: 'inlineMath', value: '' } as InlineMath, token)
        this.buffer()
      },
      formulaBlock(token) {
        this.enter({ type: 'math', value: '' } as MathBlock, token)
        this.buffer()
      },
    },
    exit: {
      formula(token) {
        const value = this.resume()
        const node = this.stack.at(-1) as InlineMath
        node.value = value.trim()
        // `$$…$$` and `\\[…\\]` are display formulas; alone in a paragraph they become blocks (tidy.ts).
        if (/^(?:\$\$|\\\[)/.test(this.sliceSerialize(token))) node.data = { ...node.data, display: true } as never
        this.exit(token)
      },
      formulaBlock(token) {
        const value = this.resume()
        const node = this.stack.at(-1) as MathBlock
        node.value = value.trim()
        this.exit(token)
      },
      formulaData: asData,
      formulaBlockData: asData,
    },
  }
}

const asData: NonNullable<Extension['exit']>[string] = function (token) {
  this.config.enter.data?.call(this, token)
  this.config.exit.data?.call(this, token)
}
