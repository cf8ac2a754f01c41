/*
 * Draws the sample of changes to be labelled: `npx tsx bench/classes/draw.ts FILE` writes places and forms, no words.
 * With `--second` it draws a smaller sample, also from pairs that the first did not use, and nothing that the first has.
 * The draw is stratified by pair and by form. Forms are outer features (how long, which signs differ), looked at so that rare
 * kinds of change are in the sample at all; they are no guess at the class, and nobody who labels sees them.
 */
import { writeFileSync } from 'node:fs'
import { compareTexts, type Cosmetic, type Row } from '../../shared/compare/index.ts'
import { SECOND_SEED, SEED, shuffled } from './chance.ts'
import { hashAt, readSample, type Drawn, type Form, type Place } from './sample.ts'
import { PAIRS, printedLabels, SECOND_PAIRS, textOf } from './texts.ts'

/** How many changes of each form are drawn, as far as the pairs have them. */
const QUOTAS: Readonly<Record<Form, number>> = {
  added: 40,
  removed: 22,
  label: 22,
  typography: 22,
  hyphen: 8,
  marks: 30,
  figures: 40,
  respelt: 34,
  reordered: 10,
  'short insertion': 30,
  'long insertion': 28,
  'short strike': 20,
  'long strike': 14,
  'short replacement': 50,
  'long replacement': 36,
}

/** What the second sample has of each quota. */
const SECOND_SHARE = 0.41

/** At most so many changes of a pair may have the same words: a term replaced throughout is one case, not a hundred. */
const MAX_ALIKE = 2
const SHORT_WORDS = 4

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\p{N}]+/gv) ?? []
const lettersOf = (text: string): string => wordsIn(text).join('').toLowerCase()
const withoutFigures = (text: string): string => text.replaceAll(/\(?\b(?:\d+[a-z]?|[a-z]|[ivx]+)\b\)?|[\s,.]/gv, '')
const sorted = (text: string): string => wordsIn(text.toLowerCase()).toSorted().join(' ')

/** Whether two short texts are mostly the same letters from the beginning or from the end. */
function isRespelt(struck: string, inserted: string): boolean {
  const [was, is] = [lettersOf(struck), lettersOf(inserted)]
  const [short, long] = [Math.min(was.length, is.length), Math.max(was.length, is.length)]
  let [front, back] = [0, 0]
  while (front < short && was[front] === is[front]) front++
  while (back < short - front && was.at(-1 - back) === is.at(-1 - back)) back++
  return short > 0 && long <= 40 && front + back >= 0.7 * long
}

function formOf(struck: string, inserted: string, cosmetic: Cosmetic | undefined): Form {
  if (cosmetic === 'typography') return 'typography'
  if (cosmetic === 'spelling') return 'hyphen'
  if (lettersOf(struck) === lettersOf(inserted)) return 'marks'
  if (/\d/v.test(struck + inserted) && withoutFigures(struck) === withoutFigures(inserted)) return 'figures'
  if (sorted(struck) === sorted(inserted)) return 'reordered'
  if (isRespelt(struck, inserted)) return 'respelt'
  const [was, is] = [wordsIn(struck).length, wordsIn(inserted).length]
  const length = Math.max(was, is) <= SHORT_WORDS ? 'short' : 'long'
  return was === 0 ? `${length} insertion` : is === 0 ? `${length} strike` : `${length} replacement`
}

type Found = Drawn & Readonly<{ words: string }>
type Side = Readonly<{ text: ReturnType<typeof textOf>; indexOf: ReadonlyMap<string, number>; inBody: (clause: number) => boolean; labels: readonly string[] }>

/** The Australian compilations open with a table of contents and close with a history of amendments: neither is law. */
function sideOf(file: string): Side {
  const text = textOf(file)
  const first = text.clauses.findIndex((clause) => clause.text.startsWith('An Act to'))
  const end = text.clauses.findLastIndex((clause) => clause.text === 'Endnotes')
  return {
    text,
    indexOf: new Map(text.clauses.map(({ id }, i) => [id, i])),
    inBody: (clause) => clause >= first && (end < 0 || clause < end),
    labels: printedLabels(text),
  }
}

function changesOf(pair: (typeof PAIRS)[number]): readonly Found[] {
  const [base, revised] = [sideOf(pair[0]), sideOf(pair[1])]
  return compareTexts(base.text, revised.text).rows.flatMap((row): Found[] => {
    if (row.ghostOf !== null) return []
    const [was, is] = [placeIn(base, row.base), placeIn(revised, row.revised)]
    const make = (form: Form, at: Readonly<{ base: Range | null; revised: Range | null }>, words: string): Found => ({
      pair,
      form,
      base: at.base && was !== null ? placed(base, { clause: was, ...at.base }, form) : null,
      revised: at.revised && is !== null ? placed(revised, { clause: is, ...at.revised }, form) : null,
      words,
    })
    const [before, after] = [base.text.clauses[was ?? -1]?.text ?? '', revised.text.clauses[is ?? -1]?.text ?? '']
    if ((was !== null && !base.inBody(was)) || (is !== null && !revised.inBody(is))) return []
    if (was === null) return after === '' ? [] : [make('added', { base: null, revised: { from: 0, to: after.length } }, after)]
    if (is === null) return before === '' ? [] : [make('removed', { base: { from: 0, to: before.length }, revised: null }, before)]
    const relabelled = row.relabelled === null ? [] : [make('label', { base: NOWHERE, revised: NOWHERE }, `${row.relabelled.from} ${row.relabelled.to}`)]
    return [...relabelled, ...hunksOf(row).map(({ form, words, ...at }) => make(form, at, words))]
  })
}

