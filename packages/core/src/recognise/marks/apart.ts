const apart =
  /^[\s\p{P}\p{S}]{0,8}(?:licen[sc]es?|licensing|contribut(?:ing|ors?|ions?)|how to contribute|credits?|acknowledge?ments?|thanks|authors?|about(?: (?:me|us|the authors?|this.{0,20}))?|references?|further reading|bibliography|resources|related (?:projects|links|articles|posts|reading)|see also|links|introduction|intro|preface|foreword|overview|getting started|installation|install|usage|prerequisites|conclusions?|summary|wrap(?:ping)? up|final thoughts|disclaimer|support(?: (?:me|us|this project))?|sponsors?|donat(?:e|ions?)|changelog|todo|roadmap|feedback|contact(?: (?:me|us))?|copyright|table of contents?|contents?|index|star history|stargazers.{0,20}|community|follow(?: (?:me|us))?|share|comments?|参考(?:资料|文献|链接|文章)?|引用|致谢|鸣谢|许可(?:协议|证)?|版权(?:声明|说明)?|贡献(?:者|指南)?|如何贡献|参与(?:贡献|协作)|关于(?:作者|本书|本文|我|我们)?|前言|序言?|引言|导读|简介|介绍|概述|目录|总结|小结|结语|结束语|写在(?:最后|前面)|后记|附录|推荐阅读|相关(?:阅读|文章|链接|推荐)|延伸阅读|扩展阅读|更新(?:日志|记录)|联系(?:方式|我们|作者)|赞助|打赏|公众号|交流群|说明|声明|免责声明|使用说明|star.{0,10})[\s\p{P}\p{S}]{0,8}$/iu

/**
 * Tells whether a title names a part that is about the page rather than its subject: licence, references, introduction.
 *
 * @param title A heading's plain text.
 */
export function isApart(title: string): boolean {
  return title.length < 60 && apart.test(title.trim())
}
