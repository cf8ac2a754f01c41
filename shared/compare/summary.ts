import { DIVISION_RANK, isDivision } from '#shared/clauses/index.ts'
import { perRedline } from './per-redline.ts'
import { isWordingChange } from './runs.ts'
import { countWords } from './segment.ts'
import type { Frame, Frames } from './frame.ts'
import { FREE, type Pairing } from './pairing.ts'
import type { ChapterFigures, Relation, RelationCounts, Row, Summary, WordCounts } from './types.ts'
import type { Place } from './weave.ts'

type Counts = { -readonly [Key in keyof RelationCounts]: RelationCounts[Key] }
type Figures = { articles: Counts; provisions: Counts; words: { -readonly [Key in keyof WordCounts]: number } }

/** The rows of a comparison with the indexes of their clauses, one for one. */
export type Drawn = Readonly<{ rows: readonly Row[]; places: readonly Place[]; frames: Frames; pairing: Pairing }>

/** Counts rows and words, in all and by chapter of the revised text (CS1 to CS4). */
export function summaryOf({ rows, places, frames, pairing }: Drawn): Summary {
  const all = noFigures()
  const chapters = new Map<number, Figures & Pick<ChapterFigures, 'base' | 'revised'>>()
  const chaptersOf = { base: chapterOfEach(frames.base), revised: chapterOfEach(frames.revised) }
  for (const [i, row] of rows.entries()) {
    const place = places[i]
    if (place === undefined || row.ghostOf !== null) continue
    const { base, revised } = chapterAt(place, chaptersOf, pairing)
    const key = base * (frames.revised.clauses.length + 1) + revised
    let chapter = chapters.get(key)
    if (chapter === undefined) {
      chapter = {
        base: frames.base.clauses[base]?.id ?? null,
        revised: frames.revised.clauses[revised]?.id ?? null,
        ...noFigures(),
      }
      chapters.set(key, chapter)
    }
    const counted = { row, place, frames }
    countRow(all, counted)
    countRow(chapter, counted)
  }
  return { ...all, chapters: [...chapters.values()] }
}

const noCounts = (): Counts => ({ kept: 0, edited: 0, moved: 0, added: 0, removed: 0, movedAndEdited: 0, relabelled: 0 })
const noFigures = (): Figures => ({
  articles: noCounts(),
  provisions: noCounts(),
  words: { kept: 0, struck: 0, inserted: 0 },
})

/** For each clause the chapter that it stands in: the nearest division from part to chapter, itself included, or -1. */
function chapterOfEach({ clauses, parent }: Frame): Int32Array {
  const chapters = new Int32Array(clauses.length).fill(-1)
  for (const [i, { kind }] of clauses.entries()) {
    const isChapter = isDivision(kind) && kind !== 'title' && DIVISION_RANK[kind] <= DIVISION_RANK.chapter
    chapters[i] = isChapter ? i : (chapters[parent[i] ?? -1] ?? -1)
  }
  return chapters
}

function chapterAt(
  { base, revised }: Place,
  chaptersOf: Readonly<{ base: Int32Array; revised: Int32Array }>,
  pairing: Pairing,
): Readonly<{ base: number; revised: number }> {
  if (revised !== null) {
    const chapter = chaptersOf.revised[revised] ?? -1
    return { base: chapter < 0 ? -1 : pairing.baseOf(chapter), revised: chapter }
  }
  const chapter = base === null ? -1 : (chaptersOf.base[base] ?? -1)
  return { base: chapter, revised: chapter < 0 ? -1 : pairing.revisedOf(chapter) }
}

type Counted = Readonly<{ row: Row; place: Place; frames: Frames }>

function countRow(figures: Figures, { row, place: { base, revised }, frames }: Counted): void {
  const kind = (revised === null ? frames.base.clauses[base ?? FREE] : frames.revised.clauses[revised])?.kind ?? 'text'
  if (kind === 'article') countRelation(figures.articles, row, articleRelation(row))
  else if (!isDivision(kind)) countRelation(figures.provisions, row, row.relation)
  const words = figures.words
  if (row.redline !== null) {
    const counted = wordsOf(row.redline)
    words.kept += counted.kept
    words.struck += counted.struck
    words.inserted += counted.inserted
  } else if (revised === null) words.struck += frames.base.stems[base ?? FREE]?.length ?? 0
  else if (base === null) words.inserted += frames.revised.stems[revised]?.length ?? 0
  else words.kept += frames.revised.stems[revised]?.length ?? 0
}

const wordsOf = perRedline(({ runs }): WordCounts => {
  const words = { kept: 0, struck: 0, inserted: 0 }
  for (const run of runs) {
    const { kind, text } = run
    if (kind !== 'keep' && !isWordingChange(run)) words.kept += kind === 'insert' ? countWords(text) : 0
    else if (kind === 'keep') words.kept += countWords(text)
    else if (kind === 'strike') words.struck += countWords(text)
    else words.inserted += countWords(text)
  }
  return words
})

/** An article is edited when anything in it is, not its heading alone. */
const articleRelation = (row: Row): Relation =>
  row.relation === 'kept' && row.changedWithin ? 'edited' : row.relation

function countRelation(counts: Counts, row: Row, relation: Relation): void {
  counts[relation]++
  if (relation === 'moved' && (row.edited || row.changedWithin)) counts.movedAndEdited++
  if (row.relabelled !== null) counts.relabelled++
}
