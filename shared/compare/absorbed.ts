import { isDivision } from '#shared/clauses/index.ts'
import { unitOf, type Frame, type Unit } from './frame.ts'
import { FREE, type Pairing } from './pairing.ts'
import type { SharedPassage } from './passages.ts'
import { containedIn } from './shared-words.ts'
import type { Sides } from './sides.ts'

/** See SPEC.md, "Constants". */
const MIN_WORDS = 6
const WORDS = 0.6
const PAIRS = 0.25

/**
 * Provisions without a partner that stand in what was added to their neighbour, or came out of what was taken from it
 * (AL16): two paragraphs run together, or one cut in two, however much reworded.
 */
export function absorbedProvisions({ base, revised }: Sides, pairing: Pairing): readonly SharedPassage[] {
  const gone = absorbedOn({ side: base, other: revised, partnerOf: (i) => pairing.revisedOf(i) })
  const come = absorbedOn({ side: revised, other: base, partnerOf: (i) => pairing.baseOf(i) })
  return [
    ...gone.map(({ part, whole, words }) => ({ base: part, revised: whole, words })),
    ...come.map(({ part, whole, words }) => ({ base: whole, revised: part, words })),
  ]
}

type Absorbed = Readonly<{ part: number; whole: number; words: number }>

type Given = Readonly<{ side: Frame; other: Frame; partnerOf: (index: number) => number }>

function absorbedOn({ side, other, partnerOf }: Given): readonly Absorbed[] {
  return side.clauses.flatMap(({ kind }, part): Absorbed[] => {
    const stems = side.stems[part] ?? new Int32Array()
    if (isDivision(kind) || partnerOf(part) !== FREE || stems.length < MIN_WORDS) return []
    const best: { whole: number; words: number } = { whole: FREE, words: 0 }
    for (const neighbour of [part - 1, part + 1]) {
      const whole = partnerOf(neighbour)
      if (side.home[neighbour] !== side.home[part] || neighbour === side.home[part] || whole === FREE) continue
      const added = without(other.stems[whole] ?? new Int32Array(), side.stems[neighbour] ?? new Int32Array())
      const words = commonWords(stems, added)
      if (words < WORDS * stems.length || words <= best.words) continue
      const own = clauseIn(side, part)
      if (containedIn(own, clauseIn(other, whole)) - containedIn(own, clauseIn(side, neighbour)) < PAIRS) continue
      best.whole = whole
      best.words = words
    }
    return best.whole === FREE ? [] : [{ part, ...best }]
  })
}

const clauseIn = (frame: Frame, index: number): Unit => unitOf(frame, { from: index, to: index + 1 })

/** The stems of `stems` that `known` has not, each as often as there is one too many. */
function without(stems: Int32Array, known: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  for (const stem of known) counts.set(stem, (counts.get(stem) ?? 0) - 1)
  return counts
}

function commonWords(stems: Int32Array, counts: Map<number, number>): number {
  let common = 0
  for (const stem of stems) {
    const left = counts.get(stem) ?? 0
    if (left <= 0) continue
    counts.set(stem, left - 1)
    common++
  }
  return common
}
