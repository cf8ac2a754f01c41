/*
 * Seeded edits of real texts, so that the truth is known: articles and provisions deleted, inserted, moved, split,
 * merged, reworded; no id is kept. The texts are read when it runs.
 */
import { clauseIdsFrom, isDivision, type Clause, type ClauseId, type ClauseText, type NewClauseId } from '../../shared/clauses/index.ts'

/** One number from 0 up to 1 after another, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Link = readonly [ClauseId, ClauseId]

/** A text and what was made of it. `pairs`: which clause became which; `moved`: those that
 * somebody carried elsewhere; `given`: the articles, as they now are, that gave a paragraph to another one. */
export type Edited = Readonly<{
  revised: ClauseText
  pairs: readonly Link[]
  moved: readonly Link[]
  given: readonly Link[]
  splits: readonly (readonly Link[])[]
  merges: readonly (readonly Link[])[]
}>

type Piece = { clause: Clause; from: ClauseId[]; moved: boolean; touched: boolean }
type Unit = { head: Piece; body: Piece[] }

const words = (text: string): number => text.split(/\s+/v).length
const RATES = { delete: 0.06, insert: 0.06, move: 0.12, split: 0.06, merge: 0.06, reword: 0.6 } as const
/** A clause of fewer words is not moved or cut by itself: nobody could tell it from its like. */
const WORDY = 12
/** A move carries a clause over so many others at least. */
const FAR = 4

