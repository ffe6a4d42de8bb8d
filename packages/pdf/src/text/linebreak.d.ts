declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string)
    /** The next place where a line may (`required`: must) be broken, or null at the end. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null
  }
}
