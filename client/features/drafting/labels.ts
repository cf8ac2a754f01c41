import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { DecorationSet } from '@tiptap/pm/view'
import { isClauseKind, labelsOf, parseClauseId, type ClauseId, type HeldNumbers, type Label, type LabelSettings, type Numbering } from '#shared/clauses/index.ts'
import { labelledClauses } from './labelled-clauses.ts'
import { placeholderWidgets } from './placeholders.ts'

/** How the labels of the page are made: the text's own settings and, while its numbering is held, the hold. */
export type LabelBasis = Readonly<{ settings: LabelSettings; held: HeldNumbers | null }>

/**
 * The page's clauses as they stand without their words, which are read from the editor's document when they are wanted; each with
 * where it starts in the editor's document and its label.
 */
export type LabelledPage = Readonly<{
  basis: LabelBasis
  clauses: readonly Numbering[]
  positions: readonly number[]
  labels: ReadonlyMap<ClauseId, Label>
}>

/** `placeholders`: what stands for clauses that were deleted while their numbers were held. */
type LabelState = Readonly<{ page: LabelledPage; placeholders: DecorationSet }>

const key = new PluginKey<LabelState>('clause-labels')

/** The page's clauses and labels in `state`; null before the labels extension runs. */
export const labelledPage = (state: EditorState): LabelledPage | null => key.getState(state)?.page ?? null

/** Whether clauses came, went or changed places; while only words change, the page keeps its list of clauses. */
export const hasMoved = (before: EditorState, after: EditorState): boolean => labelledPage(before)?.clauses !== labelledPage(after)?.clauses

/** The transaction after which labels follow `basis`. */
export const withBasis = (tr: Transaction, basis: LabelBasis): Transaction => tr.setMeta(key, basis).setMeta('addToHistory', false)

/**
 * Draws derived labels and their numbering as one types. Nothing of it is stored: a label is an attribute of the element that
 * shows its clause. While only words change, no label can. `deleted` is the word under the label of a clause that was deleted
 * while its number was held.
 */
export function clauseLabels(basis: LabelBasis, deleted: string): Extension {
  const clauses = labelledClauses((state, id) => labelledPage(state)?.labels.get(id)?.text ?? '')
  const plugin = new Plugin<LabelState>({
    key,
    state: {
      init: (_config, { doc }) => draw(doc, basis, deleted),
      apply: (tr, now) => {
        const changed = tr.getMeta(key) as LabelBasis | undefined
        if (changed === undefined && !tr.docChanged) return now
        if (changed === undefined && sameStructure(tr.before, tr.doc)) return carry(tr, now)
        return draw(tr.doc, changed ?? now.page.basis, deleted)
      },
    },
    props: { decorations: (state) => key.getState(state)?.placeholders, nodeViews: { clause: clauses.show } },
    view: () => ({
      update: ({ state }, before) => {
        if (labelledPage(state)?.labels !== labelledPage(before)?.labels) clauses.label(state)
      },
    }),
  })
  // What else is drawn asks where clauses stand, so the page is read first.
  return Extension.create({ name: 'clauseLabels', priority: 2000, addProseMirrorPlugins: () => [plugin] })
}

/** Attributes are shared between a node and its edited successor, so that identity tells whether a label can differ. */
function sameStructure(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false
  for (let i = 0; i < after.childCount; i++) if (before.child(i).attrs !== after.child(i).attrs) return false
  return true
}

const carry = (tr: Transaction, { page, placeholders }: LabelState): LabelState => ({
  page: { ...page, positions: positionsIn(tr.doc) },
  placeholders: placeholders.map(tr.mapping, tr.doc),
})

function draw(doc: Node, basis: LabelBasis, deleted: string): LabelState {
  const { clauses, positions } = readPage(doc)
  const { settings, held } = basis
  const page = { basis, clauses, positions, labels: labelsOf(clauses, settings, held) }
  if (held === null) return { page, placeholders: DecorationSet.empty }
  const endOf = (index: number): number => {
    const from = positions[index] ?? 0
    return from + (doc.nodeAt(from)?.nodeSize ?? 0)
  }
  return { page, placeholders: DecorationSet.create(doc, [...placeholderWidgets({ clauses, settings, held, endOf }, deleted)]) }
}

/** Where the clauses that have an id start. Only the gaps of an unfinished transaction have none, and these are not carried. */
function positionsIn(doc: Node): readonly number[] {
  const positions: number[] = []
  let at = 0
  for (let i = 0; i < doc.childCount; i++) {
    const { attrs, nodeSize } = doc.child(i)
    if (attrs['id'] !== null) positions.push(at)
    at += nodeSize
  }
  return positions
}

/** A clause made a moment ago has no id until the transaction is through; its label is drawn then. */
function readPage(doc: Node): Pick<LabelledPage, 'clauses' | 'positions'> {
  const clauses: Numbering[] = []
  const positions: number[] = []
  doc.forEach(({ attrs }, position) => {
    const id = parseClauseId(attrs['id'])
    if (id === null) return
    const { kind, depth, number } = attrs
    clauses.push({
      id,
      kind: isClauseKind(kind) ? kind : 'text',
      depth: typeof depth === 'number' ? depth : 0,
      number: typeof number === 'string' ? number : null,
    })
    positions.push(position)
  })
  return { clauses, positions }
}
