import { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import { guardedRecognise } from '../../src/limits/guarded-recognise.ts'

const worker = (name: string) => new URL(`workers/${name}.js`, import.meta.url)
const input = { path: 'a.md', source: '# a' }

/** Runs with a worker and returns the message that it was refused with. */
async function refusal(name: string, limits = {}): Promise<VFileMessage> {
  const error: unknown = await guardedRecognise(input, limits, worker(name)).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof VFileMessage) return error
  throw error ?? new Error('it was not refused')
}

test('a reading that does not end is ended, and says so', async () => {
  const start = performance.now()
  const message = await refusal('endless', { time: 300 })
  expect(performance.now() - start).toBeLessThan(10_000)
  expect([message.ruleId, message.fatal, message.file]).toEqual(['too-slow', true, 'a.md'])
})

test('a reading that needs too much memory is ended, and says so', async () => {
  const message = await refusal('greedy', { time: 60_000, memory: 32 })
  expect(message.ruleId).toBe('too-large-in-memory')
  expect(message.reason).toContain('32 MB')
})

test('an article that cannot be read is refused with the message of its thread', async () => {
  const message = await refusal('refusing')
  expect([message.ruleId, message.reason, message.line, message.fatal]).toEqual(['too-deep', 'Too deep', 7, true])
})

test('a bug in the thread is thrown as a bug', async () => {
  await expect(guardedRecognise(input, {}, worker('buggy'))).rejects.toThrow('this is a bug in cardpress')
})

test('a thread that dies is an error, not a hang', async () => {
  await expect(guardedRecognise(input, { time: 2000 }, worker('crashing'))).rejects.toThrow('ended with code 3')
})

test('a thread is used again, and its messages arrive as messages', async () => {
  const first = await guardedRecognise(input, {}, worker('counting'))
  const second = await guardedRecognise(input, {}, worker('counting'))
  expect([first.source, second.source]).toEqual(['answer 1', 'answer 2'])
  expect(first.messages[0]).toBeInstanceOf(VFileMessage)
  expect(first.messages[0]?.ruleId).toBe('a-rule')
})
