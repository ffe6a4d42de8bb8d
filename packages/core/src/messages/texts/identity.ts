import type { SentenceTable } from '../sentence.ts'

/** Which question is which, and the lock that knows it. */
export const identity = {
  'duplicate-id': {
    en: 'Another question has the id {#{id}} already, so this one gets an id of its own. Give it another',
    zh: '另一道题已经用了编号 {#{id}}，这一题改用自己的编号；请换一个',
  },
  'renamed-id': {
    en: 'This question was {#{from}} and is now {#{to}}: its card starts anew. Write {#{from}} to keep what was learned',
    zh: '这道题原来是 {#{from}}，现在是 {#{to}}，卡片会重新开始；写回 {#{from}} 可保留学习进度',
  },
  'kind-changed': {
    en: 'This question was {from} and is {to} now: it becomes another note in Anki, and what was learned stays with the old one',
    zh: '这道题原来是{from}，现在是{to}：在 Anki 里会成为另一条笔记，学习进度留在旧笔记上',
  },
  'reworded-question': {
    en: 'This question is taken for “{from}” reworded, and keeps its card. If it is another, write a new id after it: {#id}',
    zh: '这道题看作由“{from}”改写而来，沿用原来的卡片；如果是另一道题，请在题后写一个新编号：{#id}',
  },
  'retired-question': {
    en: '“{title}” ({id}) is no longer in the article; its card stays in Anki until you delete it',
    zh: '“{title}”（{id}）已不在文章里；它的卡片会留在 Anki 中，直到你删除',
  },
  'ambiguous-identity': {
    en: 'This question was reworded, and more than one earlier question could be it, so it counts as new. To say which, write its id from the lock after it: {#id}',
    zh: '这道题经过改写，原先有不止一道题可能是它，所以算作新题；要指明是哪一道，请在题后写上锁文件里的编号：{#id}',
  },
  'stale-lock.none': {
    en: 'There is no lock, so nobody knows which question is which; run "cardpress lock" and commit the lock file with the article',
    zh: '没有锁文件，无从知道哪道题是哪道；请运行 cardpress lock，并把锁文件和文章一起提交',
  },
  'stale-lock.changed': {
    en: 'The lock does not fit the article ({added} new, {changed} changed, {retired} removed); run "cardpress lock" and commit the lock file with the article',
    zh: '锁文件与文章不符（新增 {added}、改动 {changed}、移除 {retired}）；请运行 cardpress lock，并把锁文件和文章一起提交',
  },
  'lock.merge': { en: 'the lock holds the marks of a merge conflict', zh: '锁文件里有合并冲突的标记' },
  'lock.merge.hint': {
    en: 'keep the questions of both sides (each id once), then run "cardpress lock"',
    zh: '请保留两边的题目（每个编号只留一次），然后运行 cardpress lock',
  },
  'lock.version': {
    en: 'the lock has version {version} and this build reads {own}',
    zh: '锁文件的版本是 {version}，这个程序只能读 {own}',
  },
  'lock.version.hint': { en: 'install a newer cardpress', zh: '请安装较新的 cardpress' },
  'lock.invalid': {
    en: 'not a valid lock: {path}: expected {expected}, found {found}',
    zh: '锁文件无效：{path} 应为 {expected}，实为 {found}',
  },
  'lock.json': { en: 'the lock is not JSON ({detail})', zh: '锁文件不是 JSON（{detail}）' },
  'lock.restore': {
    en: 'restore it from version control, or from a deck with "cardpress lock --adopt old.apkg"',
    zh: '请从版本库恢复，或用 cardpress lock --adopt old.apkg 从牌组重建',
  },
  'kind.open': { en: 'open', zh: '问答题' },
  'kind.single-choice': { en: 'single-choice', zh: '单选题' },
  'kind.multiple-choice': { en: 'multiple-choice', zh: '多选题' },
  'kind.true-false': { en: 'true-false', zh: '判断题' },
  'kind.short-answer': { en: 'short-answer', zh: '填空题' },
  'kind.cloze': { en: 'cloze', zh: '挖空题' },
} as const satisfies SentenceTable
