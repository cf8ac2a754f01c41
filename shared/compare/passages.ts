import { isDivision } from '#shared/clauses/index.ts'
import { stretchOf, type Frame, type Frames, type Unit } from './frame.ts'
import { likenessSteps } from './likeness.ts'
import type { Pairing } from './pairing.ts'
import { sharedWords } from './shared-words.ts'
import type { Sides } from './sides.ts'
import { part, type Steps } from './steps.ts'

/** What of `base` stands in `revised`: indexes of clauses, and the words in common, weighed by how alike they are. */
export type SharedPassage = Readonly<{ base: number; revised: number; words: number }>

/** See SPEC.md, "Constants". */
const ALIKE = 0.5
const CLEAR = 0.1
const SAME = 0.9

type Passage = Unit & Readonly<{ clause: number }>

/**
 * The passages of provisions that answer one another without their clauses being partners: each the likest of the
 * other, by far (AL16). Passages of clauses that are the same word for word, and partners, are accounted for.
 */
export function* sharedPassages(sides: Sides, pairing: Pairing): Steps<readonly SharedPassage[]> {
  const passages = {
    base: passagesOf(sides.base, (i) => isSame(sides, i, pairing.revisedOf(i))),
    revised: passagesOf(sides.revised, (i) => isSame(sides, pairing.baseOf(i), i)),
  }
  yield 0.1
  const likeness = yield* part(likenessSteps(passages.base, passages.revised), 0.1, 0.3)
  const best = { base: bestsOf(passages.base.length), revised: bestsOf(passages.revised.length) }
  const candidates = yield* part(likeness.candidateSteps(), 0.3, 1)
  for (let i = 0; i < candidates.alike.length; i++) {
    const [b, r, alike] = [candidates.base[i] ?? 0, candidates.revised[i] ?? 0, candidates.alike[i] ?? 0]
    best.base.note(b, r, alike)
    best.revised.note(r, b, alike)
  }
  const found = new Map<string, { base: number; revised: number; words: number }>()
  for (const [b, { clause, stems }] of passages.base.entries()) {
    const r = best.base.bestOf(b)
    const other = passages.revised[r]
    if (other === undefined || best.revised.bestOf(r) !== b || pairing.revisedOf(clause) === other.clause) continue
    const alike = best.base.likenessOf(b)
    if (alike < ALIKE || Math.min(best.base.leadOf(b), best.revised.leadOf(r)) < CLEAR) continue
    const key = `${clause},${other.clause}`
    const sum = found.get(key) ?? { base: clause, revised: other.clause, words: 0 }
    sum.words += alike * Math.min(stems.length, other.stems.length)
    found.set(key, sum)
  }
  return [...found.values()]
}

/** Whether two partners have nearly all words in common: then neither holds anything that stands elsewhere. */
function isSame({ base, revised }: Frames, b: number, r: number): boolean {
  const [one, other] = [base.stems[b], revised.stems[r]]
  return one !== undefined && other !== undefined && sharedWords(one, other) >= SAME
}

function passagesOf({ clauses, passageEnds, flow }: Frame, isAccountedFor: (clause: number) => boolean): Passage[] {
  return clauses.flatMap(({ kind }, clause): Passage[] => {
    if (isDivision(kind) || isAccountedFor(clause)) return []
    const start = flow.from[clause] ?? 0
    let from = 0
    return (passageEnds[clause] ?? []).map((to): Passage => {
      const passage = { clause, ...stretchOf(flow, start + from, start + to) }
      from = to
      return passage
    })
  })
}

/** For each unit the likest of the other side, and by how much. */
function bestsOf(count: number) {
  const [firsts, seconds, units] = [new Float64Array(count), new Float64Array(count), new Int32Array(count).fill(-1)]
  return {
    note(unit: number, other: number, alike: number): void {
      if (alike > (firsts[unit] ?? 0)) {
        seconds[unit] = firsts[unit] ?? 0
        firsts[unit] = alike
        units[unit] = other
      } else if (alike > (seconds[unit] ?? 0)) seconds[unit] = alike
    },
    bestOf: (unit: number): number => units[unit] ?? -1,
    likenessOf: (unit: number): number => firsts[unit] ?? 0,
    leadOf: (unit: number): number => (firsts[unit] ?? 0) - (seconds[unit] ?? 0),
  }
}
