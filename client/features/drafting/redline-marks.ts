import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { ClauseId } from '#shared/clauses/index.ts'
import type { RedlineRun } from '#shared/compare/index.ts'
import { foundAtOnce } from './found-at-once.ts'
import { hasMoved, labelledPage } from './labels.ts'
import { wordsOf } from './page-clauses.ts'
import { gapElement, noteElement, struckElement } from './redline-elements.ts'

/** A changed clause: the redline of its words, right while these are `text`, and `note`, what its margin says. */
export type RedlinedClause = Readonly<{ id: ClauseId; text: string; runs: readonly RedlineRun[]; note: string }>

/** What is gone behind clause `after` (null: before the first): `summary` says so, and `text` are its words. */
export type RedlinedGap = Readonly<{ after: ClauseId | null; summary: string; text: string }>

/** Marks by key that the page shows from now on; null for one that it shows no longer. */
export type RedlineChange = ReadonlyMap<string, RedlinedClause | RedlinedGap | null>

type Redlined = Readonly<{ marks: ReadonlyMap<string, RedlinedClause | RedlinedGap>; drawn: DecorationSet }>

const OFF: Redlined | null = null
const key = new PluginKey<Redlined | null>('redline-marks')

/** The transaction after which the page shows its redline as `change` has it; null for no redline. */
export const withRedline = (tr: Transaction, change: RedlineChange | null): Transaction => tr.setMeta(key, { change }).setMeta('addToHistory', false)

/**
 * Draws a redline over the page that is no part of its text. Between two results it is carried along with what is typed; a
 * result is drawn only where the words are still those that it is about (DC17).
 */
export const redlineMarks = Extension.create({
  name: 'redlineMarks',
  addProseMirrorPlugins: () => [
    new Plugin<Redlined | null>({
      key,
      state: {
        init: () => OFF,
        apply: (tr, now, ...[before, state]) => {
          const told = tr.getMeta(key) as Readonly<{ change: RedlineChange | null }> | undefined
          if (told?.change === null) return OFF
          if (told === undefined && (now === OFF || !tr.docChanged)) return now
          const marks = told === undefined ? (now?.marks ?? new Map()) : changed(now?.marks ?? new Map(), told.change)
          // A clause that moved is another piece of the page: what marked it has gone with the old one.
          if (now === OFF || hasMoved(before, state)) return { marks, drawn: DecorationSet.create(state.doc, drawAll(state, marks)) }
          const drawn = tr.docChanged ? now.drawn.map(tr.mapping, tr.doc) : now.drawn
          return { marks, drawn: told === undefined ? drawn : redrawn(state, drawn, { marks, change: told.change }) }
        },
      },
      props: {
        decorations: (state) => foundAtOnce(key.getState(state)?.drawn ?? DecorationSet.empty),
        attributes: (state) => (key.getState(state) === null ? {} : { 'data-redline': '' }),
      },
    }),
  ],
})

function changed(marks: Redlined['marks'], change: RedlineChange): Redlined['marks'] {
  const next = new Map(marks)
  for (const [at, mark] of change) {
    if (mark === null) next.delete(at)
    else next.set(at, mark)
  }
  return next
}

type Found = Readonly<{ from: number; to: number; words: string }>

/** Where a clause stands now, and its words; null when it is not on the page. */
function finder(state: EditorState): (id: ClauseId) => Found | null {
  const page = labelledPage(state)
  const starts = new Map(page?.clauses.map(({ id }, i) => [id, page.positions[i] ?? 0]))
  return (id) => {
    const from = starts.get(id)
    const node = from === undefined ? null : state.doc.nodeAt(from)
    return from === undefined || node === null ? null : { from, to: from + node.nodeSize, words: wordsOf(node) }
  }
}

function drawAll(state: EditorState, marks: Redlined['marks']): Decoration[] {
  const find = finder(state)
  return [...marks].flatMap(([at, mark]) => decorationsOf(at, mark, find) ?? [])
}

/** `drawn` with only those marks drawn anew that changed and are about the words that stand there now. */
function redrawn(state: EditorState, drawn: DecorationSet, { marks, change }: Readonly<{ marks: Redlined['marks']; change: RedlineChange }>): DecorationSet {
  const find = finder(state)
  const stale = new Set<unknown>()
  const fresh: Decoration[] = []
  for (const at of change.keys()) {
    const mark = marks.get(at)
    const decorations = mark === undefined ? [] : decorationsOf(at, mark, find)
    if (decorations === null) continue
    stale.add(at)
    fresh.push(...decorations)
  }
  return drawn.remove(drawn.find(undefined, undefined, (spec) => stale.has(spec['mark']))).add(state.doc, fresh)
}

/** Null when the words are others than the mark is about: a result for these is on its way. */
function decorationsOf(at: string, mark: RedlinedClause | RedlinedGap, find: ReturnType<typeof finder>): Decoration[] | null {
  if ('summary' in mark) {
    const place = mark.after === null ? 0 : find(mark.after)?.to
    const spec = { mark: at, key: `${at} ${mark.summary}`, side: -1, ignoreSelection: true, stopEvent: () => true }
    return place === undefined ? [] : [Decoration.widget(place, () => gapElement(mark), spec)]
  }
  const found = find(mark.id)
  if (found === null) return []
  if (found.words !== mark.text) return null
  const start = found.from + 1
  const decorations = [Decoration.widget(start, () => noteElement(mark.note), { mark: at, key: `${at} ${mark.note}`, side: -3, ignoreSelection: true })]
  let offset = start
  for (const { kind, text } of mark.runs) {
    const from = offset
    if (kind !== 'strike') offset += text.length
    if (kind === 'insert') decorations.push(Decoration.inline(from, offset, { nodeName: 'ins', class: 'redline-in' }, { mark: at, inclusiveEnd: true }))
    if (kind === 'strike') decorations.push(Decoration.widget(from, () => struckElement(text), { mark: at, key: `${at} ${from - start} ${text}`, side: -2, ignoreSelection: true }))
  }
  return decorations
}
