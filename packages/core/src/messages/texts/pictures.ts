import type { SentenceTable } from '../sentence.ts'

/** Pictures of an article that are not to be had. Each reason is the end of a sentence that begins with an address. */
export const pictures = {
  'picture.lost': { en: 'The picture {url} {reason}', zh: '图片 {url} {reason}' },
  'picture.remote': {
    en: 'is on another machine and is not fetched on its own; `cardpress assets --fetch` brings it in',
    zh: '在别的机器上，不会自动取回；运行 cardpress assets --fetch 可以取回',
  },
  'picture.no-folder': {
    en: 'cannot be looked for, because the article does not lie in a folder',
    zh: '无处可找，因为文章不在文件夹里',
  },
  'picture.data': { en: 'is not a valid data: address', zh: '不是有效的 data: 地址' },
  'picture.gone': {
    en: 'was fetched, but {path} is gone; run `cardpress assets --fetch` again',
    zh: '曾经取回，但 {path} 不见了；请再运行 cardpress assets --fetch',
  },
  'picture.no-file': { en: 'is not the address of a file beside the article', zh: '不是文章旁边的文件' },
  'picture.missing': {
    en: 'is not there; check the spelling of its name, or copy the file beside the article',
    zh: '不存在；请检查文件名，或把文件复制到文章旁边',
  },
  'picture.outside': {
    en: 'lies outside the folder of the article; copy it in',
    zh: '在文章所在的文件夹之外；请复制进来',
  },
  'picture.circle': { en: 'is a symbolic link that goes round in a circle', zh: '是循环的符号链接' },
  'picture.denied': { en: 'may not be read (permission denied)', zh: '没有读取权限' },
  'picture.folder': { en: 'is a folder, not a picture', zh: '是文件夹，不是图片' },
  'picture.empty': { en: 'is empty', zh: '是空文件' },
  'picture.large': { en: 'has {size} MB; more than {most} MB is refused', zh: '有 {size} MB，超过了 {most} MB 的上限' },
  'picture.type': {
    en: 'is not a PNG, JPEG, GIF, WebP or SVG picture, whatever its name says',
    zh: '不是 PNG、JPEG、GIF、WebP 或 SVG 图片（不论文件名怎么写）',
  },
  'picture.size': { en: 'has no width or no height', zh: '没有宽度或高度' },
  'picture.pixels': {
    en: 'has {width} × {height} pixels; more than {most} million are refused',
    zh: '有 {width} × {height} 像素，超过了 {most} 百万像素的上限',
  },
} as const satisfies SentenceTable
