import type { Mark, RunMark, SignMark } from '../layout/mark.ts'
import type { TagElement } from '../layout/tag-element.ts'
import type { PdfReference } from './compact-document.ts'
import type { EmbeddedFonts } from './embedded-fonts.ts'
import { pdfColor, pdfNumber, pdfText } from './pdf-syntax.ts'
import { signOperators } from './sign-operators.ts'
import type { TaggedPage, TagWriter } from './tag-writer.ts'

/** What a canvas needs of the document around it. */
export interface CanvasHost {
  readonly fonts: EmbeddedFonts
  readonly tags: TagWriter
  /** The form of a formula and its name in this page's resources. */
  formula(mark: Extract<Mark, { kind: 'formula' }>): string
  /** Draws a picture into the rectangle (PDF coordinates), or returns the name of its resource. */
  picture(mark: Extract<Mark, { kind: 'picture' }>, x: number, y: number): string
  /** Puts a font into the page's resources; returns its name. */
  font(run: Pick<RunMark, 'face'>): string
  /** The source of a formula as runs, to be laid invisibly over its outline. */
  source(mark: Extract<Mark, { kind: 'formula' }>): readonly RunMark[]
  /** Adds a link annotation (PDF coordinates). */
  link(mark: Extract<Mark, { kind: 'link' }>, x: number, y: number): PdfReference
}

/**
 * The content of one page: turns marks into operators, and keeps marked content balanced. Only one sequence is open at
 * a time; `finish` closes it.
 */
export class Canvas {
  readonly #host: CanvasHost
  readonly #page: TaggedPage
  readonly #height: number
  #content = ''
  #open: TagElement | 'artifact' | undefined
  #fill = ''
  #stroke = ''

  /**
   * @param height of the page in points: marks count from its top, PDF from its bottom
   */
  constructor(host: CanvasHost, page: TaggedPage, height: number) {
    this.#host = host
    this.#page = page
    this.#height = height
  }

  /** Draws marks whose box has its upper left corner at x, top. */
  draw(marks: readonly Mark[], x: number, top: number): void {
    for (const mark of marks) this.#mark(mark, x, top)
  }

  /** Closes what is open and returns the page's operators. */
  finish(): string {
    this.#enter(undefined)
    return this.#content
  }

  /** Operators so far; the canvas goes on empty. For drawing that bypasses it. */
  take(): string {
    const content = this.#content
    this.#content = ''
    this.#fill = ''
    this.#stroke = ''
    return content
  }

