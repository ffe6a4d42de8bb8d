import type { ReadPage, TextBox } from './read-pdf.ts'

/** Returns the texts that lie outside their page. */
export function outside(page: ReadPage): string[] {
  const slack = 0.5
  return page.boxes
    .filter(
      (box) =>
        box.x < -slack ||
        box.y < -slack ||
        box.x + box.width > page.width + slack ||
        box.y + box.height * 0.8 > page.height + slack,
    )
    .map((box) => box.text)
}

/** Returns pairs of texts that are printed over each other: more than a third of the smaller one's core is covered. */
export function overlapping(page: ReadPage): string[] {
  const boxes = page.boxes.filter((box) => box.text.trim() !== '' && box.width > 0)
  const pairs: string[] = []
  boxes.sort((a, b) => a.x - b.x)
  boxes.forEach((a, index) => {
    for (let at = index + 1; at < boxes.length; at++) {
      const b = boxes[at] as TextBox
      if (b.x >= a.x + a.width) break
      if (covered(a, b) > 0.33) pairs.push(`${a.text} | ${b.text}`)
    }
  })
  return pairs
}

function covered(a: TextBox, b: TextBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height * 0.7, b.y + b.height * 0.7) - Math.max(a.y, b.y)
  if (width <= 0.5 || height <= 0) return 0
  // Kerned letters, and full-width punctuation whose empty halves have been squeezed out.
  if (Math.abs(a.y - b.y) < 0.1 && width < 0.56 * Math.min(a.height, b.height)) return 0
  return (width * height) / Math.min(a.width * a.height * 0.7, b.width * b.height * 0.7)
}
