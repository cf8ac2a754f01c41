import { isDivision, type ClauseKind } from '#shared/clauses/index.ts'
import { subtreeWords, unitOf, type Frame, type Unit } from './frame.ts'
import { likenessOf } from './likeness.ts'
import { FREE, type Pairing } from './pairing.ts'
import type { Sides } from './sides.ts'

/** What of a division's score comes from the wording that it holds; the rest comes from its heading. */
const CONTENT_WEIGHT = 0.6
const LIKELY = 0.35
/** Kinds of which a text has one, so that the two are taken for each other whatever they say. */
const SINGULAR: readonly ClauseKind[] = ['title', 'preamble', 'testimonium']

type Candidate = Readonly<{ base: number; revised: number; content: number; heading: number; score: number }>

/** Pairs the divisions still free (chapters, sections …) by where their contents went and by their headings (AL6). */
export function alignDivisions({ base, revised }: Sides, pairing: Pairing): void {
  pairSingulars(base, revised, pairing)
  const free = {
    base: freeDivisions(base, (i) => pairing.revisedOf(i)),
    revised: freeDivisions(revised, (i) => pairing.baseOf(i)),
  }
  const headings = likenessOf(
    free.base.map((i) => headingIn(base, i)),
    free.revised.map((i) => headingIn(revised, i)),
  )
  const shares = contentShares({ base, revised }, pairing)
  const placeOf = { base: placesOf(free.base), revised: placesOf(free.revised) }
  const keys = new Map<string, readonly [number, number]>()
  const headed = headings.candidates()
  for (const [i, b] of headed.base.entries()) keys.set(`${b},${headed.revised[i]}`, [b, headed.revised[i] ?? 0])
  for (const { base: division, revised: other } of shares.values()) {
    const [b, r] = [placeOf.base.get(division), placeOf.revised.get(other)]
    if (b !== undefined && r !== undefined) keys.set(`${b},${r}`, [b, r])
  }
  const candidates = [...keys.values()]
    .map(([b, r]): Candidate => {
      const [division, other] = [free.base[b] ?? 0, free.revised[r] ?? 0]
      const content = shares.get(`${division},${other}`)?.share ?? 0
      const heading = headings.of(b, r)
      const score = CONTENT_WEIGHT * content + (1 - CONTENT_WEIGHT) * heading
      return { base: division, revised: other, content, heading, score }
    })
    .filter(({ score }) => score >= LIKELY)
    .sort((one, other) => other.score - one.score || one.base - other.base || one.revised - other.revised)
  for (const { base: division, revised: other, content, heading, score } of candidates)
    if (pairing.bothFree(division, other))
      pairing.match(division, other, {
        confidence: score,
        reason: content >= heading ? { rule: 'same-parts', share: content } : { rule: 'same-heading', share: heading },
      })
}

const headingIn = (frame: Frame, unit: number): Unit => unitOf(frame, { from: unit, to: unit + 1 })

function pairSingulars(base: Frame, revised: Frame, pairing: Pairing): void {
  for (const kind of SINGULAR) {
    const [one, other] = [only(base, kind), only(revised, kind)]
    if (one !== null && other !== null && pairing.bothFree(one, other))
      pairing.match(one, other, { confidence: 0.9, reason: { rule: 'same-place', share: 1 } })
  }
}

function only({ clauses }: Frame, kind: ClauseKind): number | null {
  const first = clauses.findIndex((clause) => clause.kind === kind)
  return first >= 0 && clauses.findLastIndex((clause) => clause.kind === kind) === first ? first : null
}

const freeDivisions = ({ clauses }: Frame, partnerOf: (index: number) => number): number[] =>
  [...clauses.keys()].filter((i) => isDivision(clauses[i]?.kind ?? 'text') && partnerOf(i) === FREE)

const placesOf = (units: readonly number[]): ReadonlyMap<number, number> =>
  new Map(units.map((unit, place) => [unit, place]))

type Share = Readonly<{ base: number; revised: number; share: number }>

/** For any two divisions, the share of their words that stands in clauses paired with each other. */
export function contentShares(
  { base, revised }: Pick<Sides, 'base' | 'revised'>,
  pairing: Pairing,
): ReadonlyMap<string, Share> {
  const sizes = { base: subtreeWords(base), revised: subtreeWords(revised) }
  const words = new Map<string, { base: number; revised: number; words: number }>()
  for (let b = 0; b < base.clauses.length; b++) {
    const r = pairing.revisedOf(b)
    if (r === FREE) continue
    const own = (base.stems[b]?.length ?? 0) + (revised.stems[r]?.length ?? 0)
    for (const division of divisionsAbove(base, b))
      for (const other of divisionsAbove(revised, r)) {
        const key = `${division},${other}`
        const entry = words.get(key) ?? { base: division, revised: other, words: 0 }
        entry.words += own
        words.set(key, entry)
      }
  }
  return new Map(
    [...words].map(([key, { base: division, revised: other, words }]) => {
      const all = (sizes.base[division] ?? 0) + (sizes.revised[other] ?? 0)
      return [key, { base: division, revised: other, share: all === 0 ? 0 : words / all }]
    }),
  )
}

/** The divisions that a clause stands in, its own self left out. */
function divisionsAbove(frame: Frame, index: number): number[] {
  const above: number[] = []
  for (let i = frame.parent[index] ?? -1; i >= 0; i = frame.parent[i] ?? -1)
    if (isDivision(frame.clauses[i]?.kind ?? 'text')) above.push(i)
  return above
}
