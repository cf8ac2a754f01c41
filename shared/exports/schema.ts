import { z } from 'zod'
import { CHANGE_CLASSES } from '#shared/compare/index.ts'

/** The number of the format; raised when a reader of the old one would misread the new one. */
export const FORMAT = 1

const nameField = z.union([z.string().min(1), z.number()]).transform(String)

/** A clause as it is given: only its id and its own words must be. */
const givenClause = z.object({
  id: nameField,
  parent: nameField.nullable().optional(),
  kind: z.string().nullable().optional(),
  label: z.string().nullable().optional(),
  citation: z.string().nullable().optional(),
  text: z.string(),
})

/** A text given as clauses: what is asked in place of a file, and a side of an earlier result. Fields beyond these are passed over. */
export const givenText = z.object({
  title: z.string().optional(),
  language: z.string().optional(),
  clauses: z.array(givenClause),
})
export type GivenText = z.infer<typeof givenText>

const side = z.object({
  title: z.string(),
  language: z.string(),
  clauses: z.array(
    z.object({ id: z.string(), parent: z.string().nullable(), kind: z.string(), label: z.string(), citation: z.string(), text: z.string() }),
  ),
})

const run = z.object({ kind: z.enum(['keep', 'strike', 'insert']), text: z.string(), cosmetic: z.enum(['typography', 'spelling', 'reference']).optional() })

export const MATCH_KINDS = ['one-to-one', 'split', 'merged', 'level-changed', 'part-moved', 'added', 'removed'] as const

const match = z.object({
  kind: z.enum(MATCH_KINDS),
  base: z.string().nullable(),
  revised: z.string().nullable(),
  moved: z.boolean(),
  edited: z.boolean(),
  confidence: z.number().min(0).max(1),
  certain: z.boolean(),
  reason: z.string(),
  shares: z.object({ base: z.number(), revised: z.number() }).nullable(),
  renumbered: z.object({ from: z.string(), to: z.string(), references: z.number() }).nullable(),
  precision: z.enum(['word', 'whole-clause']),
  redline: z.array(run),
  classes: z.object({ class: z.enum(CHANGE_CLASSES), weight: z.number(), explanation: z.string() }).nullable(),
})

const relations = z.object({ kept: z.number(), edited: z.number(), moved: z.number(), added: z.number(), removed: z.number(), movedAndEdited: z.number(), relabelled: z.number() })
const words = z.object({ kept: z.number(), struck: z.number(), inserted: z.number() })
const counted = z.object({ clauses: z.number(), changes: z.number() })

const pin = z.object({ title: z.string(), version: z.string(), hash: z.string().nullable() })

/** The result of a comparison as it is written; docs/comparison-json.md says what each field means. */
export const comparisonJson = z.object({
  format: z.literal(FORMAT),
  base: side,
  revised: side,
  matches: z.array(match),
  replacements: z.array(z.object({ struck: z.string(), inserted: z.string(), count: z.number() })),
  figures: z.object({
    articles: relations,
    provisions: relations,
    words,
    classes: z.object({ substance: counted, editorial: counted, numbering: counted, formatting: counted }),
    chapters: z.array(z.object({ base: z.string().nullable(), revised: z.string().nullable(), articles: relations, provisions: relations, words })),
  }),
  /** Where it was made on the page of a comparison: what the link pins of either side. */
  pins: z.object({ base: pin, revised: pin }).optional(),
  caps: z.object({ maxCells: z.number(), maxTotalCells: z.number(), wholeClauses: z.number() }),
})
export type ComparisonJson = z.infer<typeof comparisonJson>
export type Match = ComparisonJson['matches'][number]
export type SideJson = ComparisonJson['base']
