/** The layout of the pages of a site, on top of the style of their content. */
export const pageStyle = `\
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #ffffff; --text: #1f242b; --quiet: #596270; --accent: #1a56b0; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #15181d; --card: #1c2027; --text: #e6e8eb; --quiet: #a5adb8; --accent: #8cc4ff; }
}
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1.05rem/1.65 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 5rem; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; text-wrap: balance; }
h1 { font-size: clamp(1.5rem, 1.2rem + 2vw, 2.1rem); margin: 0 0 0.5rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 0.8rem; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
header p { margin: 0.3rem 0; }
.quiet { color: var(--quiet); font-size: 0.92rem; }
ul.downloads { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr)); gap: 0.6rem; }
ul.downloads a { display: block; height: 100%; box-sizing: border-box; padding: 0.6rem 0.9rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); text-decoration: none; }
ul.downloads a:hover { border-color: var(--accent); }
ul.downloads strong { display: block; font-weight: 600; }
ul.downloads span { color: var(--quiet); font-size: 0.85rem; overflow-wrap: anywhere; }
nav ul { margin: 0; padding: 0; list-style: none; columns: 18rem auto; }
nav li { padding: 0.15rem 0; break-inside: avoid; }
article { margin: 0.9rem 0; padding: 0.3rem 1.1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); }
article:target { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
article > h2 { margin: 0.8rem 0 0.3rem; }
article .number { float: left; margin-right: 0.7rem; font-weight: 700; color: var(--accent); }
article .number + * { overflow: hidden; }
table { font-size: 0.9em; }
th, td { box-sizing: border-box; min-width: 4em; }
ul.options { list-style: none; padding-left: 0; }
ul.options > li { padding: 0.15rem 0; }
details { border-top: 1px solid var(--line); margin: 0.6rem 0 0; }
details ~ details { margin-top: 0; }
summary { cursor: pointer; padding: 0.5rem 0; color: var(--accent); font-weight: 600; }
.note { color: var(--quiet); border-left: 3px solid var(--accent); padding-left: 0.7rem; }
.cloze { border-bottom: 2px solid var(--accent); padding: 0 0.3em; }
@media print {
  body { background: none; }
  article { break-inside: avoid; }
  details::details-content { content-visibility: visible; }
}
`
