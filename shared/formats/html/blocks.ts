import type { Span, SpanMark } from '#shared/clauses/index.ts'
import { collapseRich, sliceRich } from '../rich.ts'
import { hasWords } from '../words.ts'
import type { Unit } from '../recognise/unit.ts'

const MARKS = ['em', 'strong'] as const satisfies readonly SpanMark[]

/** Gathers the running text of a page into blocks, with their emphasis and the line each begins on. */
export class Blocks {
  readonly units: Unit[] = []
  #parts: string[] = []
  #length = 0
  #spans: Span[] = []
  /** How many tags of each mark are open, and where the outermost began in this block. */
  readonly #open = { em: { tags: 0, from: 0 }, strong: { tags: 0, from: 0 } }
  #line = 1
  #gap = true
  #marker = ''
  #tail = ''

  /** Running text; `line` is where it stands in the source. */
  text(text: string, line: number): void {
    if (this.#length === 0) this.#line = line
    if (this.#marker !== '' && /\S/u.test(text)) this.#putMarker(text)
    this.#add(text)
  }

  /** The label that a list shows before its item, unless the item prints one itself (FM20). */
  marker(marker: string): void {
    this.#marker = marker
  }

  /** The last characters put down, to tell `m²` from a reference to a note. */
  get tail(): string {
    return this.#tail
  }

  openMark(mark: SpanMark): void {
    const open = this.#open[mark]
    if (open.tags++ === 0) open.from = this.#length
  }

  /** Closes a mark; one that is not open is passed over. */
  closeMark(mark: SpanMark): void {
    const open = this.#open[mark]
    if (open.tags > 0 && --open.tags === 0) this.#mark(mark, open.from)
  }

  /** Ends the block. `gap`: what follows stands apart, as after a paragraph; not so after a line break. */
  end(heading: number | null, gap: boolean): void {
    for (const mark of MARKS) {
      const open = this.#open[mark]
      if (open.tags > 0) this.#mark(mark, open.from)
      open.from = 0
    }
    const whole = { text: this.#parts.join(''), spans: this.#spans }
    const rich = collapseRich(sliceRich(whole, 0))
    if (rich.text !== '') {
      const isBold = rich.spans.some(({ from, to, mark }) => mark === 'strong' && from === 0 && to === rich.text.length)
      const spans = isBold ? rich.spans.filter(({ mark }) => mark !== 'strong') : rich.spans
      const ordered = [...spans].sort((a, b) => a.from - b.from || b.to - a.to)
      this.units.push({ rich: { text: rich.text, spans: ordered }, line: this.#line, gap: this.#gap, tabbed: false, heading })
    }
    if (rich.text !== '' || gap) this.#gap = gap || (rich.text === '' && this.#gap)
    this.#parts = []
    this.#spans = []
    this.#length = 0
    this.#tail = ''
  }

  #putMarker(text: string): void {
    const printed = text.trimStart()
    const marker = this.#marker
    this.#marker = ''
    const isPrinted = /^(?:[([]?\w{1,5}[.)\]]|[–—•-])/u.test(printed)
    if (!isPrinted && hasWords(marker)) this.#add(`${marker} `)
    else if (!isPrinted) this.#add(marker)
  }

  #add(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
    this.#tail = (this.#tail + text).slice(-8)
  }

  #mark(mark: SpanMark, from: number): void {
    if (from < this.#length) this.#spans.push({ from, to: this.#length, mark })
  }
}
