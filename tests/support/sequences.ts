import fc from 'fast-check'
import {
  CLAUSE_KINDS,
  LANGUAGES,
  NUMBERING_STYLES,
  isDivision,
  type Clause,
  type ClauseKind,
  type LabelSettings,
} from '#shared/clauses/index.ts'
import { idNamed } from './treaty.ts'

const written = fc.constantFrom('', '2', '4 bis', 'b', 'ii', 'II', 'aa', 'A1', '第', '9999')

/** Any style, language and word. */
export const settingsAtWill: fc.Arbitrary<LabelSettings> = fc.record({
  style: fc.constantFrom(...NUMBERING_STYLES),
  language: fc.constantFrom(...LANGUAGES),
  articleWord: fc.constantFrom(null, 'Regulation'),
})

type Sketch = Readonly<{ kind: ClauseKind; depth: number; number: string | null; text: string }>

const clausesFrom = (sketches: readonly Sketch[]): readonly Clause[] =>
  sketches.map(({ kind, depth, number, text }, index) => ({
    id: idNamed(`q${index}`),
    kind,
    depth: isDivision(kind) ? 0 : depth,
    number,
    text,
    spans: [],
  }))

const sequenceOf = (number: fc.Arbitrary<string | null>): fc.Arbitrary<readonly Clause[]> =>
  fc
    .array(
      fc.record({
        // Articles, paragraphs and subparagraphs are what texts are made of: without weight runs stay short.
        kind: fc.oneof(
          { weight: 1, arbitrary: fc.constantFrom(...CLAUSE_KINDS) },
          { weight: 2, arbitrary: fc.constantFrom<ClauseKind>('article', 'paragraph', 'subparagraph') },
        ),
        depth: fc.nat({ max: 5 }),
        number,
        text: fc.constantFrom('', 'Scope', 'The Parties shall consult.', '“Ship” means a ship;'),
      }),
      { maxLength: 60 },
    )
    .map(clausesFrom)

/** Any sequence of clauses at all, well drafted or not, with numbers written by hand here and there. */
export const anySequence = sequenceOf(fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: written }))

/** Any sequence of clauses without a number written by hand. */
export const plainSequence = sequenceOf(fc.constant(null))
