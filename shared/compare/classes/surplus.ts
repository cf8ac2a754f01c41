import type { Row } from '../types.ts'
import { netOf, type Reader } from './reader.ts'
import type { ClassSide } from './sides.ts'
import { bitsIn, shareOf, signatureOf, type Signature } from './signature.ts'
import { WEIGHTY } from './weighty.ts'

/** Keys from which on a text is looked for inside longer ones; a shorter one has to be all that a clause says. */
const LONG = 6
/** Of the pairs of neighbouring keys so many must stand in the other text for it to say the same in another order. */
const PAIRS_KEPT = 0.8
/** The share of its longer words that a stretch must have before both are read closely. */
const WORDS_KEPT = 0.85
/** A text of fewer letters has too few words to be looked for inside others. */
const SHORT = 24
const SLACK = 12
/** Clauses apart up to which two places are near each other. */
export const NEAR = 12

/** `at`: the clause that it stands in. */
export type Stretch = Readonly<{ text: string; isClause: boolean; at: number }>

/** How a text stands among others: letter for letter but for signs and spaces, or in other words of the same meaning. */
export type Standing = 'same' | 'other-words'

/** Where one asks from: a clause of the other text, and where that would stand in this one. */
export type Place = Readonly<{ index: number; anchor: number }>

/**
 * What one text has and the other does not show in the same place: struck or inserted words, and clauses without a partner.
 * Words that moved past the alignment are in the surplus of both sides.
 */
export class Surplus {
  readonly #byClause: Held[][]
  /** The clauses that have stretches, by where they would stand in the other text. */
  readonly #byAnchor = new Map<number, Set<number>>()
  readonly #anchors: Int32Array
  readonly #reader: Reader

  constructor(stretches: readonly Stretch[], { anchor, clauses }: ClassSide, reader: Reader) {
    this.#reader = reader
    this.#anchors = anchor
    this.#byClause = clauses.map(() => [])
    for (const stretch of stretches) {
      const there = this.#byClause[stretch.at]
      if (there?.length === 0) this.replace(stretch.at, [stretch])
      else there?.push({ stretch, signature: null, said: null })
    }
  }

  /** Clause `at` has these stretches, and no others. */
  replace(at: number, stretches: readonly Stretch[]): void {
    this.#byClause[at] = stretches.map((stretch) => ({ stretch, signature: null, said: null }))
    const anchor = this.#anchors[at] ?? 0
    const there = this.#byAnchor.get(anchor)
    if (there === undefined) this.#byAnchor.set(anchor, new Set([at]))
    else there.add(at)
  }

  /**
   * How what `text` says stands in a stretch near `place`, or null: a long one within it, a short one as all it says. Far off it
   * is another rule in the same words. `isWhole`: `text` is a clause; what is none is sought in clauses, if it is short.
   */
  standingOf(text: string, isWhole: boolean, place: Place): Standing | null {
    const [signature, isShort] = [signatureOf(text), text.length < SHORT]
    const bits = bitsIn(signature)
    let sought: Said | null = null
    for (const at of this.#near(place)) {
      for (const held of this.#byClause[at] ?? []) {
        const { text: stretch, isClause } = held.stretch
        if (stretch.length < text.length / 2 || (isShort && stretch.length > 2 * text.length + SLACK)) continue
        held.signature ??= signatureOf(stretch)
        if (shareOf(signature, held.signature, bits) < WORDS_KEPT) continue
        sought ??= this.#saidBy(text)
        if (sought.count === 0) return null
        held.said ??= this.#saidBy(stretch)
        const found = sought.count >= LONG ? this.#isWithin(sought, held.said) : (isClause || isWhole) && unjoined(held.said.spelled) === unjoined(sought.spelled)
        if (found) return this.#reader.words(stretch).join(' ').includes(this.#reader.words(text).join(' ')) ? 'same' : 'other-words'
      }
    }
    return null
  }

