/**
 * Returns an accepted answer as Moodle takes it to the letter: an asterisk would stand for anything.
 *
 * @see https://docs.moodle.org/en/Short-Answer_question_type
 */
export function literally(answer: string): string {
  return answer.replaceAll('*', '\\*')
}
