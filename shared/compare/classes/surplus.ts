import type { Row } from '../types.ts'
import { netOf, type Reader } from './reader.ts'
import type { ClassSide } from './sides.ts'
import { WEIGHTY } from './weighty.ts'

/** Keys from which on a text is looked for inside longer ones; a shorter one has to be all that a clause says. */
const LONG = 6
/** Of the pairs of neighbouring keys so many must stand in the other text for it to say the same in another order. */
const PAIRS_KEPT = 0.8
/** Words of a text that have to be known at all before it is read closely, and how long such words are. */
const TELLING = /\p{L}{7,}/gv
const TELLING_KEPT = 0.8
const PREFIX = 5

/** `at`: the clause that it stands in. */
type Stretch = Readonly<{ text: string; isClause: boolean; at: number }>
/** Whether clause `at` of the text that has the stretches is near the place from which is asked. */
export type IsNear = (at: number) => boolean
type Read = Readonly<{ words: string; keys: readonly string[]; key: string; pairs: ReadonlySet<string>; weighty: readonly string[] }>

/** How a text stands among others: letter for letter but for signs and spaces, or in other words of the same meaning. */
export type Standing = 'same' | 'other-words'

/**
 * What one text has and the other does not show in the same place: struck or inserted words, and clauses without a partner.
 * Words that moved past the alignment are in the surplus of both sides.
 */
export class Surplus {
  readonly #stretches: readonly Stretch[]
  readonly #reader: Reader
  readonly #read = new Map<string, Read>()
  #telling: ReadonlySet<string> | null = null

  constructor(stretches: readonly Stretch[], reader: Reader) {
    this.#stretches = stretches
    this.#reader = reader
  }

  /**
   * How what `text` says stands in a stretch near by, or null: a long one within it, a short one as all it says. Far off it is
   * another rule in the same words. `isWhole`: `text` is a clause; what is none is sought in clauses, if it is short.
   */
  standingOf(text: string, isWhole: boolean, isNear: IsNear): Standing | null {
    if (!this.#mayHave(text)) return null
    const wanted = this.#reading(text)
    if (wanted.keys.length === 0) return null
    for (const { text: stretch, isClause, at } of this.#stretches) {
      if (stretch.length < text.length / 2 || !isNear(at)) continue
      const held = this.#reading(stretch)
      const found = wanted.keys.length >= LONG ? isWithin(wanted, held) : (isClause || isWhole) && unjoined(held.key) === unjoined(wanted.key)
      if (found) return held.words.includes(wanted.words) ? 'same' : 'other-words'
    }
    return null
  }

  /** Whether the longer words of `text` are known here, by their beginnings. Spares a close reading of most texts. */
  #mayHave(text: string): boolean {
    if (!this.#reader.english) return true
    this.#telling ??= new Set(this.#stretches.flatMap(({ text: held }) => held.toLowerCase().match(TELLING) ?? []).map((word) => word.slice(0, PREFIX)))
    const words = text.toLowerCase().match(TELLING) ?? []
    const allowed = words.length * (1 - TELLING_KEPT)
    let missing = 0
    for (const word of words) if (!this.#telling.has(word.slice(0, PREFIX)) && ++missing > allowed) return false
    return true
  }

  #reading(text: string): Read {
    let read = this.#read.get(text)
    if (read === undefined) {
      const words = this.#reader.words(text)
      const keys = this.#reader.canon(words).filter((key) => key !== 'and')
      read = { words: ` ${words.join(' ')} `, keys, key: ` ${keys.join(' ')} `, pairs: new Set(pairsOf(keys)), weighty: WEIGHTY.in(words).map(({ from, to }) => words.slice(from, to).join(' ')) }
      this.#read.set(text, read)
    }
    return read
  }
}

/** "Beta-2-agonists" are "beta-2 agonists". */
const unjoined = (key: string): string => key.replaceAll(/[\s\-]+/gv, '')
const pairsOf = (keys: readonly string[]): readonly string[] => keys.slice(1).map((key, i) => `${keys[i] ?? ''} ${key}`)

/** Whether all that `wanted` says is in `held`: in one piece, or every word of it, most of them beside the same ones. */
function isWithin(wanted: Read, held: Read): boolean {
  if (held.key.includes(wanted.key)) return true
  if (held.keys.length < wanted.keys.length * PAIRS_KEPT) return false
  const pairs = pairsOf(wanted.keys)
  if (pairs.filter((pair) => held.pairs.has(pair)).length < PAIRS_KEPT * pairs.length) return false
  return netOf(held.keys, wanted.keys).gained.length === 0 && netOf(held.weighty, wanted.weighty).gained.length === 0
}

/** The stretches of one side: what its rows strike or insert, and the clauses that it has alone. */
export function stretchesOf(rows: readonly Row[], { clauses, partner, indexOf }: ClassSide, name: 'base' | 'revised'): readonly Stretch[] {
  const alone = clauses.flatMap(({ text }, at) => ((partner[at] ?? -1) < 0 && text !== '' ? [{ text, isClause: true, at }] : []))
  const kind = name === 'base' ? 'strike' : 'insert'
  const runs = rows.flatMap((row) => {
    const at = row[name] === null ? undefined : indexOf.get(row[name])
    if (at === undefined) return []
    return (row.redline?.runs ?? []).flatMap((run) => (run.kind === kind && /[\p{L}\p{N}]/v.test(run.text) ? [{ text: run.text, isClause: false, at }] : []))
  })
  return [...alone, ...runs]
}