  /** In the order of this text, whichever of the two measures of distance says that they are near. */
  #near({ index, anchor }: Place): readonly number[] {
    const near: number[] = []
    for (let at = Math.max(0, anchor - NEAR); at <= anchor + NEAR; at++) if ((this.#byClause[at]?.length ?? 0) > 0) near.push(at)
    for (let at = index - NEAR; at <= index + NEAR; at++) for (const clause of this.#byAnchor.get(at) ?? []) if (Math.abs(clause - anchor) > NEAR) near.push(clause)
    return near.sort((one, other) => one - other)
  }

  #saidBy(text: string): Said {
    const spelled = this.#reader.spelledOf(text).replaceAll(' and ', ' ')
    return { text, count: this.#reader.canonOf(text).length, spelled, keys: spelled.trim().split(' '), times: null }
  }

  /** Whether all that `sought` says is in `held`: in one piece, or every word of it, most of them beside the same ones. */
  #isWithin(sought: Said, held: Said): boolean {
    if (held.spelled.includes(sought.spelled)) return true
    const [wanted, times] = [timesOf(sought), timesOf(held)]
    for (const [key, count] of wanted) if (count > (times.get(key) ?? 0)) return false
    const pairs = new Set(pairsOf(held.keys))
    const kept = pairsOf(sought.keys).filter((pair) => pairs.has(pair))
    return kept.length >= PAIRS_KEPT * (sought.keys.length - 1) && netOf(this.#weighty(held.text), this.#weighty(sought.text)).gained.length === 0
  }

  #weighty(text: string): readonly string[] {
    const words = this.#reader.words(text)
    return WEIGHTY.in(words).map(({ from, to }) => words.slice(from, to).join(' '))
  }
}

/** What a text says: `count` keys, `keys` without "and", `times` how often each is among them, once it is asked for. */
type Said = { readonly text: string; readonly count: number; readonly spelled: string; readonly keys: readonly string[]; times: ReadonlyMap<string, number> | null }
/** A stretch, and how it reads, once it is asked for. */
type Held = { readonly stretch: Stretch; signature: Signature | null; said: Said | null }

function timesOf(said: Said): ReadonlyMap<string, number> {
  if (said.times !== null) return said.times
  const times = new Map<string, number>()
  for (const key of said.keys) times.set(key, (times.get(key) ?? 0) + 1)
  said.times = times
  return times
}

/** "Beta-2-agonists" are "beta-2 agonists". */
const unjoined = (key: string): string => key.replaceAll(/[\s\-]+/gv, '')
const pairsOf = (keys: readonly string[]): readonly string[] => keys.slice(1).map((key, i) => `${keys[i] ?? ''} ${key}`)

type Side = Pick<ClassSide, 'clauses' | 'partner'>
type Where = Readonly<{ name: 'base' | 'revised'; at: number }>

/** The stretches of one side: what its rows strike or insert, and the clauses that it has alone. */
export function stretchesOf(rows: readonly Row[], { clauses, partner, indexOf }: ClassSide, name: 'base' | 'revised'): readonly Stretch[] {
  const alone = clauses.flatMap((_, at) => stretchesAlone({ clauses, partner }, at))
  const runs = rows.flatMap((row) => {
    const at = row.redline === null || row[name] === null ? undefined : indexOf.get(row[name])
    return at === undefined ? [] : stretchesDrawn(row, { name, at })
  })
  return [...alone, ...runs]
}

/** The stretches of one clause, whose row is `row`. */
export const stretchesAt = (row: Row, side: Side, where: Where): readonly Stretch[] => [...stretchesAlone(side, where.at), ...stretchesDrawn(row, where)]

function stretchesAlone({ clauses, partner }: Side, at: number): readonly Stretch[] {
  const text = clauses[at]?.text ?? ''
  return (partner[at] ?? -1) < 0 && text !== '' ? [{ text, isClause: true, at }] : []
}

function stretchesDrawn(row: Row, { name, at }: Where): readonly Stretch[] {
  const kind = name === 'base' ? 'strike' : 'insert'
  return (row.redline?.runs ?? []).flatMap(({ kind: drawn, text }) => (drawn === kind && /[\p{L}\p{N}]/v.test(text) ? [{ text, isClause: false, at }] : []))
}
