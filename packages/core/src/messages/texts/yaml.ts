import type { ErrorCode } from 'yaml'

/** What the library for YAML finds wrong, in Chinese, by its code. Its own words are the English. */
export const yamlErrors = {
  ALIAS_PROPS: '别名不能带属性',
  BAD_ALIAS: '别名有误',
  BAD_COLLECTION_TYPE: '集合的类型与标签不符',
  BAD_DIRECTIVE: '指令有误',
  BAD_DQ_ESCAPE: '双引号里的转义有误',
  BAD_INDENT: '缩进有误，或括号没有闭合',
  BAD_PROP_ORDER: '锚点和标签的顺序有误',
  BAD_SCALAR_START: '这个字符不能开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '同一行里不能再嵌套“键: 值”，含冒号的文字请加引号',
  BLOCK_IN_FLOW: '花括号或方括号里不能用缩进写法',
  DUPLICATE_KEY: '同一个字段写了两次',
  IMPOSSIBLE: '无法解析',
  KEY_OVER_1024_CHARS: '字段名超过 1024 个字符',
  MISSING_CHAR: '缺少字符，常见的是引号、括号没有成对，或冒号后面没有空格',
  MULTILINE_IMPLICIT_KEY: '字段名必须在一行之内',
  MULTIPLE_ANCHORS: '一个值只能有一个锚点',
  MULTIPLE_DOCS: '只能有一个文档',
  MULTIPLE_TAGS: '一个值只能有一个标签',
  NON_STRING_KEY: '字段名必须是文字',
  RESOURCE_EXHAUSTION: '别名展开得太多',
  TAB_AS_INDENT: '缩进不能用制表符',
  TAG_RESOLVE_FAILED: '标签无法识别',
  UNEXPECTED_TOKEN: '多出了内容',
} as const satisfies Record<ErrorCode, string>