/** `base` after a sitting of edits; `foreign` gives the articles that are put in. */
export function edit(base: ClauseText, foreign: ClauseText, seed: number): Edited {
  const random = randomFrom(seed)
  const chance = (rate: number): boolean => random() < rate
  const below = (count: number): number => Math.floor(random() * count)
  const newId: NewClauseId = clauseIdsFrom(below)
  const vocabulary = base.clauses.flatMap(({ text }) => text.split(/\s+/v)).filter((word) => /^\p{L}{4,}$/v.test(word))
  const [units, others] = [unitsOf(base), unitsOf(foreign)]
  const gifts: (readonly [Piece, Piece])[] = []
  edits(units)
  const revised: Piece[] = units.flatMap(({ head, body }) => [head, ...body])
  const clauses = revised.map(({ clause }) => ({ ...clause, id: newId() }))
  const linksOf = ({ from }: Piece, at: number): Link[] => from.map((id) => [id, clauses[at]?.id ?? id])
  const links = revised.map(linksOf)
  const targets = new Map<ClauseId, Link[]>()
  for (const [from, to] of links.flat()) targets.set(from, [...(targets.get(from) ?? []), [from, to]])
  return {
    revised: { ...base, clauses },
    pairs: links.flat(),
    given: gifts.flatMap(([giver, taker]) => giver.from.flatMap((from) => (links[revised.indexOf(taker)] ?? [[from, clauses[revised.indexOf(taker)]?.id ?? from] as const]).map(([, to]): Link => [from, to]))),
    moved: revised.flatMap((piece, at) => (piece.moved && piece.from.length === 1 ? (links[at] ?? []) : [])),
    splits: [...targets.values()].filter((all) => all.length > 1),
    merges: links.filter((all) => all.length > 1),
  }

  function edits(all: Unit[]): void {
    for (const unit of all) provisionEdits(unit)
    for (let at = all.length - 1; at >= 0; at--) {
      const unit = all[at]
      if (unit === undefined) continue
      if (chance(RATES.delete)) all.splice(at, 1)
      else if (chance(RATES.split) && cutArticle(all, at)) continue
      else if (chance(RATES.merge) && joinArticles(all, at)) continue
      if (chance(RATES.insert)) {
        const one = others[below(others.length)]
        if (one !== undefined) all.splice(at, 0, { head: { ...one.head, from: [] }, body: one.body.map((piece) => ({ ...piece, from: [] })) })
      }
    }
    for (const piece of all.flatMap(({ body }) => body)) if (chance(RATES.reword)) reword(piece)
    giveAway(all)
    moves(all, (unit) => [unit.head, ...unit.body].reduce((sum, { clause }) => sum + words(clause.text), 0), ({ head }) => head)
  }

  /** Carries some of `all` elsewhere, each over at least `FAR` that stay. */
  function moves<Item>(all: Item[], wordsIn: (item: Item) => number, pieceOf: (item: Item) => Piece): void {
    const goers = all.filter((item) => wordsIn(item) >= WORDY && !pieceOf(item).touched && pieceOf(item).from.length === 1 && chance(RATES.move))
    for (const item of goers) {
      const at = all.indexOf(item)
      const places = [...all.keys()].filter((to) => {
        const between = all.slice(Math.min(at, to), Math.max(at, to) + 1).filter((one) => !goers.includes(one))
        return between.length >= FAR
      })
      const to = places[below(places.length)]
      if (to === undefined) continue
      all.splice(at, 1)
      all.splice(to, 0, item)
      pieceOf(item).moved = true
    }
  }

  /** Carries paragraphs into articles at some distance. */
  function giveAway(all: Unit[]): void {
    for (const [at, { body }] of all.entries())
      for (const piece of body.slice()) {
        const [to, index] = [below(all.length), body.indexOf(piece)]
        const stands = piece.clause.depth === 0 && (body[index + 1]?.clause.depth ?? 0) === 0
        if (!stands || piece.touched || piece.from.length !== 1 || piece.moved || words(piece.clause.text) < WORDY) continue
        if (body.length < 3 || Math.abs(to - at) < FAR || !chance(RATES.move / 4)) continue
        body.splice(index, 1)
        const [giver, taker] = [all[at], all[to]]
        taker?.body.push(piece)
        if (giver !== undefined && taker !== undefined) gifts.push([giver.head, taker.head])
        piece.moved = true
      }
  }

  function provisionEdits({ body }: Unit): void {
    for (let at = body.length - 1; at >= 0; at--) {
      const [piece, next] = [body[at], body[at + 1]]
      if (piece === undefined) continue
      if (chance(RATES.split / 2)) {
        const cut = sentenceEnd(piece.clause.text)
        if (cut === null) continue
        const { text } = piece.clause
        const part = { ...piece, clause: { ...piece.clause, text: text.slice(cut).trimStart() }, touched: true }
        piece.clause = { ...piece.clause, text: text.slice(0, cut) }
        piece.touched = true
        body.splice(at + 1, 0, part)
      } else if (next !== undefined && !next.touched && next.clause.kind === piece.clause.kind && next.clause.depth === piece.clause.depth && chance(RATES.merge / 2)) {
        if (Math.min(words(piece.clause.text), words(next.clause.text)) < WORDY) continue
        piece.clause = { ...piece.clause, text: `${piece.clause.text} ${next.clause.text}` }
        piece.from = [...piece.from, ...next.from]
        piece.touched = true
        body.splice(at + 1, 1)
      }
    }
    if (body.every(({ clause }) => clause.depth === 0)) moves(body, ({ clause }) => words(clause.text), (piece) => piece)
  }

  function cutArticle(all: Unit[], at: number): boolean {
    const unit = all[at]
    if (unit === undefined) return false
    const cuts = [...unit.body.keys()].filter((cut) => cut > 0 && unit.body[cut]?.clause.depth === 0)
    const cut = cuts[below(cuts.length)]
    if (cut === undefined) return false
    const size = (pieces: readonly Piece[]): number => pieces.reduce((sum, { clause }) => sum + words(clause.text), 0)
    const [kept, gone] = [unit.body.slice(0, cut), unit.body.slice(cut)]
    if (Math.min(size(kept), size(gone)) < 2 * WORDY) return false
    unit.head.touched = true
    all.splice(at + 1, 0, { head: { ...unit.head, clause: { ...unit.head.clause, text: '' }, touched: true }, body: gone })
    unit.body = kept
    return true
  }

  function joinArticles(all: Unit[], at: number): boolean {
    const [unit, next] = [all[at], all[at + 1]]
    if (unit === undefined || next === undefined || next.head.from.length !== 1 || next.head.touched || unit.head.touched) return false
    const size = ({ body }: Unit): number => body.reduce((sum, { clause }) => sum + words(clause.text), 0)
    if (Math.min(size(unit), size(next)) < 2 * WORDY) return false
    unit.head.from = [...unit.head.from, ...next.head.from]
    unit.head.touched = true
    unit.body = [...unit.body, ...next.body]
    all.splice(at + 1, 1)
    return true
  }

  function reword(piece: Piece): void {
    const rate = 0.06 + 0.29 * random()
    const text = piece.clause.text.replace(/\p{L}{3,}/gv, (word) => (chance(rate) ? (vocabulary[below(vocabulary.length)] ?? word) : word))
    piece.clause = { ...piece.clause, text }
  }

  /** Where a sentence ends with enough words on both sides. */
  function sentenceEnd(text: string): number | null {
    const ends = [...text.matchAll(/[.;]\s+(?=\p{Lu})/gv)].map(({ index }) => index + 1)
    const good = ends.filter((end) => words(text.slice(0, end)) >= WORDY && words(text.slice(end).trim()) >= WORDY)
    return good[below(good.length)] ?? null
  }
}

/** The articles with what stands directly in them; what stands outside articles is left out. */
function unitsOf({ clauses }: ClauseText): Unit[] {
  const units: Unit[] = []
  for (const clause of clauses) {
    const piece = { clause, from: [clause.id], moved: false, touched: false }
    if (clause.kind === 'article') units.push({ head: piece, body: [] })
    else if (!isDivision(clause.kind)) units.at(-1)?.body.push(piece)
  }
  return units
}
