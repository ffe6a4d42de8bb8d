/** Titles of parts that are about the page rather than its subject, in lower case, without punctuation. */
const titles = new Set(
  `licence|licences|license|licenses|licensing|contributing|contribution|contributions|contributor|contributors|contribute
how to contribute|credit|credits|acknowledgement|acknowledgements|acknowledgment|acknowledgments|thanks|author|authors
about|about me|about us|about the author|about the authors|reference|references|further reading|bibliography|resources
related projects|related links|related articles|related posts|related reading|see also|links|introduction|intro|preface
foreword|overview|getting started|installation|install|usage|prerequisites|conclusion|conclusions|summary|wrap up|wrapping up
final thoughts|disclaimer|learning objectives|learning objective|objectives|learning outcomes|learning goals|course objectives
lesson objectives|exam objectives|what you will learn|what you ll learn|agenda|syllabus|support|support me|support us|support this project|sponsor|sponsors|donate|donation|donations
changelog|todo|roadmap|feedback|contact|contact me|contact us|copyright|table of contents|table of content|content|contents
index|star history|community|follow|follow me|follow us|share|comment|comments
参考|参考资料|参考文献|参考链接|参考文章|引用|致谢|鸣谢|许可|许可协议|许可证|版权|版权声明|版权说明|贡献|贡献者|贡献指南|如何贡献
参与贡献|参与协作|关于|关于作者|关于本书|关于本文|关于我|关于我们|前言|序|序言|引言|导读|简介|介绍|概述|目录|总结|小结|结语|结束语
写在最后|写在前面|后记|附录|推荐阅读|相关阅读|相关文章|相关链接|相关推荐|延伸阅读|扩展阅读|更新日志|更新记录|联系方式|联系我们
联系作者|赞助|打赏|公众号|交流群|说明|声明|免责声明|使用说明`.split(/[|\n]/),
)
const openings = ['about this ', 'stargazers']

/**
 * Tells whether a title names a part that is about the page rather than its subject: licence, references, introduction.
 *
 * @param title A heading's plain text.
 */
export function isApart(title: string): boolean {
  if (title.length > 60) return false
  const words = title
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}\s]/gu, ' ')
    .trim()
    .replaceAll(/ {2}/g, ' ')
  return titles.has(words) || (words.length < 30 && openings.some((opening) => words.startsWith(opening)))
}
