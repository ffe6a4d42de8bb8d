import { stylesheet } from '@cardpress/html'
import { pictureEndings } from '../fields/lost-pictures.ts'
import { type Words, words } from '../words.ts'

const latin = '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue"'
const simplified = '"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC"'
const traditional = '"PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Source Han Sans TC"'
const japanese = '"Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP", "Source Han Sans"'
const korean = '"Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR"'

/** Words that stand on the card by themselves come from the style, so that one note type serves every language. */
function labels(selector: string, its: Words): string {
  const say = (part: string, text: string) => `${selector} ${part} { content: "${text}"; }`
  return [
    say('.cp-hint > summary::before', its.hint),
    say('.cp-explanation::before', its.explanation),
    say('.cp-references::before', its.references),
    say('.cp-mine::before', its.myNotes),
    say('.cp-key::before', its.answer),
    say('.cp-source::before', its.source),
    say('.cp-verdict[data-verdict="right"]::before', its.right),
    say('.cp-verdict[data-verdict="wrong"]::before', its.wrong),
    say('.cp-verdict[data-verdict="partly"]::before', its.partly),
    say('.cp-missed::after', its.missed),
    say('.cp-wrong::after', its.picked),
    `${selector}[data-kind="multiple-choice"] .cp-kind::before { content: "${its.multiple}"; }`,
  ].join('\n')
}

/** Selects links to pictures, by the ends of their addresses. */
function linkedPicture(element: string, part = ''): string {
  return pictureEndings.map((ending) => `.cp ${element}[href$=".${ending}" i]${part}`).join(', ')
}

/**
 * The style of every card. Colours are variables, once for day and once for night: Anki's desktop and AnkiMobile say
 * `.nightMode`, older AnkiDroid `.night_mode`.
 */
