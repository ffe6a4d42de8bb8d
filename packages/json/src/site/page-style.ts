/** The layout of the pages of a site, on top of the style of their content. */
export const pageStyle = `\
:root { color-scheme: light dark; }
body { margin: 0; font: 1.05rem/1.65 system-ui, -apple-system, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
article { margin: 1.2rem 0; padding: 0.2rem 1rem; border: 1px solid var(--line); border-radius: 6px; }
article:target { border-width: 2px; }
article .number { float: left; margin-right: 0.7rem; font-weight: bold; }
article .number + * { overflow: hidden; }
ul.options { list-style: none; padding-left: 0; }
summary { cursor: pointer; padding: 0.4rem 0; }
@media print { details::details-content { content-visibility: visible; } }
`
