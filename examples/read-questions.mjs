// Prints the questions of a collection. usage: node read-questions.mjs content/…/dist/json/v1/questions.json
import { readFile } from 'node:fs/promises'

const bank = JSON.parse(await readFile(process.argv[2], 'utf8'))
if (!bank.schemaVersion.startsWith('1.')) throw new Error(`this reads schema 1.x, not ${bank.schemaVersion}`)

console.log(`${bank.title} [${bank.language}]: ${bank.counts.questions} questions`)
for (const question of bank.questions) {
  const section = question.section.length > 0 ? `${question.section.join(' > ')}: ` : ''
  console.log(`\n${section}${question.prompt.text}`)
  for (const option of question.options ?? []) {
    console.log(`  ${option.correct ? '*' : ' '} ${option.label}. ${option.text}`)
  }
  console.log(`  = ${question.answer?.text ?? '(no answer)'}`)
}
