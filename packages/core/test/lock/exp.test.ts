import { readdirSync } from 'node:fs'
import { parseBank, updateLock, toLine, type QuestionDraft } from '@cardpress/core'
import { readArticleFiles } from '@cardpress/core/disk'
import { test } from 'vitest'
import { open } from './drafts.ts'
const opts = { collection: 'c', deck: 'd', now: 5 }
test('x', async () => {
  const dir = '/work/shared/corpus/'
  const pages: [string, readonly QuestionDraft[]][] = []
  for (const name of readdirSync(dir).filter((n) => /\.(md|txt)$/.test(n) && n !== 'SOURCES.md')) {
    const f = await readArticleFiles(dir + name, { withLock: false })
    const r = await parseBank({ ...f, orphanLocks: [] , readPicture: async () => Buffer.from('') })
    pages.push([name, r.article?.recognition.questions ?? []])
  }
  for (const [i, [name, qs]] of pages.entries()) {
    const t0 = performance.now()
    const first = updateLock(undefined, qs, opts)
    const t1 = performance.now()
    const ids = first.identities.map((x) => x.id)
    const reword = (q: QuestionDraft, k: number) => {
      const t = toLine(q.prompt)
      const w = /\p{sc=Han}/u.test(t) ? [...t] : t.split(' ')
      const g = /\p{sc=Han}/u.test(t) ? '' : ' '
      const at = (k * 7) % w.length
      if (k % 3 === 0) w.splice(at, 1)
      else if (k % 3 === 1) w.splice(at, 1, g ? 'actually' : '其')
      else w.splice(at, 0, g ? 'really' : '究竟')
      return { ...q, prompt: open(w.join(g)).prompt } as QuestionDraft
    }
    // reword each, in place
    const all = updateLock(first.lock, qs.map(reword), opts)
    const kept = all.identities.filter((x, k) => x.id === ids[k]).length
    const wrong = all.identities.filter((x, k) => x.id !== ids[k] && ids.includes(x.id)).length
    // reword every 4th and reverse order
    const some = qs.map((q, k) => (k % 4 === 0 ? reword(q, k) : q))
    const rev = updateLock(first.lock, [...some].reverse(), opts)
    const revIds = rev.identities.map((x) => x.id).reverse()
    const kept2 = revIds.filter((x, k) => x === ids[k]).length
    const wrong2 = revIds.filter((x, k) => x !== ids[k] && ids.includes(x)).length
    // replaced by questions of other page, in place
    const other = pages[(i + 1) % pages.length]![1]
    const repl = qs.map((q, k) => (k % 3 === 0 && other[k] ? other[k]! : q))
    const r3 = updateLock(first.lock, repl, opts)
    const wrong3 = r3.identities.filter((x, k) => k % 3 === 0 && other[k] && ids.includes(x.id)).length
    // replaced by other question of same page removed from it: hold out
    const held = qs.filter((_, k) => k % 5 === 4)
    const base = qs.filter((_, k) => k % 5 !== 4)
    const l4 = updateLock(undefined, base, opts)
    const ids4 = l4.identities.map((x) => x.id)
    const repl4 = base.map((q, k) => (k % 4 === 1 && held[(k - 1) / 4] ? held[(k - 1) / 4]! : q))
    const r4 = updateLock(l4.lock, repl4, opts)
    const wrong4 = r4.identities.map((x, k) => (k % 4 === 1 && held[(k - 1) / 4] && ids4.includes(x.id) ? k : -1)).filter((k) => k >= 0)
    for (const k of wrong4.slice(0, 3)) console.log('   WRONG', toLine(base[k]!.prompt).slice(0, 80), '=>', toLine(repl4[k]!.prompt).slice(0, 80))
    console.log(name, qs.length, 'reworded in place', kept, 'wrong', wrong, '| reversed', kept2, 'wrong', wrong2, '| replaced taken', wrong3, '| held', wrong4.length, 'of', held.length, Math.round(t1 - t0) + 'ms')
    const lost = qs.filter((_, k) => all.identities[k]!.id !== ids[k]).slice(0, 2)
    for (const q of lost) console.log('   lost', toLine(q.prompt).slice(0, 90))
  }
}, 120000)
