import { invariant } from '#shared/kernel/index.ts'
import type { Clause } from './clause.ts'
import type { ClauseId } from './id.ts'
import { isDivision, type ClauseKind } from './kinds.ts'
import type { Label } from './label.ts'
import { placesOf, type Place } from './series.ts'

/** How a clause without a number is spoken of. */
const NOUNS = {
  title: 'title',
  preamble: 'preamble',
  testimonium: 'testimonium',
  enacting: 'enacting words',
  chapeau: 'chapeau',
  closing: 'closing words',
  text: 'unnumbered text',
  recital: 'recital',
  footnote: 'footnote',
  heading: 'heading',
  part: 'unnumbered part',
  chapter: 'unnumbered chapter',
  section: 'unnumbered section',
  subsection: 'unnumbered subsection',
  article: 'unnumbered article',
  annex: 'annex',
  appendix: 'appendix',
  paragraph: 'unnumbered paragraph',
  subparagraph: 'unnumbered subparagraph',
  item: 'unnumbered item',
  definition: 'unnumbered definition',
} as const satisfies Record<ClauseKind, string>

/** The term that a definition defines, from its opening quotation marks. */
const TERM = /^\s*["“«„‘'「](?<term>[^"“”«»„‘’」]{1,60})["”»“’'」]/
const LONGEST_QUOTE = 60

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function nounOf({ kind, text }: Clause): string {
  const term = kind === 'definition' ? TERM.exec(text)?.groups?.['term'] : undefined
  if (term !== undefined) return `definition of “${term.trim()}”`
  const heading = kind === 'heading' ? text.trim() : ''
  return heading !== '' && heading.length <= LONGEST_QUOTE ? `heading “${heading}”` : NOUNS[kind]
}

type Sibling = Readonly<{ noun: string; ordinal: number }>
type Family = Readonly<{
  clauses: readonly Clause[]
  places: readonly Place[]
  labelAt: (index: number) => Label
  siblingAt: (index: number) => Sibling
  /** How many clauses below the same parent go by this noun. */
  alike: (index: number) => number
  /** Whether a numbered paragraph stands beside this one. */
  besideNumbered: (index: number) => boolean
}>

function familyOf(clauses: readonly Clause[], labels: ReadonlyMap<ClauseId, Label>): Family {
  const places = placesOf(clauses)
  const counts = new Map<string, number>()
  const numbered = new Set<number>()
  const labelAt = (index: number): Label => {
    const id = clauses[index]?.id
    return (id === undefined ? undefined : labels.get(id)) ?? { text: '', number: '' }
  }
  const parentAt = (index: number): number => places[index]?.parent ?? -1
  const siblings = clauses.map((clause, index): Sibling => {
    const parent = parentAt(index)
    const noun = nounOf(clause)
    if (labelAt(index).number !== '' && clause.kind !== 'recital') {
      if (clause.kind === 'paragraph') numbered.add(parent)
      return { noun, ordinal: 0 }
    }
    const key = `${parent}:${noun}`
    const ordinal = (counts.get(key) ?? 0) + 1
    counts.set(key, ordinal)
    return { noun, ordinal }
  })
  const siblingAt = (index: number): Sibling => siblings[index] ?? { noun: '', ordinal: 0 }
  return {
    clauses,
    places,
    labelAt,
    siblingAt,
    alike: (index) => counts.get(`${parentAt(index)}:${siblingAt(index).noun}`) ?? 0,
    besideNumbered: (index) => numbered.has(parentAt(index)),
  }
}

/** "chapeau", or "chapeau 2" where there are several; recitals are always counted. */
function unnumbered(family: Family, index: number): string {
  const { noun, ordinal } = family.siblingAt(index)
  return family.clauses[index]?.kind === 'recital' || family.alike(index) > 1 ? `${noun} ${ordinal}` : noun
}

/** Unnumbered words that a citation passes over: the only paragraph of an article, the only chapeau of a list (CL22). */
function isPassedOver(family: Family, index: number): boolean {
  const clause = family.clauses[index]
  if (clause === undefined || isDivision(clause.kind)) return false
  return family.labelAt(index).number === '' && clause.kind !== 'recital' && family.alike(index) === 1
}

function citeProvision(family: Family, index: number, citations: readonly string[]): string {
  const clause = family.clauses[index]
  const place = family.places[index]
  invariant(clause !== undefined && place !== undefined, `no clause at ${index}`)
  let above = place.parent
  while (isPassedOver(family, above)) above = family.places[above]?.parent ?? -1
  const holder = family.clauses[above]
  const base = holder === undefined || holder.kind === 'title' ? '' : (citations[above] ?? '')
  const { number } = family.labelAt(index)
  const join = (words: string): string => (base === '' ? capitalised(words) : `${base}, ${words}`)

  if (clause.kind === 'recital') {
    const words = number === '' ? unnumbered(family, index) : `recital ${number}`
    return base === '' ? `Preamble, ${words}` : join(words)
  }
  if (number === '') {
    const isSole = clause.kind === 'paragraph' && family.alike(index) === 1 && !family.besideNumbered(index)
    return isSole && base !== '' ? base : join(unnumbered(family, index))
  }
  if (place.series === null) return join(`${NOUNS[clause.kind]} ${number}`)
  if (place.series === 'footnote') return join(`footnote ${number}`)
  const isGlued = holder !== undefined && (holder.kind === 'article' || !isDivision(holder.kind))
  if (isGlued) return `${base}(${number})`
  return join(place.series === 'paragraph' ? `paragraph ${number}` : `${clause.kind} (${number})`)
}

function citeDivision(family: Family, index: number, citations: readonly string[]): string {
  const clause = family.clauses[index]
  const place = family.places[index]
  invariant(clause !== undefined && place !== undefined, `no clause at ${index}`)
  // An article runs through the text, so only an annex must be named with it.
  const above = clause.kind === 'article' ? place.scope : place.parent
  const holder = family.clauses[above]
  const base = holder === undefined || holder.kind === 'title' ? '' : `${citations[above] ?? ''}, `
  const { text, number } = family.labelAt(index)
  if (number === '' || place.series === null) {
    const words = unnumbered(family, index)
    return base === '' ? capitalised(words) : base + words
  }
  return base + text
}

/**
 * How each clause is cited (CL20–CL24): "Article 5(2)(a)", "Article 5, chapeau", "Annex I, Article 2(1)",
 * "Preamble, recital 3". `labels` from `labelsOf`. Linear.
 */
export function citationsOf(
  clauses: readonly Clause[],
  labels: ReadonlyMap<ClauseId, Label>,
): ReadonlyMap<ClauseId, string> {
  const family = familyOf(clauses, labels)
  const citations: string[] = []
  const byId = new Map<ClauseId, string>()
  clauses.forEach(({ id, kind }, index) => {
    const cite = isDivision(kind) ? citeDivision : citeProvision
    const citation = cite(family, index, citations)
    citations.push(citation)
    if (!byId.has(id)) byId.set(id, citation)
  })
  return byId
}

/** Labels belong to one sequence of clauses and are never changed, so what was cited from them is kept with them. */
const cited = new WeakMap<ReadonlyMap<ClauseId, Label>, ReturnType<typeof citationsOf>>()

/** How one clause is cited; '' for an id that is not among `clauses`. The first call for `labels` cites them all. */
export function citationOf(clauses: readonly Clause[], labels: ReadonlyMap<ClauseId, Label>, id: ClauseId): string {
  const citations = cited.get(labels) ?? citationsOf(clauses, labels)
  cited.set(labels, citations)
  return citations.get(id) ?? ''
}
