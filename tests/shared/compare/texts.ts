import fc from 'fast-check'
import {
  clauseIdsFrom,
  isDivision,
  type Clause,
  type ClauseKind,
  type ClauseText,
  type NewClauseId,
} from '#shared/clauses/index.ts'

/** A maker of ids that counts: no two calls give the same one, and no two `prefix`es (0 to 35) ever meet. */
export function countingIds(prefix: number): NewClauseId {
  let count = 0
  let place = 0
  return clauseIdsFrom((below) => {
    if (place === 0) count++
    const digit = place === 0 ? prefix : Math.floor(count / below ** (9 - place)) % below
    place = (place + 1) % 10
    return digit % below
  })
}

export type Sketch = Readonly<{ kind: ClauseKind; depth?: number; number?: string | null; text: string }>

export const textOf = (sketches: readonly Sketch[], newId: NewClauseId): ClauseText => ({
  title: 'A treaty',
  settings: { style: 'un', language: 'en', articleWord: null },
  clauses: sketches.map(({ kind, depth = 0, number = null, text }) => ({ id: newId(), kind, depth, number, text, spans: [] })),
})

export const article = (heading: string, ...paragraphs: readonly string[]): Sketch[] => [
  { kind: 'article', text: heading },
  ...paragraphs.map((text): Sketch => ({ kind: 'paragraph', text })),
]

/** Different words of made-up law, so that sentences made of them are as unlike as those of real articles. */
const VOCABULARY = `party state request authority court data system service provider order measure offence person property
evidence search seizure interception record transfer asylum cargo vessel harbour customs tariff pension school museum
river dam forest mining satellite signal frequency passport visa refugee hospital vaccine patent copyright trademark
wheat fishery whale tuna coral reef glacier desert railway tunnel bridge airport pilot cabin fuel engine turbine
budget audit levy subsidy quota licence permit appeal judge witness oath verdict prison parole amnesty`.split(/\s+/v)
const GLUE = ['the', 'of', 'and', 'shall', 'may', 'in', 'to', 'a', 'by', 'not', 'any', 'each']

export const wordArb = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...VOCABULARY) },
  { weight: 2, arbitrary: fc.constantFrom(...GLUE) },
  { weight: 1, arbitrary: fc.constantFrom('12', '1,000', '30 days', 'co-operation', 'Article 5', '缔约国', 'Сторона') },
)
export const sentenceArb = fc
  .array(wordArb, { minLength: 1, maxLength: 30 })
  .map((words) => `${words.join(' ')}.`)

const KINDS: readonly ClauseKind[] = ['chapter', 'article', 'article', 'paragraph', 'paragraph', 'subparagraph', 'item', 'chapeau', 'text']
const sketchArb: fc.Arbitrary<Sketch> = fc.record({
  kind: fc.constantFrom(...KINDS, 'title' as const, 'preamble' as const, 'recital' as const),
  depth: fc.nat(3),
  number: fc.option(fc.constantFrom('1', '4 bis', 'a'), { freq: 8, nil: null }),
  text: fc.oneof({ weight: 6, arbitrary: sentenceArb }, { weight: 1, arbitrary: fc.constant('') }),
})

/** Any sequence of clauses: the wildest tree that storage may hold. */
export const wildTextArb = (prefix: number): fc.Arbitrary<ClauseText> =>
  fc.array(sketchArb, { maxLength: 40 }).map((sketches) =>
    textOf(
      sketches.map((sketch) => ({ ...sketch, depth: isDivision(sketch.kind) ? 0 : (sketch.depth ?? 0) })),
      countingIds(prefix),
    ),
  )

/** What somebody does to a text; `at` and `to` count clauses and wrap around. */
export type Edit =
  | Readonly<{ what: 'remove'; at: number }>
  | Readonly<{ what: 'insert'; at: number; text: string }>
  | Readonly<{ what: 'reword'; at: number; word: number; by: string }>
  | Readonly<{ what: 'move'; at: number; to: number }>

export const editArb: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ what: fc.constant('remove' as const), at: fc.nat(99) }),
  fc.record({ what: fc.constant('insert' as const), at: fc.nat(99), text: sentenceArb }),
  fc.record({ what: fc.constant('reword' as const), at: fc.nat(99), word: fc.nat(99), by: wordArb }),
  fc.record({ what: fc.constant('move' as const), at: fc.nat(99), to: fc.nat(99) }),
)

/** `text` after `edits`; clauses keep their ids, new ones take theirs from `newId`. */
export function edited(text: ClauseText, edits: readonly Edit[], newId: NewClauseId): ClauseText {
  const clauses: Clause[] = [...text.clauses]
  for (const edit of edits) {
    const at = clauses.length === 0 ? 0 : edit.at % clauses.length
    const clause = clauses[at]
    if (edit.what === 'insert') {
      clauses.splice(at, 0, { id: newId(), kind: 'paragraph', depth: 0, number: null, text: edit.text, spans: [] })
    } else if (clause === undefined) continue
    else if (edit.what === 'remove') clauses.splice(at, 1)
    else if (edit.what === 'reword') {
      const words = clause.text.split(' ')
      words[edit.word % words.length] = edit.by
      clauses[at] = { ...clause, text: words.join(' ') }
    } else {
      clauses.splice(at, 1)
      clauses.splice(edit.to % (clauses.length + 1), 0, clause)
    }
  }
  return { ...text, clauses }
}

/** Two states of one draft: ids are kept. */
export const versionsArb = fc
  .tuple(wildTextArb(1), fc.array(editArb, { maxLength: 8 }))
  .map(([base, edits]) => ({ base, revised: edited(base, edits, countingIds(2)) }))

/** The same, but brought in twice from files: no id is shared. */
export const rivalsArb = versionsArb.map(({ base, revised }) => {
  const newId = countingIds(3)
  return { base, revised: { ...revised, clauses: revised.clauses.map((clause) => ({ ...clause, id: newId() })) } }
})

export const pairArb = fc.oneof(versionsArb, rivalsArb, fc.record({ base: wildTextArb(1), revised: wildTextArb(2) }))
