import { type SentenceTable, sayFrom } from '@cardpress/core/messages'

/** Every sentence that this package says to the person who prints; what is printed is in the labels. */
export const texts = {
  'usage.grid': { en: '--grid needs COLUMNSxROWS, as in 2x4', zh: '--grid 要写成 列数x行数，例如 2x4' },
  'usage.offset': {
    en: '--offset needs two numbers of millimetres, as in 0.5,-1',
    zh: '--offset 要写两个毫米数，例如 0.5,-1',
  },
  'usage.number': {
    en: '--{name} needs a number from {least} to {most}, not "{given}"',
    zh: '--{name} 要写 {least} 到 {most} 之间的数，而不是“{given}”',
  },
  'usage.whole-number': {
    en: '--{name} needs a whole number from {least} to {most}, not "{given}"',
    zh: '--{name} 要写 {least} 到 {most} 之间的整数，而不是“{given}”',
  },
  'usage.choice': {
    en: '--{name} is one of {choices}, not "{given}"',
    zh: '--{name} 只能是 {choices} 之一，而不是“{given}”',
  },
  'usage.choices': { en: '--{name} is of {choices}, not "{given}"', zh: '--{name} 从 {choices} 中选，没有“{given}”' },
  'usage.version-name': {
    en: '--versions needs names of letters and digits, not "{given}"',
    zh: '--versions 的名称由字母和数字组成，不能是“{given}”',
  },
  'usage.version-twice': { en: '--versions names one twice', zh: '--versions 有重复的名称' },
  'usage.points': {
    en: '--points needs KIND=NUMBER, KIND of {kinds}, not "{given}"',
    zh: '--points 要写成 题型=分值，题型是 {kinds} 之一，而不是“{given}”',
  },
  'usage.setting': {
    en: '--pdf knows no "{given}"; it takes {names}',
    zh: '--pdf 没有“{given}”；可用的有 {names}',
  },
  'usage.setting-meant': {
    en: '--pdf knows no "{given}"; did you mean {meant}?',
    zh: '--pdf 没有“{given}”；是不是想写 {meant}？',
  },
  'usage.setting-value': {
    en: '--pdf {name} needs a value: {name}={value}',
    zh: '--pdf {name} 需要一个值：{name}={value}',
  },
  'usage.setting-switch': {
    en: '--pdf {name} is on or off and takes no value',
    zh: '--pdf {name} 只有开和关，不带值',
  },
  'does-not-fit': {
    en: 'the cheat sheet needs more than {pages} pages even at {size} pt',
    zh: '即使用 {size} pt，速查表也需要 {pages} 页以上',
  },
  'card-continues': {
    one: '{count} question goes on on another card, too long for one even at {size} pt, {grid} cards a sheet: {names}{rest}{larger}',
    en: '{count} questions go on on another card, too long for one even at {size} pt, {grid} cards a sheet: {names}{rest}{larger}',
    zh: '{count} 题即使用 {size} pt 也放不进一张卡片（每页 {grid} 张），在下一张上继续：{names}{rest}{larger}',
  },
  'card-continues.larger': { en: ' (--grid 1x2 makes the largest cards)', zh: '（--grid 1x2 的卡片最大）' },
  'card-continues.more': { en: ', and {count} more', zh: '，另有 {count} 题' },
  'missing-glyph': {
    en: 'no font has the character U+{code}: [U+{code}] is printed in its place',
    zh: '没有字体含有字符 U+{code}：以 [U+{code}] 代替',
  },
  'unprintable-formula': {
    en: 'the formula {tex} cannot be set: its source is printed',
    zh: '公式 {tex} 无法排版：印出它的源码',
  },
  'unprintable-picture': { en: 'the picture {url} is not printed: {reason}', zh: '图片 {url} 没有印出：{reason}' },
  'options-not-shuffled': {
    en: 'question {number}: options are not shuffled, {reason}',
    zh: '第 {number} 题：选项没有打乱，{reason}',
  },
  'kept.letters': { en: 'its options are not lettered A, B, C, …', zh: '因为选项不是按 A、B、C 排列的' },
  'kept.place': { en: 'its explanation names options by their place', zh: '因为解析按位置提到了选项' },
  'kept.explanation': {
    en: 'a letter in its explanation may or may not name an option: {text}',
    zh: '因为解析里的字母可能是选项，也可能不是：{text}',
  },
  'kept.prompt': { en: 'letters in its prompt may be mistaken for options', zh: '因为题干里的字母可能被当作选项' },
  'kept.code': {
    en: 'a formula or code in its explanation may name an option',
    zh: '因为解析里的公式或代码可能提到了选项',
  },
  'kept.above': { en: 'option {label} speaks of the ones above it', zh: '因为选项 {label} 提到了它上面的选项' },
  'kept.option': {
    en: 'a letter in option {label} may or may not name an option',
    zh: '因为选项 {label} 里的字母可能是选项，也可能不是',
  },
  'kept.names': { en: 'its prompt names options', zh: '因为题干提到了选项' },
  'picture.format': {
    en: 'its format cannot be printed (PNG, JPEG and SVG can)',
    zh: '这种格式不能印（PNG、JPEG、SVG 可以）',
  },
  'picture.size': { en: 'it has no size', zh: '没有尺寸' },
  'picture.cut': { en: 'the file is cut off', zh: '文件不完整' },
  'picture.large': { en: 'it is too large ({width} × {height})', zh: '太大（{width} × {height}）' },
  'picture.packed': { en: 'its pixels cannot be unpacked', zh: '像素无法解压' },
  'picture.missing': { en: 'pixels are missing', zh: '缺少像素' },
  'picture.damaged': { en: 'its segments are damaged', zh: '数据段已损坏' },
} as const satisfies SentenceTable

/** Says a sentence of this package. */
export const say = sayFrom(texts)
