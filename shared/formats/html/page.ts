import { Tokenizer, TokenizerMode, type Token, type TokenHandler } from 'parse5'
import type { SpanMark } from '#shared/clauses/index.ts'
import type { Unit } from '../recognise/unit.ts'
import { Blocks } from './blocks.ts'
import { markerOf, type HtmlList } from './lists.ts'

const BLOCK = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const LIST = new Set(['ol', 'ul', 'menu', 'dir'])
/** What is inside these is not wording. */
const DROPPED = new Set('script style noscript template iframe object svg math audio video canvas head select textarea'.split(' '))
const MARKS: Readonly<Record<string, SpanMark>> = { em: 'em', i: 'em', cite: 'em', dfn: 'em', strong: 'strong', b: 'strong' }
const RAW: Readonly<Record<string, 'RAWTEXT' | 'RCDATA' | 'SCRIPT_DATA'>> = {
  script: 'SCRIPT_DATA',
  style: 'RAWTEXT',
  xmp: 'RAWTEXT',
  iframe: 'RAWTEXT',
  noembed: 'RAWTEXT',
  noframes: 'RAWTEXT',
  title: 'RCDATA',
  textarea: 'RCDATA',
}

export type HtmlPage = Readonly<{ units: readonly Unit[]; title: string }>

/**
 * Reads the tokens of a page, not a tree of elements: what nests a hundred thousand deep costs no more than what is flat,
 * and tags that are never closed do no harm (FM19). Cells of a table's row stand on one line, parted by ` | `.
 */
class PageReader implements TokenHandler {
  readonly blocks = new Blocks()
  title = ''
  readonly #lists: HtmlList[] = []
  #ordered = 0
  readonly #tokenizer: Tokenizer
  #dropped: string | null = null
  #droppedDepth = 0
  #inTitle = false
  #heading: number | null = null
  #cells = 0
  #sup: string | null = null

  constructor(source: string) {
    this.#tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this)
    this.#tokenizer.write(source, true)
    this.blocks.end(null, true)
  }

  onStartTag({ tagName, attrs }: Token.TagToken): void {
    const raw = RAW[tagName]
    if (raw !== undefined) this.#tokenizer.state = TokenizerMode[raw]
    if (tagName === 'title') this.#inTitle = true
    else if (tagName === 'body') this.#dropped = null
    if (this.#dropped !== null) {
      if (tagName === this.#dropped) this.#droppedDepth++
      return
    }
    if (DROPPED.has(tagName)) {
      this.#dropped = tagName
      this.#droppedDepth = 1
      return
    }
    const mark = MARKS[tagName]
    if (mark !== undefined) this.blocks.openMark(mark)
    if (tagName === 'sup') this.#sup = ''
    if (tagName === 'td' || tagName === 'th') this.#openCell()
    if (tagName === 'br') this.blocks.end(this.#heading, false)
    if (BLOCK.has(tagName)) this.#openBlock(tagName, attrs)
  }

  onEndTag({ tagName }: Token.TagToken): void {
    if (tagName === 'title') this.#inTitle = false
    if (this.#dropped !== null) {
      if (tagName === this.#dropped && --this.#droppedDepth === 0) this.#dropped = null
      return
    }
    const mark = MARKS[tagName]
    if (mark !== undefined) this.blocks.closeMark(mark)
    if (tagName === 'sup') this.#closeSup()
    if (BLOCK.has(tagName)) this.#closeBlock(tagName)
  }

  onCharacter({ chars, location }: Token.CharacterToken): void {
    if (this.#inTitle && this.title.length < 500) this.title += chars
    if (this.#dropped !== null || this.#inTitle) return
    if (this.#sup === null) this.blocks.text(chars, location?.startLine ?? 1)
    else this.#sup += chars
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token)
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {
    this.#closeSup()
  }

  #openBlock(tagName: string, attrs: readonly Token.Attribute[]): void {
    const attr = (name: string): string | undefined => attrs.find((one) => one.name === name)?.value
    const whole = (name: string): number | null => (/^-?\d{1,4}$/.test(attr(name) ?? '') ? Number(attr(name)) : null)
    this.blocks.end(this.#heading, true)
    this.#heading = /^h[1-6]$/.test(tagName) ? Number(tagName.charAt(1)) : null
    if (tagName === 'tr') this.#cells = 0
    if (LIST.has(tagName)) {
      if (tagName === 'ol') this.#ordered++
      const reversed = attr('reversed') !== undefined
      this.#lists.push({ ordered: tagName === 'ol', type: attr('type') ?? '1', next: whole('start') ?? 1, step: reversed ? -1 : 1 })
    }
    if (tagName === 'li') this.blocks.marker(markerOf(this.#lists.at(-1), this.#ordered === 1, whole('value')))
  }

  #closeBlock(tagName: string): void {
    this.blocks.end(this.#heading, true)
    this.#heading = null
    if (LIST.has(tagName) && this.#lists.pop()?.ordered === true) this.#ordered--
    if (tagName === 'li') this.blocks.marker('')
  }

  #openCell(): void {
    if (this.#cells++ > 0) this.blocks.text(' | ', 1)
  }

  /** `<sup>3</sup>` after a word or a stop refers to a note and is shown as `[3]`; in `m²` or `1er` it is part of the word. */
  #closeSup(): void {
    const raised = this.#sup?.trim() ?? ''
    this.#sup = null
    if (raised === '') return
    const isNote = /^\[?(?:\d{1,3}|\*{1,3})\]?$/.test(raised) && /(?:\p{L}{3}|[\p{P}\s])$/u.test(this.blocks.tail)
    this.blocks.text(isNote && !raised.startsWith('[') ? `[${raised}]` : raised, 1)
  }
}

/** The blocks of wording of an HTML page, in order, and the title in its head. Total: any string is some page. */
export function pageOf(source: string): HtmlPage {
  const reader = new PageReader(source)
  return { units: reader.blocks.units, title: reader.title.replace(/\s+/gu, ' ').trim() }
}
