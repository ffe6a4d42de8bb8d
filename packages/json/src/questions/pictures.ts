import type { QuestionBank } from '@cardpress/core'

/** Returns the pictures that a bank shows, each once, in alphabetical order of their paths. */
export function picturesOf(bank: QuestionBank): readonly string[] {
  const urls = new Set<string>()
  collect(bank.questions, urls)
  return [...urls].sort()
}

function collect(value: unknown, urls: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  if (isImage(value)) urls.add(value.url)
  for (const child of Object.values(value)) collect(child, urls)
}

function isImage(value: object): value is { url: string } {
  return (value as { type?: unknown }).type === 'image' && typeof (value as { url?: unknown }).url === 'string'
}
