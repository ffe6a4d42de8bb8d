import type { SentenceTable } from '../sentence.ts'

/** What the programs of the packages say besides their messages. */
export const programs = {
  'lock-kept': {
    en: '{path}: it is not certain that the article was read rightly, so the lock stays as it is; look with "cardpress check --explain", then say how it marks its questions, or run it with --accept',
    zh: '{path}：不能确定文章读得对不对，锁文件保持不变；请看 cardpress check --explain，然后写明题目怎样开头，或加 --accept 再运行',
  },
  'deck-withheld': {
    en: '{path}: it is not certain that the article was read rightly; look with "cardpress check --explain", then say how it marks its questions, or run it with --accept',
    zh: '{path}：不能确定文章读得对不对；请看 cardpress check --explain，然后写明题目怎样开头，或加 --accept 再运行',
  },
  'lock-stale': {
    en: '{path}: the lock does not fit the article; run "cardpress lock" and commit it',
    zh: '{path}：锁文件与文章不符；请运行 cardpress lock 并提交',
  },
  'lock-fresh': { en: 'up to date', zh: '已是最新' },
  'lock-counts': {
    en: '{added} new · {changed} changed · {retired} retired',
    zh: '新增 {added} · 改动 {changed} · 移除 {retired}',
  },
  'lock-refreshed': { en: ' · all refreshed', zh: ' · 全部刷新' },
  'bank-written': {
    en: '{path}  {questions} questions, {pictures} pictures, {encoding}',
    zh: '{path}  {questions} 题，{pictures} 张图片，{encoding}',
  },
  'usage-bank': { en: 'Usage: {name} BANK [options]', zh: '用法：{name} 题库 [选项]' },
  'usage-folder': { en: 'Usage: {name} [FOLDER] [options]', zh: '用法：{name} [文件夹] [选项]' },
  'show-help': { en: 'show this help', zh: '显示帮助' },
  'about-lock': {
    en: 'Brings the lock of a collection up to date with its article: which question is which, and when it changed.',
    zh: '使合集的锁文件与文章一致：哪道题是哪道题，什么时候改动过。',
  },
  'about-parse': {
    en: 'Reads the article of a collection (article.md, .txt or .html) into dist/bank.json and dist/assets/.',
    zh: '读取合集的文章（article.md、.txt 或 .html），写出 dist/bank.json 和 dist/assets/。',
  },
  'switch.refresh': {
    en: 'count every question as changed, after a change of how cards look',
    zh: '把每道题都算作改动（卡片样式变了之后用）',
  },
  'switch.frozen-lock': {
    en: 'write nothing, and fail when the lock does not fit the article (always so where CI is set)',
    zh: '什么都不写，锁文件与文章不符即报错（设置了 CI 时总是如此）',
  },
  'switch.accept': { en: 'take a reading that is not certain', zh: '即使读法不确定也采用' },
  'file-written': { en: '{path}  {bytes} bytes', zh: '{path}  {bytes} 字节' },
  'one-folder': { en: 'one folder is enough', zh: '只需要一个文件夹' },
  'one-bank': { en: 'one bank is needed: dist/bank.json', zh: '需要一个题库：dist/bank.json' },
  'unknown-option': { en: 'unknown option {option}', zh: '没有选项 {option}' },
  'run-help': { en: 'Run "{name} --help" for its options.', zh: '用 "{name} --help" 查看选项。' },
  bug: { en: 'this is a bug in {name}', zh: '这是 {name} 的程序错误' },
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
  'clock.epoch': {
    en: 'SOURCE_DATE_EPOCH is {value}: expected seconds since 1970, such as 1700000000',
    zh: 'SOURCE_DATE_EPOCH 是 {value}：应为自 1970 年起的秒数，例如 1700000000',
  },
} as const satisfies SentenceTable
