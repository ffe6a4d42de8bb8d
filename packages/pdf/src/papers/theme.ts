/** The colours of every paper: dark enough for text on white, far enough apart in lightness to print in grey. */
export const colors = {
  text: '#1a1a1a',
  muted: '#595959',
  faint: '#8c8c8c',
  rule: '#bfbfbf',
  hairline: '#d9d9d9',
  accent: '#1f4e8c',
  key: '#0b6b3a',
  keyBackground: '#e3f3e8',
  codeBackground: '#f3f4f6',
  codeChip: '#eceef1',
  highlight: '#fff0a8',
  quoteBar: '#b8c4d6',
  link: '#1a4fa0',
  error: '#a3171f',
  tableHead: '#e9edf3',
  white: '#ffffff',
} as const

/** A colour for each section in turn: dark for the band's bar and numbers, light for its background. */
export const topics = [
  { dark: '#1f4e8c', light: '#e3ecf8' },
  { dark: '#0f6b57', light: '#dff2ec' },
  { dark: '#8a4a08', light: '#f9ebda' },
  { dark: '#6b3a8f', light: '#efe5f6' },
  { dark: '#9b2743', light: '#fae3e9' },
  { dark: '#3d5a1e', light: '#e9f1de' },
] as const