const placeIn = ({ indexOf }: Side, id: string | null): number | null => (id === null ? null : (indexOf.get(id) ?? null))

type Range = Readonly<{ from: number; to: number }>
const NOWHERE: Range = { from: 0, to: 0 }

const placed = ({ text, labels }: Side, place: Omit<Place, 'hash'>, form: Form): Place => ({ ...place, hash: hashAt({ text, labels, place, form }) })

/** The changes inside one clause: a strike, an insertion, or a strike with the insertion beside it. */
function hunksOf({ redline }: Row): readonly Readonly<{ form: Form; base: Range; revised: Range; words: string }>[] {
  const hunks: { struck: string; inserted: string; cosmetic: Cosmetic | undefined; base: number; revised: number }[] = []
  let [base, revised, isOpen] = [0, 0, false]
  for (const { kind, text, cosmetic } of redline?.runs ?? []) {
    if (kind !== 'keep' && !isOpen) hunks.push({ struck: '', inserted: '', cosmetic, base, revised })
    isOpen = kind !== 'keep'
    const open = hunks.at(-1)
    if (kind === 'strike' && open !== undefined) open.struck = text
    if (kind === 'insert' && open !== undefined) open.inserted = text
    if (kind !== 'insert') base += text.length
    if (kind !== 'strike') revised += text.length
  }
  return hunks.map(({ struck, inserted, cosmetic, base, revised }) => ({
    form: formOf(struck, inserted, cosmetic),
    base: { from: base, to: base + struck.length },
    revised: { from: revised, to: revised + inserted.length },
    words: `${struck.trim()} ▸ ${inserted.trim()}`,
  }))
}

type Draw = Readonly<{ pairs: typeof PAIRS; seed: number; share: number; firstId: number; drawnBefore: readonly Drawn[] }>

const drawOf = (isSecond: boolean): Draw =>
  isSecond
    ? { pairs: SECOND_PAIRS, seed: SECOND_SEED, share: SECOND_SHARE, firstId: 401, drawnBefore: [...readSample('tuning'), ...readSample('held-back')] }
    : { pairs: PAIRS, seed: SEED, share: 1, firstId: 1, drawnBefore: [] }

/** Whether two changes of a pair share a place on either side. A number and the words under it are two places. */
const isSame = (one: Drawn, other: Drawn): boolean =>
  (one.form === 'label') === (other.form === 'label') && (touches(one.base, other.base) || touches(one.revised, other.revised))

const touches = (one: Place | null, other: Place | null): boolean =>
  one !== null && other !== null && one.clause === other.clause && one.from <= other.to && other.from <= one.to

/** Takes from the pairs in turn until the form has its quota or the pairs have no more. */
function drawnOf(form: Form, found: readonly (readonly Found[])[], { pairs, seed, share, drawnBefore }: Draw): readonly Found[] {
  const quota = Math.round(QUOTAS[form] * share)
  const heaps = found.map((changes, i) => {
    const before = drawnBefore.filter(({ pair }) => String(pair) === String(pairs[i]))
    const isTaken = (change: Found): boolean => before.some((other) => isSame(change, other))
    const seen = new Map<string, number>()
    const see = ({ words }: Found): number => {
      const times = (seen.get(words) ?? 0) + 1
      seen.set(words, times)
      return times
    }
    changes.filter(isTaken).forEach(see)
    const free = changes.filter((change) => change.form === form && !isTaken(change))
    return shuffled(free, seed + i).filter((change) => see(change) <= MAX_ALIKE)
  })
  const drawn: Found[] = []
  for (let round = 0; drawn.length < quota && heaps.some((heap) => round < heap.length); round++)
    for (const heap of heaps) {
      const change = heap[round]
      if (change !== undefined && drawn.length < quota) drawn.push(change)
    }
  return drawn
}

const [file] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
if (file === undefined) throw new Error('name the file to write')
const draw = drawOf(process.argv.includes('--second'))
const found = draw.pairs.map(changesOf)
const drawn = Object.keys(QUOTAS).flatMap((form) => drawnOf(form as Form, found, draw))
const numbered = shuffled(drawn, draw.seed).map(({ pair, form, base, revised }, i) => ({ id: `c${String(draw.firstId + i).padStart(3, '0')}`, pair, form, base, revised }))
writeFileSync(file, JSON.stringify(numbered, null, 1))
console.table(draw.pairs.map(([base, revised], i) => ({
  pair: `${base} → ${revised}`,
  ...Object.fromEntries(Object.keys(QUOTAS).map((form) => {
    const all = found[i]?.filter((change) => change.form === form).length ?? 0
    return [form, `${numbered.filter((change) => change.pair === draw.pairs[i] && change.form === form).length}/${all}`]
  })),
})))