export const cardStyle = `${stylesheet}
.card {
  --paper: #fbfaf8; --ink: #22211f; --quiet: #75716a; --line: #e2ded6; --tint: #f2efe9; --accent: #2f5fd0;
  --pick: #eaf0fd; --right: #1b7f4b; --right-tint: #e8f5ee; --wrong: #c0392b; --wrong-tint: #fcedeb;
  --warn: #8a5a00; --warn-tint: #fff6e0; --mark: #ffe89a; --ground: var(--paper); --edge: rgba(40, 32, 20, .2);
  margin: 0; padding: 20px 18px 28px; background: var(--paper); color: var(--ink);
  font-family: ${latin}, ${simplified}, "Noto Sans SC", sans-serif;
  font-size: 17px; line-height: 1.6; text-align: left; -webkit-text-size-adjust: 100%;
}
.nightMode.card, .nightMode .card, .night_mode.card, .night_mode .card {
  --paper: #1f1f21; --ink: #e6e4df; --quiet: #9c978e; --line: #3b3b3e; --tint: #2a2a2d; --accent: #8fb1ff;
  --pick: #26314a; --right: #6fd19b; --right-tint: #1e3529; --wrong: #ff8f80; --wrong-tint: #3d2624;
  --warn: #f0c467; --warn-tint: #383020; --mark: #6b5a1b; --edge: rgba(0, 0, 0, .65);
}
.cp { max-width: 680px; margin: 0 auto; overflow-wrap: break-word; line-break: strict; text-autospace: normal; }
.cp:lang(zh) { line-height: 1.75; }
.cp:lang(zh-TW), .cp:lang(zh-HK), .cp:lang(zh-Hant) { font-family: ${latin}, ${traditional}, sans-serif; }
.cp:lang(ja) { font-family: ${latin}, ${japanese}, sans-serif; line-height: 1.75; }
.cp:lang(ko) { font-family: ${latin}, ${korean}, sans-serif; word-break: keep-all; }

.cp-crumb { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: baseline; min-height: 1px;
  margin-bottom: 14px; color: var(--quiet); font-size: 13px; line-height: 1.4; }
.cp-number { color: var(--accent); font-weight: 600; font-variant-numeric: tabular-nums; }
.cp-number::before { content: "#"; opacity: .6; }
.cp-question { font-size: 19px; line-height: 1.55; font-weight: 500; }
.cp-question:lang(zh), .cp-question:lang(ja) { line-height: 1.65; }
.cp-text { font-weight: 400; }
.cp-question strong, .cp-question b { font-weight: 700; }
.cp-stem { margin-bottom: 14px; padding-left: 14px; border-left: 3px solid var(--line); font-size: 16px; }
hr#answer { height: 1px; margin: 22px 0; border: 0; background: var(--line); }

.cp p, .cp ul, .cp ol, .cp pre, .cp blockquote { margin: 0 0 .75em; }
.cp h1, .cp h2, .cp h3, .cp h4, .cp h5, .cp h6 { margin: 1em 0 .4em; font-size: 1em; line-height: 1.4; font-weight: 700; }
.cp div > :first-child, .cp li > :first-child, .cp blockquote > :first-child, .cp td > :first-child { margin-top: 0; }
.cp div > :last-child, .cp li > :last-child, .cp blockquote > :last-child, .cp td > :last-child { margin-bottom: 0; }
.cp ul, .cp ol { padding-left: 1.5em; }
.cp li + li { margin-top: .3em; }
.cp blockquote { padding-left: 14px; border-left: 3px solid var(--line); color: var(--quiet); }
/* Chinese, Japanese and Korean have no italics: slanted letters are a makeshift. */
.cp em:lang(zh), .cp em:lang(ja), .cp em:lang(ko) { font-style: normal; font-weight: 600; }
.cp .hljs-comment, .cp .hljs-quote, .cp .hljs-meta { font-style: normal; }
.cp .cp-stem blockquote { color: inherit; }
.cp a { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
.cp mark { padding: 0 .15em; border-radius: 3px; background: var(--mark); color: inherit; }
.cp code, .cp pre { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Roboto Mono", "Noto Sans Mono CJK SC", monospace; }
.cp code { padding: .12em .35em; border-radius: 5px; background: var(--code-ground); font-size: .88em; font-weight: 400; }
.cp pre { padding: 12px 14px; overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--code-ground);
  font-size: 14px; line-height: 1.5; font-weight: 400; tab-size: 4; -webkit-overflow-scrolling: touch; }
.cp pre code { padding: 0; background: none; font-size: inherit; white-space: pre; }
/* What goes on beyond an edge casts a shadow there: two covers move with the content, two shadows stay. */
.cp .table, .cp pre {
  background: linear-gradient(to right, var(--ground) 40%, transparent) left / 36px 100% no-repeat local,
    linear-gradient(to left, var(--ground) 40%, transparent) right / 36px 100% no-repeat local,
    linear-gradient(to right, var(--edge), transparent) left / 12px 100% no-repeat scroll,
    linear-gradient(to left, var(--edge), transparent) right / 12px 100% no-repeat scroll, var(--ground);
}
.cp pre { --ground: var(--code-ground); }
.cp .table { margin: 0 0 .75em; -webkit-overflow-scrolling: touch; }
.cp table { margin: 0; font-size: 15px; line-height: 1.45; font-weight: 400; }
.cp th, .cp td { box-sizing: border-box; min-width: 4em; max-width: 17em; padding: 6px 8px; border: 1px solid var(--line); vertical-align: top; }
.cp th { font-weight: 600; }
.cp thead th { border-bottom: 2px solid var(--quiet); }
.cp img { max-width: 100%; height: auto; border-radius: 6px; vertical-align: middle; }
/* Figures with nothing behind them are drawn for paper; at night the paper is dimmed. */
.nightMode .cp img, .night_mode .cp img { background: #fff; filter: brightness(.82); }
/* A picture that did not come along is a link to where it is: it must not read as a sentence. */
${linkedPicture('a')} { display: inline-block; box-sizing: border-box; max-width: 100%; padding: 7px 12px;
  border: 1px dashed var(--quiet); border-radius: 8px; color: var(--quiet); font-size: 14px; line-height: 1.5; text-decoration: none; }
${linkedPicture('a', '::before')} { content: "▧"; margin-right: .5em; }
.cp div.math { margin: .9em 0; }
.cp mjx-container { max-width: 100%; overflow-x: auto; overflow-y: hidden; }
.cp .cloze { color: var(--accent); font-weight: 600; }
.cp .cloze code, .cp .cloze strong, .cp .cloze em { color: inherit; font-weight: inherit; }
.cp hr#answer:last-child { visibility: hidden; margin: 0; }

.cp-answer { font-size: 17px; }
.cp-explanation, .cp-references, .cp-mine { margin-top: 20px; padding: 14px 16px; border-radius: 12px; background: var(--tint); --ground: var(--tint); }
.cp-references, .cp-mine { font-size: 15px; }
.cp-explanation > :last-child, .cp-references > :last-child, .cp-mine > :last-child { margin-bottom: 0; }
.cp-explanation::before, .cp-references::before, .cp-mine::before { display: block; margin-bottom: 4px; color: var(--quiet);
  font-size: 13px; line-height: 1.4; font-weight: 600; }
.cp-mine { border: 1px dashed var(--line); background: none; white-space: pre-line; }
.cp-hint { margin-top: 18px; font-size: 15px; }
.cp-hint > summary { display: inline-block; padding: 8px 14px; border: 1px solid var(--line); border-radius: 999px;
  color: var(--quiet); cursor: pointer; list-style: none; }
.cp-hint > summary::-webkit-details-marker { display: none; }
.cp-hint[open] > summary { margin-bottom: 10px; }
.cp-notice { margin: 16px 0 0; font-size: 14px; line-height: 1.5; }
.cp-flag { display: block; margin: 0 0 8px; padding: 8px 12px; border-radius: 8px; background: var(--warn-tint); color: var(--warn); }
.cp hr#answer + .cp-notice, .cp-verdict + .cp-notice { margin: 0 0 16px; }
.cp-front .cp-flag:not([data-flag="missing-figure"]), .cp-front .cp-flag[data-side="back"] { display: none; }
.cp-source { margin-top: 22px; color: var(--quiet); font-size: 13px; }
.cp-source::before { margin-right: .6em; }

.cp ol.cp-list { margin: 18px 0 0; padding: 0; list-style: none; }
.cp-option { position: relative; box-sizing: border-box; display: flex; gap: 12px; align-items: flex-start; min-height: 48px;
  padding: 11px 14px; border: 1.5px solid var(--line); border-radius: 12px; font-size: 17px; line-height: 1.5; }
.cp-option:lang(zh) { line-height: 1.6; }
.cp li.cp-option + li.cp-option { margin-top: 9px; }
.cp-letter { flex: none; box-sizing: border-box; width: 26px; height: 26px; border: 1.5px solid var(--line); border-radius: 50%;
  color: var(--quiet); font-size: 13px; line-height: 23px; font-weight: 600; text-align: center; }
.cp-list[data-select="many"] .cp-letter { border-radius: 7px; }
.cp-content { flex: 1; min-width: 0; }
.cp-live.cp-front .cp-option { cursor: pointer; -webkit-tap-highlight-color: transparent; -webkit-user-select: none; user-select: none; }
.cp-live.cp-front .cp-option:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.cp-front.cp-shuffled .cp-letter { color: transparent; }
.cp-front .cp-picked { border-color: var(--accent); background: var(--pick); }
.cp-front .cp-picked .cp-letter { border-color: var(--accent); background: var(--accent); color: var(--paper); }
.cp-front.cp-shuffled .cp-picked .cp-letter { color: transparent; box-shadow: inset 0 0 0 5px var(--pick); }
@media (hover: hover) { .cp-live.cp-front .cp-option:hover { border-color: var(--accent); } }
.cp-feedback { margin-top: 6px; color: var(--quiet); font-size: 15px; }
.cp-front .cp-feedback { display: none; }
.cp-back .cp-option[data-correct] { border-color: var(--right); background: var(--right-tint); }
.cp-back .cp-option[data-correct] .cp-letter { border-color: var(--right); background: var(--right); color: var(--paper); }
.cp-back .cp-option.cp-missed { border-style: dashed; }
.cp-back .cp-option.cp-wrong { border-color: var(--wrong); background: var(--wrong-tint); }
.cp-back .cp-option.cp-wrong .cp-letter { border-color: var(--wrong); background: var(--wrong); color: var(--paper); }
.cp-missed::after, .cp-wrong::after { flex: none; align-self: center; font-size: 13px; }
.cp-missed::after { color: var(--right); }
.cp-wrong::after { color: var(--wrong); }
.cp-key { font-weight: 600; }
.cp-key::before { margin-right: .7em; color: var(--quiet); font-weight: 400; }
.cp p.cp-verdict { margin: 0 0 6px; font-weight: 700; }
.cp-verdict[data-verdict="right"] { color: var(--right); }
.cp-verdict[data-verdict="wrong"] { color: var(--wrong); }
.cp-verdict[data-verdict="partly"] { color: var(--warn); }

${labels('.cp', words.en)}
${labels('.cp:lang(zh)', words.zh)}
${[':lang(zh-Hant)', ':lang(zh-TW)', ':lang(zh-HK)'].map((its) => labels(`.cp${its}`, words['zh-Hant'])).join('\n')}
`
