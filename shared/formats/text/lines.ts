import { hasWords } from '../words.ts'
import { headingOf } from '../recognise/heading.ts'
import { labelAt } from '../recognise/label.ts'
import type { Unit } from '../recognise/unit.ts'
import { plain } from '../rich.ts'

/** One line of a source. `raw` keeps its tabs. */
type Line = Readonly<{ raw: string; text: string; line: number; gap: boolean }>

/** A source whose lines are this short, in characters, may be wrapped by hand. */
const WRAP_WIDTH = 100
const TABBED = /^\s*(?:\d{1,3}|[a-z]|[ivx]{1,5})(?: bis| ter| quater)?(?:\t|\s{2,}\S)/u
const SETTLED = /[.;:!?,。；：؛،][\s\])”"’»]*$/u
const MARKER = /^(?:#{1,6}|={1,6})\s+(?=\S)/u

/** The lines of `source` (line ends `\n`), without empty ones. */
function linesOf(source: string): readonly Line[] {
  const lines: Line[] = []
  let gap = true
  source.split('\n').forEach((raw, index) => {
    const text = raw.replace(/\s+/gu, ' ').trim()
    if (text === '') gap = true
    else {
      lines.push({ raw, text, line: index + 1, gap })
      gap = false
    }
  })
  return lines
}

/**
 * Whether a line's end means nothing: lines are short, blocks are parted by blank lines, and many lines break off where
 * a sentence goes on (FM5).
 */
function isWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter(({ text }) => text.length > WRAP_WIDTH).length
  if (lines.length < 4 || long * 50 > lines.length) return false
  const gaps = lines.filter(({ gap }) => gap).length
  if (gaps < 2 || gaps === lines.length) return false
  const inside = lines.filter((line, index) => index > 0 && !line.gap)
  const goingOn = inside.filter(({ text, raw }) => /^\p{Ll}/u.test(text) && !TABBED.test(raw) && labelAt(text, 0) === null).length
  return goingOn * 4 > inside.length
}


const unitOf = ({ raw, text, line, gap }: Line): Unit => {
  const bare = text.replace(MARKER, '')
  return { rich: plain(bare), line, gap, tabbed: TABBED.test(raw), heading: null }
}

/** A line inside a block that begins something new nevertheless: a label or heading after a finished sentence. */
function opensBlock(before: Line, { text }: Line): boolean {
  if (headingOf(before.text)?.rest === before.text.length) return true
  if (!SETTLED.test(before.text) && hasWords(before.text)) return false
  if (headingOf(text) !== null) return true
  const label = labelAt(text, 0)
  return label !== null && label.form !== 'bare'
}

/** The blocks of a text source: its lines, or in a hand-wrapped source its paragraphs joined (FM5). */
export function unitsOf(source: string): Readonly<{ units: readonly Unit[]; joined: number }> {
  const lines = linesOf(source)
  if (!isWrapped(lines)) return { units: lines.map(unitOf), joined: 0 }
  const blocks: { first: Line; parts: string[] }[] = []
  let before: Line | null = null
  for (const line of lines) {
    const block = blocks.at(-1)
    if (block === undefined || before === null || line.gap || opensBlock(before, line)) blocks.push({ first: line, parts: [line.text] })
    else block.parts.push(line.text)
    before = line
  }
  const units = blocks.map(({ first, parts }) => unitOf({ ...first, text: parts.join(' ') }))
  return { units, joined: lines.length - blocks.length }
}
