import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import type { Settings } from '../settings.ts'
import { recognise } from './recognise.ts'
import type { QuestionDraft, Recognition } from './recognition.ts'

declare module 'vfile' {
  interface DataMap {
    /** The questions of the document, by {@link remarkQuestions}. */
    questions: readonly QuestionDraft[]
    /** All that was recognised: questions, leftovers, how the document was read. */
    recognition: Recognition
  }
}

/**
 * A unified plugin that finds the questions of a Markdown document: `file.data.questions`, and with them
 * `file.data.recognition`. The tree stays as it is; what the author should know becomes messages of the file.
 *
 * @param settings How the document marks its questions, where that should not be inferred.
 */
export function remarkQuestions(settings: Settings = {}): (tree: Root, file: VFile) => undefined {
  return (tree, file) => {
    const recognition = recognise({ tree, source: String(file) }, settings)
    file.data.questions = recognition.questions
    file.data.recognition = recognition
    file.messages.push(...recognition.messages)
  }
}
