/**
 * The style sheet for what `toHtml` makes: code colours, tables, tasks, marks. It works by day and by night: Anki's night
 * mode classes (`.nightMode`, `.night_mode`) and, on pages that are no Anki card, the reader's colour scheme.
 * It sets no font, size or colour of running text. Every colour has a contrast of at least 4.5 on its background.
 */
export const stylesheet = `\
:root {
  --code-ground: #f3f4f6; --code-text: #24292f; --code-quiet: #57606a; --code-keyword: #b3133b; --code-name: #6639ba;
  --code-value: #0a4f9e; --code-string: #0b5d3b; --code-tag: #116329; --line: #c4c9d1; --mark: #fff3a3; --mark-text: #24292f;
}
.nightMode, .night_mode {
  --code-ground: #22262e; --code-text: #e6e8eb; --code-quiet: #a5adb8; --code-keyword: #ff8f9d; --code-name: #d2b4ff;
  --code-value: #8cc4ff; --code-string: #9fdcb0; --code-tag: #8edb9c; --line: #4a515c; --mark: #665c1f; --mark-text: #ffffff;
}
@media (prefers-color-scheme: dark) {
  body:not(.card) {
    --code-ground: #22262e; --code-text: #e6e8eb; --code-quiet: #a5adb8; --code-keyword: #ff8f9d; --code-name: #d2b4ff;
    --code-value: #8cc4ff; --code-string: #9fdcb0; --code-tag: #8edb9c; --line: #4a515c; --mark: #665c1f; --mark-text: #ffffff;
  }
}
pre, code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: 0.9em; }
code { background: var(--code-ground); color: var(--code-text); border-radius: 3px; padding: 0.1em 0.3em; }
pre { background: var(--code-ground); color: var(--code-text); border-radius: 5px; padding: 0.7em 0.9em; overflow-x: auto; text-align: left; white-space: pre; tab-size: 4; }
pre code { background: none; padding: 0; font-size: 1em; }
.hljs-comment, .hljs-quote, .hljs-meta { color: var(--code-quiet); font-style: italic; }
.hljs-keyword, .hljs-selector-tag, .hljs-doctag, .hljs-operator, .hljs-deletion { color: var(--code-keyword); }
.hljs-title, .hljs-section, .hljs-built_in, .hljs-type, .hljs-class, .hljs-selector-id { color: var(--code-name); }
.hljs-number, .hljs-literal, .hljs-variable, .hljs-template-variable, .hljs-attr, .hljs-attribute, .hljs-params .hljs-variable, .hljs-symbol, .hljs-bullet { color: var(--code-value); }
.hljs-string, .hljs-regexp, .hljs-char, .hljs-link, .hljs-addition { color: var(--code-string); }
.hljs-tag, .hljs-name, .hljs-selector-class, .hljs-selector-attr, .hljs-selector-pseudo { color: var(--code-tag); }
.hljs-strong { font-weight: bold; }
.hljs-emphasis { font-style: italic; }
.table { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; margin: 0.5em 0; }
th, td { border: 1px solid var(--line); padding: 0.25em 0.6em; text-align: left; vertical-align: top; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; }
ul.tasks, ol.tasks { list-style: none; padding-left: 0.4em; }
blockquote { margin: 0.5em 0; padding-left: 0.9em; border-left: 3px solid var(--line); }
mark { background: var(--mark); color: var(--mark-text); }
img { max-width: 100%; height: auto; }
div.math { overflow-x: auto; overflow-y: hidden; text-align: center; margin: 0.5em 0; }
svg.math { overflow: visible; }
`
