import type { Format } from '../model/format.ts'
import { piecesLength, pushPiece, samePieces, slicePieces, type Piece } from '../model/piece.ts'
import { blockPieces, type Block } from '../model/segment.ts'
import type { DraftWriter } from './writer.ts'

/** One UTF-16 code unit, or one atom as its JSON (longer than one unit, so never equal to a character). */
type Unit = Readonly<{ value: string; format: Format }>

function unitsOf(pieces: readonly Piece[]): readonly Unit[] {
  const units: Unit[] = []
  for (const { text, atom, format } of pieces) {
    if (atom === null) for (let at = 0; at < text.length; at++) units.push({ value: text.charAt(at), format })
    else units.push({ value: `atom:${atom}`, format })
  }
  return units
}

const isHigh = (unit: string | undefined): boolean => unit !== undefined && unit.length === 1 && /[\ud800-\udbff]/.test(unit)
const isLow = (unit: string | undefined): boolean => unit !== undefined && unit.length === 1 && /[\udc00-\udfff]/.test(unit)

type Kept = Readonly<{ prefix: number; suffix: number }>
type Same = (left: Unit, right: Unit) => boolean

/** How much of two lists is the same at either end, never ending inside a surrogate pair. */
function commonEnds(base: readonly Unit[], revised: readonly Unit[], same: Same): Kept {
  const most = Math.min(base.length, revised.length)
  const agree = (left: number, right: number): boolean => {
    const [a, b] = [base[left], revised[right]]
    return a !== undefined && b !== undefined && same(a, b)
  }
  let prefix = 0
  while (prefix < most && agree(prefix, prefix)) prefix++
  if (prefix > 0 && isHigh(base[prefix - 1]?.value)) prefix--
  let suffix = 0
  while (suffix < most - prefix && agree(base.length - 1 - suffix, revised.length - 1 - suffix)) suffix++
  if (suffix > 0 && isLow(base[base.length - suffix]?.value)) suffix--
  return { prefix, suffix }
}

/** A change of format over a stretch of words that stay. */
export type Reformat = Readonly<{ from: number; to: number; before: Format; after: Format }>

/** The least change from one content to another: what stays is reformatted where it must be, the middle is replaced. */
export type Edit = Readonly<{ from: number; to: number; added: readonly Piece[]; reformats: readonly Reformat[] }>

function reformatsBetween(base: readonly Unit[], revised: readonly Unit[], at: number): Reformat[] {
  const found: Reformat[] = []
  base.forEach((unit, index) => {
    const other = revised[index]
    if (!other || other.format.key === unit.format.key) return
    const last = found.at(-1)
    const from = at + index
    if (last?.to === from && last.before.key === unit.format.key && last.after.key === other.format.key) {
      found[found.length - 1] = { ...last, to: from + 1 }
    } else found.push({ from, to: from + 1, before: unit.format, after: other.format })
  })
  return found
}

function piecesOfUnits(units: readonly Unit[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (const { value, format } of units) {
    pushPiece(pieces, value.startsWith('atom:') ? { text: null, atom: value.slice(5), format } : { text: value, atom: null, format })
  }
  return pieces
}

/**
 * The edit from `base` to `revised` in two phases: ends that agree in words and format stay untouched, ends that agree in
 * words alone are reformatted (DC8). `kept`: how much at either end is known to stay, which places a doubled letter where
 * it was typed.
 */
export function editBetween(base: readonly Piece[], revised: readonly Piece[], kept: Kept): Edit {
  const [baseLength, revisedLength] = [piecesLength(base), piecesLength(revised)]
  const prefix = Math.min(kept.prefix, baseLength, revisedLength)
  const suffix = Math.min(kept.suffix, baseLength - prefix, revisedLength - prefix)
  // One unit more on either side of what is kept, so that no surrogate pair is cut.
  const [before, after] = [Math.max(0, prefix - 1), Math.max(0, suffix - 1)]
  const left = unitsOf(slicePieces(base, before, baseLength - after))
  const right = unitsOf(slicePieces(revised, before, revisedLength - after))
  const cutsPair = { high: isHigh(left[prefix - before - 1]?.value), low: isLow(left[left.length - (suffix - after)]?.value) }
  const start = prefix > before && !cutsPair.high ? 1 : 0
  const end = suffix > after && !cutsPair.low ? 1 : 0
  const from = before + start
  const [old, now] = [left.slice(start, left.length - end), right.slice(start, right.length - end)]

  const same = old.length > 0 && now.length > 0
  const exact = same ? commonEnds(old, now, (a, b) => a.value === b.value && a.format.key === b.format.key) : { prefix: 0, suffix: 0 }
  const [oldRest, nowRest] = [old.slice(exact.prefix, old.length - exact.suffix), now.slice(exact.prefix, now.length - exact.suffix)]
  const words = same ? commonEnds(oldRest, nowRest, (a, b) => a.value === b.value) : { prefix: 0, suffix: 0 }
  const at = from + exact.prefix
  const tail = oldRest.length - words.suffix
  return {
    from: at + words.prefix,
    to: at + tail,
    added: piecesOfUnits(nowRest.slice(words.prefix, nowRest.length - words.suffix)),
    reformats: [
      ...reformatsBetween(oldRest.slice(0, words.prefix), nowRest.slice(0, words.prefix), at),
      ...reformatsBetween(oldRest.slice(tail), nowRest.slice(nowRest.length - words.suffix), at + tail),
    ],
  }
}

/** Makes `block` say `revised` by the least edit, from the back to the front; `kept` as in `editBetween`. */
export function editBlock(writer: DraftWriter, block: Block, { revised, ...kept }: Readonly<{ revised: readonly Piece[] }> & Kept): void {
  const base = blockPieces(block)
  if (samePieces(base, revised)) return
  const { from, to, added, reformats } = editBetween(base, revised, kept)
  for (const change of reformats.toReversed()) if (change.from >= to) writer.format(block, change, change)
  if (to > from) writer.remove(block, from, to)
  writer.insert(block, from, added)
  for (const change of reformats.toReversed()) if (change.to <= from) writer.format(block, change, change)
}
