import type { SentenceTable } from '../sentence.ts'

/** Wrong fields of settings, frontmatter, banks and locks: what was expected there, and what stands there. */
export const fields = {
  'broken-yaml': { en: 'The {what} is not valid YAML: {detail}', zh: '{what}不是有效的 YAML：{detail}' },
  'wrong-field.none': {
    en: 'The {what} holds no fields: expected “title: …” or another field, one a line',
    zh: '{what}里没有字段：应该是“title: …”之类，每行一个',
  },
  'wrong-field': {
    en: '“{path}” in the {what}: expected {expected}, found {found}',
    zh: '{what}里的“{path}”：应为{expected}，实为 {found}',
  },
  'unknown-field': { en: 'There is no field “{path}” in the {what}', zh: '{what}里没有“{path}”这个字段' },
  'unknown-field.meant': {
    en: 'There is no field “{path}” in the {what}; did you mean “{meant}”?',
    zh: '{what}里没有“{path}”这个字段；是不是想写“{meant}”？',
  },
  'invalid-bank': { en: '{path}: expected {expected}, found {found}', zh: '{path}：应为{expected}，实为 {found}' },
  'bank.invalid': {
    en: 'not a valid bank: {place}expected {expected}, found {found}{more}',
    zh: '题库无效：{place}应为{expected}，实为 {found}{more}',
  },
  'bank.place': { en: '{path}: ', zh: '{path} ' },
  'bank.more': { en: ' (and {count} more)', zh: '（另有 {count} 处）' },
  'bank.json': { en: 'a bank in JSON', zh: ' JSON 格式的题库' },
  'bank.object': { en: 'a bank, that is, a JSON object', zh: '题库，即一个 JSON 对象' },
  'bank.empty': { en: 'an empty file', zh: '空文件' },
  'bank.no-json': { en: 'text that is not JSON ({detail})', zh: '不是 JSON 的文字（{detail}）' },
  'bank.version': { en: '"1.x" (this build writes {own}{advice})', zh: ' "1.x"（这个程序写 {own}{advice}）' },
  'bank.version.advice': { en: '; parse the article again', zh: '；请重新读取文章' },
  'bank.duplicate-question': { en: 'two questions have the id "{id}"', zh: '互不相同的编号（两道题都是 "{id}"）' },
  'bank.duplicate-option': {
    en: 'two options have the label "{label}"',
    zh: '互不相同的标号（两个选项都是 "{label}"）',
  },
  'bank.unknown-key': { en: 'the key names "{label}", which is no option', zh: '某个选项的标号（没有选项 "{label}"）' },
  'what.frontmatter': { en: 'frontmatter', zh: '文首元数据' },
  'what.settings': { en: 'settings file', zh: '设置文件' },
  'field.none': { en: 'no such field', zh: '没有这个字段' },
  'field.nothing': { en: 'nothing', zh: '空' },
  'field.or': { en: ' or ', zh: ' 或 ' },
  'field.a': { en: 'a {type}', zh: '{type}' },
  'field.an': { en: 'an {type}', zh: '{type}' },
  'field.whole': { en: 'a whole number', zh: '整数' },
  'field.least': { en: 'at least {amount}', zh: '至少 {amount}' },
  'field.most': { en: 'at most {amount}', zh: '至多 {amount}' },
  'field.characters': { one: '{count} character', en: '{count} characters', zh: '{count} 个字符' },
  'field.items': { one: '{count} item', en: '{count} items', zh: '{count} 项' },
  'type.string': { en: 'string', zh: '文字' },
  'type.number': { en: 'number', zh: '数字' },
  'type.boolean': { en: 'boolean', zh: '布尔值（true 或 false）' },
  'type.array': { en: 'array', zh: '列表' },
  'type.object': { en: 'object', zh: '一组字段' },
  'type.record': { en: 'record', zh: '一组字段' },
  'condition.none': {
    en: '"{part}" is no condition: expected FIELD=VALUE or FIELD!=VALUE, where FIELD is one of {fields}',
    zh: '“{part}”不是条件：应写作 字段=值 或 字段!=值，字段可以是 {fields}',
  },
} as const satisfies SentenceTable

/** What a schema itself says that it expects. */
export const expectations = {
  lines: { en: 'a line such as 12, or lines such as 12-15', zh: '行号（如 12）或行的范围（如 12-15）' },
  language: { en: 'a BCP 47 language tag such as “en” or “zh-CN”', zh: ' BCP 47 语言标签，例如“en”或“zh-CN”' },
  address: { en: 'an address that starts with http:// or https://', zh: '以 http:// 或 https:// 开头的地址' },
  collection: {
    en: 'an id of a–z, 0–9, ".", "_", "-", at most 64 characters',
    zh: '由 a–z、0–9、"."、"_"、"-" 组成的编号，至多 64 个字符',
  },
  'unique-id': { en: 'an id that no other question has', zh: '别的题没有用过的编号' },
} as const satisfies SentenceTable
