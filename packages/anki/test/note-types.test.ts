import { createHash } from 'node:crypto'
import { noteTypes } from '@cardpress/anki'
import { describe, expect, it } from 'vitest'

describe('note types', () => {
  it('keep their ids, fields and template names for life', async () => {
    const frozen = Object.values(noteTypes).map(({ id, name, cloze, fields, templateName }) => ({
      id,
      name,
      cloze,
      fields,
      templateName,
    }))
    await expect(`${JSON.stringify(frozen, null, 2)}\n`).toMatchFileSnapshot('fixtures/frozen-note-types.json')
  })

  it('are revised when their templates or style change: raise `revised` and accept the new snapshot', async () => {
    const revisions = Object.values(noteTypes).map(({ name, revised, front, back, css }) => ({
      name,
      revised,
      sha256: createHash('sha256')
        .update(JSON.stringify([front, back, css]))
        .digest('hex'),
    }))
    await expect(`${JSON.stringify(revisions, null, 2)}\n`).toMatchFileSnapshot('fixtures/revisions.json')
  })

  it('have as many fields as each other, the last of them the person’s own', () => {
    for (const { fields } of Object.values(noteTypes)) {
      expect(fields).toHaveLength(18)
      expect(new Set(fields).size).toBe(18)
      expect(fields.at(-1)).toBe('MyNotes')
    }
  })

  it('use only fields that they have', () => {
    for (const { front, back, fields } of Object.values(noteTypes)) {
      const used = [...`${front}${back}`.matchAll(/\{\{[#/^]?(?:cloze:)?(\w+)\}\}/g)].map(([, name]) => name)
      expect(used.length).toBeGreaterThan(10)
      expect(used.filter((name) => !(fields as readonly (string | undefined)[]).includes(name))).toEqual([])
    }
  })

  it('have scripts without a bracket after a backslash, which would switch MathJax on', () => {
    for (const { front, back } of Object.values(noteTypes)) expect(front + back).not.toMatch(/\\[([]/)
  })
})
