import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { ClauseText } from '../../shared/clauses/index.ts'
import { printedLabels, textOf } from './texts.ts'

/** The outer features that the draw was stratified by; no guess at the class. `label`: the clause's number changed. */
export const FORMS = [
  'added',
  'removed',
  'label',
  'typography',
  'hyphen',
  'marks',
  'figures',
  'respelt',
  'reordered',
  'short insertion',
  'long insertion',
  'short strike',
  'long strike',
  'short replacement',
  'long replacement',
] as const
export type Form = (typeof FORMS)[number]

/** What each means is in RULES.md. */
export const LABELS = ['substance', 'editorial', 'formatting', 'numbering'] as const
export const ASPECTS = ['obligation', 'negation', 'quantity', 'scope', 'actor', 'condition', 'safeguard', 'definition', 'other'] as const

/** `clause`: its index in the text as read; `from`, `to`: UTF-16 offsets in its own words, equal where nothing stands on this side. */
const place = z.strictObject({ clause: z.int().min(0), from: z.int().min(0), to: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{8}$/v) })
export type Place = z.infer<typeof place>

const drawn = z.strictObject({
  id: z.string().regex(/^c\d{3}$/v),
  pair: z.tuple([z.string(), z.string()]).readonly(),
  form: z.enum(FORMS),
  base: place.nullable(),
  revised: place.nullable(),
})
export type Drawn = Readonly<Omit<z.infer<typeof drawn>, 'id'>>

export const labelledChange = drawn.extend({
  label: z.enum(LABELS),
  /** What carries the substance; empty for every other label. */
  aspects: z.array(z.enum(ASPECTS)).readonly(),
  /** Two careful lawyers could differ. */
  doubtful: z.literal(true).optional(),
  why: z.string().optional(),
})
/** One labelled change. `base` or `revised` is null where the clause has no partner. */
export type LabelledChange = Readonly<z.infer<typeof labelledChange>>

/** The two thirds that rules may be written by, the third that nobody looks at before the end, and the sample drawn after it. */
export const SAMPLE_FILES = ['tuning', 'held-back', 'second-held-back'] as const
export type SampleFile = (typeof SAMPLE_FILES)[number]

export const readSample = (name: SampleFile): readonly LabelledChange[] =>
  z.array(labelledChange).parse(JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8')))

/** One side of a change as it stands in the corpus: its words (or the label, where the number changed) within their clause. */
export type Side = Readonly<{ words: string; before: string; after: string; clause: ClauseText['clauses'][number]; printedLabel: string }>
export type ResolvedChange = LabelledChange & Readonly<{ sides: Readonly<{ base: Side | null; revised: Side | null }> }>

/** The sample with its words, from the corpus. Throws where the corpus lacks a text or a place no longer has its words. */
export const resolved = (sample: readonly LabelledChange[]): readonly ResolvedChange[] =>
  sample.map((change) => ({ ...change, sides: { base: sideOf(change, 'base'), revised: sideOf(change, 'revised') } }))

function sideOf(change: LabelledChange, side: 'base' | 'revised'): Side | null {
  const at = change[side]
  if (at === null) return null
  const file = change.pair[side === 'base' ? 0 : 1]
  const text = textOf(file)
  const labels = labelsIn(text)
  if (hashAt({ text, labels, place: at, form: change.form }) !== at.hash)
    throw new Error(`${change.id}: clause ${at.clause} of ${file} no longer has the words that were labelled. Either the text is read otherwise than it was, or the corpus has another text.`)
  const clause = text.clauses[at.clause]
  if (clause === undefined) throw new Error(`${change.id}: ${file} has no clause ${at.clause}`)
  const printedLabel = labels[at.clause] ?? ''
  return {
    words: change.form === 'label' ? printedLabel : clause.text.slice(at.from, at.to),
    before: clause.text.slice(0, at.from),
    after: clause.text.slice(at.to),
    clause,
    printedLabel,
  }
}

const labelsRead = new WeakMap<ClauseText, readonly string[]>()
function labelsIn(text: ClauseText): readonly string[] {
  const labels = labelsRead.get(text) ?? printedLabels(text)
  labelsRead.set(text, labels)
  return labels
}

/** Characters beside the words that the hash covers too: an insertion has no words of its own on the base side. */
const HASHED_BESIDE = 40

type Hashed = Readonly<{ text: ClauseText; labels: readonly string[]; place: Omit<Place, 'hash'>; form: Form }>

/** Eight hex digits of SHA-256 over the words and what stands beside them; over the label too, where the number changed. */
export function hashAt({ text, labels, place: { clause, from, to }, form }: Hashed): string {
  const words = text.clauses[clause]?.text ?? ''
  const parts = [words.slice(Math.max(0, from - HASHED_BESIDE), from), words.slice(from, to), words.slice(to, to + HASHED_BESIDE)]
  if (form === 'label') parts.push(labels[clause] ?? '')
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)
}
