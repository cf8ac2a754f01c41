import { attributed, contextOf, type Part } from './attribute.ts'
import { candidatesAmong, type Candidate } from './candidates.ts'
import { articlesOf, chaptersOf, compositionOf } from './composition.ts'
import { MAX_PASSAGES } from './constants.ts'
import { Leftovers } from './leftovers.ts'
import { openLibrary, type Library } from './library.ts'
import { read, Vocabulary, type Reading } from './reading.ts'
import { runsWith } from './runs.ts'
import { shortTaken } from './short.ts'
import type { ArticleSources, ClauseProvenance, Instrument, Passage, Provenance, Taken } from './types.ts'

/**
 * Where the words of `instrument` come from: for each clause the passages of the `library` that it was taken from, and
 * what the whole is made of. Pure and deterministic; linear in the words of all texts, up to the constants of SPEC.md.
 */
export function provenanceOf(instrument: Instrument, instruments: readonly Instrument[]): Provenance {
  const vocabulary = new Vocabulary()
  const library = openLibrary(instruments, vocabulary)
  const reading = read(instrument, vocabulary)
  const { clauses } = reading
  const counts = clauses.map((_, clause) => (reading.wordsFrom[clause + 1] ?? 0) - (reading.wordsFrom[clause] ?? 0))
  const sought = counts.map((count, clause) => {
    const from = reading.wordsFrom[clause] ?? 0
    return candidatesAmong(library, runsWith(library, reading.ids.subarray(from, from + count)), count)
  })
  const candidates = sought.map((one) => one.candidates)
  const context = contextOf(library, reading, candidates)
  const first = candidates.map((own, clause) => attributed(library, { count: counts[clause] ?? 0, home: reading.home[clause] ?? -1, candidates: own }, context))
  const parts = shortTaken(library, reading, first)
  const plain = clauses.map(({ id }, clause): Omit<ClauseProvenance, 'leftovers'> => {
    const own = parts[clause] ?? []
    const words = counts[clause] ?? 0
    return { clause: id, words, taken: own.map((part) => takenFrom({ library, reading }, clause, part)), passages: passagesOf(library, { candidates: candidates[clause] ?? [], parts: own, words }) }
  })
  const articles = articleSources({ library, reading }, plain)
  const leftovers = new Leftovers({ instrument, reading, instruments, readings: library.readings, articles, clauses: plain })
  return {
    clauses: plain.map((clause, at) => ({ ...clause, leftovers: leftovers.in(at) })),
    whole: compositionOf(plain, instruments.length),
    chapters: chaptersOf(clauses, plain, instruments.length),
    articles,
    cappedClauses: sought.filter(({ isCapped }) => isCapped).length,
  }
}

type Readings = Readonly<{ library: Library; reading: Reading }>

function takenFrom({ library, reading }: Readings, clause: number, { at, length, place, clause: other }: Part): Taken {
  const { source, clause: sourceClause } = library.clauses[other] ?? { source: -1, clause: -1 }
  const theirs = library.readings[source]
  const first = (reading.wordsFrom[clause] ?? 0) + at
  const theirFirst = (theirs?.wordsFrom[sourceClause] ?? 0) + place - (library.clauseStarts[other] ?? 0)
  return {
    from: reading.starts[first] ?? 0,
    to: reading.ends[first + length - 1] ?? 0,
    words: length,
    source,
    sourceClause: idAt(theirs, sourceClause),
    sourceFrom: theirs?.starts[theirFirst] ?? 0,
    sourceTo: theirs?.ends[theirFirst + length - 1] ?? 0,
  }
}

function idAt(reading: Reading | undefined, clause: number) {
  const id = reading?.clauses[clause]?.id
  if (id === undefined) throw new Error(`no clause at ${clause} of the source`)
  return id
}

type Found = Readonly<{ candidates: readonly Candidate[]; parts: readonly Part[]; words: number }>

/** What the clause's words were given to, then what else is close (PV11). */
function passagesOf(library: Library, { candidates, parts, words }: Found): readonly Passage[] {
  const given = new Map<number, number>()
  for (const { clause, length } of parts) given.set(clause, (given.get(clause) ?? 0) + length)
  const short = parts.filter(({ clause }) => !candidates.some((candidate) => candidate.clause === clause)).map(({ clause, length }) => ({ clause, words: length, longest: length }))
  return [...candidates, ...short]
    .toSorted((one, other) => (given.get(other.clause) ?? 0) - (given.get(one.clause) ?? 0) || other.words - one.words || one.clause - other.clause)
    .slice(0, MAX_PASSAGES)
    .map(({ clause, words: common, longest }) => {
      const { source, clause: at } = library.clauses[clause] ?? { source: -1, clause: -1 }
      return { source, sourceClause: idAt(library.readings[source], at), words: common, share: common / words, longest }
    })
}

function articleSources({ library, reading }: Readings, plain: readonly Omit<ClauseProvenance, 'leftovers'>[]): readonly ArticleSources[] {
  const homes = library.readings.map(({ clauses, home }) => new Map(clauses.map(({ id }, i) => [id, clauses[home[i] ?? -1]?.id ?? null])))
  const members = new Map<number, (typeof plain)[number][]>()
  for (const [i, own] of plain.entries()) {
    const home = reading.home[i] ?? -1
    if (reading.clauses[home]?.kind !== 'article') continue
    members.set(home, [...(members.get(home) ?? []), own])
  }
  return articlesOf(
    [...members].map(([home, clauses]) => ({ id: idAt(reading, home), clauses })),
    (source, clause) => homes[source]?.get(clause) ?? null,
  )
}