  #mark(mark: Mark, left: number, top: number): void {
    switch (mark.kind) {
      case 'run':
        this.#enter(mark.element ?? 'artifact')
        this.#run(mark, left + mark.x, this.#height - top - mark.y)
        return
      case 'formula':
        this.#enter(mark.element ?? 'artifact')
        this.#formula(mark, left + mark.x, this.#height - top - mark.y)
        return
      case 'picture': {
        this.#enter(mark.element ?? 'artifact')
        const x = left + mark.x
        const y = this.#height - top - mark.y - mark.height
        if (mark.element) this.#host.tags.place(mark.element, [x, y, x + mark.width, y + mark.height])
        this.#content += this.#host.picture(mark, x, y)
        this.#fill = ''
        this.#stroke = ''
        return
      }
      case 'rectangle': {
        this.#enter('artifact')
        const { width, height, radius = 0 } = mark
        const x = left + mark.x
        const y = this.#height - top - mark.y - height
        if (mark.fill) this.#setFill(mark.fill)
        if (mark.stroke) this.#setStroke(mark.stroke, mark.lineWidth ?? 0.5)
        this.#content += radius > 0 ? rounded(x, y, width, height, radius) : `${numbers(x, y, width, height)} re `
        this.#content += mark.fill && mark.stroke ? 'B\n' : mark.fill ? 'f\n' : 'S\n'
        return
      }
      case 'stroke': {
        this.#enter('artifact')
        this.#setStroke(mark.color, mark.lineWidth)
        if (mark.dash) this.#content += `[${numbers(...mark.dash)}] 0 d `
        for (let index = 0; index < mark.points.length; index += 2) {
          const x = left + (mark.points[index] ?? 0)
          const y = this.#height - top - (mark.points[index + 1] ?? 0)
          this.#content += `${numbers(x, y)} ${index === 0 ? 'm' : 'l'} `
        }
        this.#content += mark.dash ? 'S [] 0 d\n' : 'S\n'
        return
      }
      case 'sign':
        this.#enter(mark.element ?? 'artifact')
        this.#sign(mark, left + mark.x, this.#height - top - mark.y)
        return
      case 'link': {
        const annotation = this.#host.link(mark, left + mark.x, this.#height - top - mark.y - mark.height)
        if (mark.element) annotation.data.StructParent = this.#host.tags.annotate(mark.element, annotation, this.#page)
        annotation.end()
      }
    }
  }

  #run(mark: RunMark, x: number, y: number): void {
    const name = this.#host.font(mark)
    this.#setFill(mark.color)
    let text = ''
    mark.parts.forEach((part, index) => {
      text += this.#host.fonts.encode(part)
      const extra = mark.extras[index] ?? 0
      const adjust = -Math.round((extra * 1000) / mark.size)
      if (adjust !== 0 && index < mark.parts.length - 1) text += `>${adjust}<`
    })
    const show = text.includes('>') ? `[<${text}>] TJ` : `<${text}> Tj`
    const place = mark.turned ? `0 1 -1 0 ${numbers(x, y)} Tm` : `${numbers(x, y)} Td`
    this.#content += `BT /${name} ${pdfNumber(mark.size)} Tf ${place} ${show} ET\n`
  }

  #formula(mark: Extract<Mark, { kind: 'formula' }>, x: number, y: number): void {
    const { outline } = mark.formula
    const scale = Math.round((mark.size / 1000) * 1e6) / 1e6
    const name = this.#host.formula(mark)
    this.#setFill(mark.color)
    this.#setStroke(mark.color, 0.4)
    this.#content += `q ${scale} 0 0 ${scale} ${numbers(x, y)} cm /${name} Do Q\n`
    if (mark.element) {
      const box = [
        x,
        y - outline.descent * mark.size,
        x + outline.width * mark.size,
        y + outline.ascent * mark.size,
      ] as const
      this.#host.tags.place(mark.element, box)
    }
    this.#source(mark, x, y)
  }

  /** Lays the TeX source invisibly over the formula: it can be searched and copied. */
  #source(mark: Extract<Mark, { kind: 'formula' }>, x: number, y: number): void {
    const runs = this.#host.source(mark)
    const width = runs.reduce((sum, run) => sum + run.width, 0)
    if (width <= 0) return
    const stretch = Math.max(0.5, Math.round(((mark.formula.outline.width * mark.size) / width) * 1e4) / 100)
    this.#content += `q BT 3 Tr ${stretch} Tz ${numbers(x, y)} Td `
    for (const run of runs) {
      const codes = run.parts.map((part) => this.#host.fonts.encode(part)).join('')
      this.#content += `/${this.#host.font(run)} ${pdfNumber(run.size)} Tf <${codes}> Tj `
    }
    this.#content += 'ET Q\n'
  }

  #sign(mark: SignMark, x: number, y: number): void {
    if (mark.actual) this.#content += `/Span << /ActualText ${pdfText(mark.actual)} >> BDC\n`
    this.#setFill(mark.color)
    this.#setStroke(mark.color, mark.size * 0.09)
    this.#content += signOperators(mark.sign, x, y, mark.size)
    if (mark.actual) this.#content += 'EMC\n'
  }

  #enter(element: TagElement | 'artifact' | undefined): void {
    if (this.#open === element) return
    if (this.#open) this.#content += 'EMC\n'
    this.#open = element
    if (element === 'artifact') this.#content += '/Artifact BMC\n'
    else if (element) this.#content += `/${element.type} << /MCID ${this.#host.tags.open(element, this.#page)} >> BDC\n`
  }

  #setFill(color: string): void {
    if (this.#fill === color) return
    this.#fill = color
    this.#content += `${pdfColor(color)} rg `
  }

  #setStroke(color: string, width: number): void {
    const state = `${pdfColor(color)} RG ${pdfNumber(width)} w `
    if (this.#stroke === state) return
    this.#stroke = state
    this.#content += state
  }
}

function numbers(...values: readonly number[]): string {
  return values.map(pdfNumber).join(' ')
}

/** A rectangle with round corners; 0.5523 is the cubic that comes nearest to a quarter circle. */
function rounded(x: number, y: number, width: number, height: number, wanted: number): string {
  const r = Math.min(wanted, width / 2, height / 2)
  const k = r * 0.4477
  const right = x + width
  const top = y + height
  return [
    `${numbers(x + r, y)} m ${numbers(right - r, y)} l`,
    `${numbers(right - k, y, right, y + k, right, y + r)} c ${numbers(right, top - r)} l`,
    `${numbers(right, top - k, right - k, top, right - r, top)} c ${numbers(x + r, top)} l`,
    `${numbers(x + k, top, x, top - k, x, top - r)} c ${numbers(x, y + r)} l`,
    `${numbers(x, y + k, x + k, y, x + r, y)} c h `,
  ].join(' ')
}
