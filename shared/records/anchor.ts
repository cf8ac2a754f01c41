import type { ClauseId } from '#shared/clauses/index.ts'
import type { Anchor, Quote } from './thread.ts'

/** What of a clause an anchor needs to be found again. */
export type AnchorGround = Readonly<{ id: ClauseId; text: string }>

/** A spot in the text as it stands: what a relative position resolves to. `offset` in UTF-16 code units. */
export type Spot = Readonly<{ clauseId: ClauseId; offset: number }>

/**
 * Where an anchor stands now. `exact`: where it always was, or where its relative position says; `likely`: found again by its
 * quote and context. An orphan keeps its quote and is shown as such (AN4).
 */
export type AnchorFound =
  | Readonly<{ state: 'clause'; clauseId: ClauseId }>
  | Readonly<{ state: 'words'; clauseId: ClauseId; from: number; to: number; confidence: 'exact' | 'likely' }>
  | Readonly<{ state: 'orphan' }>

/** Characters of context kept on either side of a quote. */
const CONTEXT = 32

/** How much of the kept context must agree before a quote counts as found again in another clause (AN3). */
const ENOUGH_CONTEXT = 0.5

/** An anchor to the whole of a clause. */
export const clauseAnchor = (clauseId: ClauseId): Anchor => ({ clauseId, quote: null, offset: 0, place: null })

/** An anchor to the words `from`–`to` of a clause, not empty; `place` as in `Anchor`. */
export function wordsAnchor(clause: AnchorGround, words: Readonly<{ from: number; to: number; place: string | null }>): Anchor {
  const { from, to, place } = words
  const quote: Quote = {
    exact: clause.text.slice(from, to),
    prefix: wellFormedEnd(clause.text.slice(Math.max(0, from - CONTEXT), from)),
    suffix: wellFormedStart(clause.text.slice(to, to + CONTEXT)),
  }
  return { clauseId: clause.id, quote, offset: from, place }
}

/**
 * Finds an anchor in the clauses as they stand. `spot` is what its relative position resolves to in the live draft, null when
 * it resolves to nothing or the text is not live. Never guesses between equals: what is not certain enough is an orphan.
 */
export function findAnchor(anchor: Anchor, clauses: readonly AnchorGround[], spot: Spot | null): AnchorFound {
  const { quote } = anchor
  if (quote === null) {
    return clauses.some(({ id }) => id === anchor.clauseId) ? { state: 'clause', clauseId: anchor.clauseId } : { state: 'orphan' }
  }
  const homeId = spot?.clauseId ?? anchor.clauseId
  const home = clauses.filter(({ id }) => id === homeId).flatMap((clause) => occurrences(clause, quote))
  const atSpot = spot && home.find((place) => place.from === spot.offset)
  if (atSpot) return words(atSpot, quote, 'exact')
  const nearest = best(home, (place) => place.context * 1000 - Math.abs(place.from - (spot?.offset ?? anchor.offset)))
  if (nearest) return words(nearest, quote, nearest.from === anchor.offset && nearest.context === 1 ? 'exact' : 'likely')
  // Only now the whole text, which is long.
  const places = clauses.flatMap((clause) => occurrences(clause, quote))
  const elsewhere = best(places.filter((place) => place.context >= ENOUGH_CONTEXT), (place) => place.context)
  return elsewhere ? words(elsewhere, quote, 'likely') : { state: 'orphan' }
}

type Place = Readonly<{ clauseId: ClauseId; from: number; context: number }>

const words = (place: Place, quote: Quote, confidence: 'exact' | 'likely'): AnchorFound => ({
  state: 'words',
  clauseId: place.clauseId,
  from: place.from,
  to: place.from + quote.exact.length,
  confidence,
})

/** Every place where the quote's exact words stand in a clause, with the share of its context that agrees there (0–1). */
function occurrences(clause: AnchorGround, quote: Quote): Place[] {
  const found: Place[] = []
  for (let from = clause.text.indexOf(quote.exact); from !== -1; from = clause.text.indexOf(quote.exact, from + 1)) {
    found.push({ clauseId: clause.id, from, context: contextShare(clause.text, from, quote) })
  }
  return found
}

function contextShare(text: string, from: number, { exact, prefix, suffix }: Quote): number {
  const kept = prefix.length + suffix.length
  if (kept === 0) return 1
  const before = text.slice(0, from)
  const after = text.slice(from + exact.length)
  let agrees = 0
  while (agrees < prefix.length && before.at(-1 - agrees) === prefix.at(-1 - agrees)) agrees++
  const agreesBefore = agrees
  while (agrees - agreesBefore < suffix.length && after[agrees - agreesBefore] === suffix[agrees - agreesBefore]) agrees++
  return agrees / kept
}

/** The one place that scores highest; null when there is none, or when two are equal (AN4). */
function best(places: readonly Place[], score: (place: Place) => number): Place | null {
  const ranked = places.map((place) => ({ place, score: score(place) })).sort((a, b) => b.score - a.score)
  const [first, second] = ranked
  return first === undefined || first.score === second?.score ? null : first.place
}

const wellFormedEnd = (text: string): string => (/^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text)
const wellFormedStart = (text: string): string => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text)
