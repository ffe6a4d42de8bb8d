import { type SentenceTable, sayFrom } from '@cardpress/core/messages'

/** Every sentence that this package says to a person. */
export const texts = {
  'about-question': { en: '{reason} (question {number}: {title})', zh: '{reason}（第 {number} 题：{title}）' },
  'anki-answer-long.answer': {
    en: 'the answer is as long as {characters} Chinese characters or {letters} letters; more than {most} or {mostLetters} are hard to learn from one card',
    zh: '答案相当于 {characters} 个汉字或 {letters} 个字母；超过 {most} 个汉字或 {mostLetters} 个字母的卡片很难记住',
  },
  'anki-answer-long.explanation': {
    en: 'the explanation is as long as {characters} Chinese characters or {letters} letters; more than {most} or {mostLetters} are hard to learn from one card',
    zh: '解析相当于 {characters} 个汉字或 {letters} 个字母；超过 {most} 个汉字或 {mostLetters} 个字母的卡片很难记住',
  },
  'anki-cloze-missing': {
    en: 'a cloze question has no deletion: mark one with ==…==',
    zh: '挖空题里没有挖空：请用 ==…== 标出',
  },
  'anki-duplicate-id': { en: 'two questions have the id "{id}"', zh: '两道题的编号都是“{id}”' },
  'anki-duplicate-id.collection': {
    en: 'two of the banks are the collection "{id}"',
    zh: '有两个题库都是合集“{id}”',
  },
  'anki-image-missing': { en: 'the picture {url} cannot be read: {detail}', zh: '图片 {url} 无法读取：{detail}' },
  'anki-image-large': {
    en: "the picture {url} has {size} MB; Anki's sync takes files up to 100 MB",
    zh: '图片 {url} 有 {size} MB；Anki 同步只接受 100 MB 以内的文件',
  },
  'anki-image-type': {
    en: '{url} is no picture that Anki shows: PNG, JPEG, GIF, WebP, AVIF, BMP, ICO or SVG',
    zh: '{url} 不是 Anki 能显示的图片：PNG、JPEG、GIF、WebP、AVIF、BMP、ICO 或 SVG',
  },
  'deck-empty': { en: 'The deck holds no note that Cardpress pressed', zh: '牌组里没有 Cardpress 生成的笔记' },
  'deck-none': { en: 'The file is no Anki deck: {detail}', zh: '这不是 Anki 牌组：{detail}' },
  'deck-new': {
    en: 'The deck was exported for new Anki only: export it again with "Support older Anki versions" ticked',
    zh: '牌组是只供新版 Anki 使用的格式：请勾选“支持旧版 Anki”后重新导出',
  },
  'deck-none.zip': { en: 'invalid zip data', zh: '不是完整的 zip 文件' },
  'deck-none.collection': { en: 'it holds no collection', zh: '里面没有数据' },
} as const satisfies SentenceTable

/** Says a sentence of this package. */
export const say = sayFrom(texts)
