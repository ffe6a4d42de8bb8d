/** How a card is shown on a page of its own. */
export interface CardPageOptions {
  readonly css: string
  /** One side of a card, as `renderCards` gives it. */
  readonly html: string
  /** Default: day. */
  readonly night?: boolean | undefined
}

/** Returns a page that holds one side of a card, with the classes that Anki's desktop gives its page. */
export function cardPage({ css, html, night = false }: CardPageOptions): string {
  return `<!doctype html>
<html${night ? ' class="night-mode"' : ''}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style></head>
<body class="card card1${night ? ' nightMode night_mode' : ''}"><div id="qa">${html}</div></body>
</html>
`
}
