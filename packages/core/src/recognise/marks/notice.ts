import type { Line } from '../lines/line.ts'

const words = [
  /版权|著作权/u,
  /侵权|侵犯/u,
  /下载(?:本|后|权|文档|资料|之前)|下载.{0,6}文档/u,
  /VIP|会员|充值|付费/iu,
  /客服|申诉|举报|认领|投诉/u,
  /本站|平台|网站|原创力/u,
  /上传|用户(?:贡献|提供)/u,
  /商业用途|仅供|免责|不(?:做|作)(?:任何)?保证|不支持(?:退款|退换)|退款|不退/u,
  /转载|禁止复制|严禁|未经(?:授权|许可|同意)/u,
  /(?:增值|附加)服务|预览/u,
]

/** A notice stands among so many first lines of a page. */
const reach = 60

/**
 * Returns the lines above a page's own text in which the site that carries it speaks of downloads, members and rights: each
 * has words of three such subjects, or of two next to one that has three.
 *
 * @param lines The lines of the page.
 */
export function noticeLines(lines: readonly Line[]): number[] {
  const subjects = lines.slice(0, reach).map(({ kind, text }) => {
    if (kind !== 'text' || text.length < 20 || text.length > 400) return 0
    return words.filter((word) => word.test(text)).length
  })
  const isSure = (index: number): boolean => (subjects[index] ?? 0) >= 3
  if (!subjects.some((count) => count >= 3)) return []
  return subjects.flatMap((count, index) =>
    count >= 3 || (count === 2 && [-2, -1, 1, 2].some((step) => isSure(index + step))) ? [index] : [],
  )
}
