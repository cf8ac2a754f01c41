import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { ClauseId, NewClauseId } from '#shared/clauses/index.ts'
import { assignIds } from './ids.ts'
import type { DraftModel } from '../model/model.ts'
import { idOf } from '../model/projection.ts'
import { windowOf, type ClauseWindow } from '../model/window.ts'

/** One step of a local transaction as it will be translated. */
export type PlannedStep = Readonly<{ window: ClauseWindow; revised: Node; ids: readonly ClauseId[] }>

const idsOf = (doc: Node): readonly (ClauseId | null)[] => Array.from({ length: doc.childCount }, (_, index) => idOf(doc.child(index)))

/** The window's id where a step only changed a clause that has one, the way of every keystroke. */
function sameClause({ from, before, after }: ClauseWindow, base: Node, revised: Node): ClauseId | null {
  if (before !== 1 || after !== 1) return null
  const id = idOf(base.child(from))
  return id !== null && idOf(revised.child(from)) === id ? id : null
}

/** Where nothing was visible and clauses came beside the placeholder, that becomes a clause as they do. */
function withPlaceholder(window: ClauseWindow, base: Node, revised: Node): ClauseWindow {
  const isBeside = window.before === 0 && window.after > 0 && base.childCount === 1 && idOf(base.child(0)) === null
  return isBeside ? { from: 0, before: 1, after: revised.childCount, head: null, tail: null } : window
}

type GivenIds = Readonly<{ base: Node; baseIds: readonly (ClauseId | null)[]; window: ClauseWindow; given: readonly ClauseId[] }>

/** Notes the clauses that a step took away, and those that it brought back. */
function noteGone(gone: Map<ClauseId, Node>, { base, baseIds, window: { from, before }, given }: GivenIds): void {
  for (let index = from; index < from + before; index++) {
    const id = baseIds[index] ?? null
    if (id !== null && !given.includes(id)) gone.set(id, base.child(index))
  }
  for (const id of given) gone.delete(id)
}

/** Plans local transactions: finds each step's window and decides its ids before anything is written (DC6). */
export class StepPlanner {
  readonly #model: DraftModel
  readonly #newId: NewClauseId
  readonly #plans = new WeakMap<Transaction, readonly PlannedStep[]>()

  constructor(model: DraftModel, newId: NewClauseId) {
    this.#model = model
    this.#newId = newId
  }

  planOf(transaction: Transaction): readonly PlannedStep[] | undefined {
    return this.#plans.get(transaction)
  }

  /**
   * Plans `transactions`; those for which `isOwn` are the sync's and change nothing to plan. Returns the ids that the
   * clauses of the last document must bear, or null when they bear them already.
   */
  plan(transactions: readonly Transaction[], isOwn: (transaction: Transaction) => boolean): readonly ClauseId[] | null {
    let ids: readonly (ClauseId | null)[] | null = null
    const gone = new Map<ClauseId, Node>()
    for (const transaction of transactions) {
      if (!transaction.docChanged) continue
      if (isOwn(transaction)) {
        ids = null
        gone.clear()
        continue
      }
      const steps: PlannedStep[] = []
      transaction.steps.forEach((step, index) => {
        const base = transaction.docs[index] ?? transaction.before
        const revised = transaction.docs[index + 1] ?? transaction.doc
        const window = withPlaceholder(windowOf(base, revised, step), base, revised)
        if (window.before === 0 && window.after === 0) return
        const known = ids === null ? sameClause(window, base, revised) : null
        if (known !== null) {
          steps.push({ window, revised, ids: [known] })
          return
        }
        const baseIds: readonly (ClauseId | null)[] = ids ?? idsOf(base)
        const given = assignIds({ window, base, revised, baseIds, gone, model: this.#model, newId: this.#newId })
        noteGone(gone, { base, baseIds, window, given })
        ids = baseIds.toSpliced(window.from, window.before, ...given)
        steps.push({ window, revised, ids: given })
      })
      this.#plans.set(transaction, steps)
    }
    return ids === null ? null : (ids as readonly (ClauseId | null)[]).filter((id) => id !== null)
  }

  /** A transaction that writes `ids` on the clauses of `state`, null when they bear them. */
  correct(state: EditorState, ids: readonly ClauseId[]): Transaction | null {
    const tr = state.tr
    if (ids.length !== state.doc.childCount) return null // the placeholder, which has none
    state.doc.forEach((node, offset, index) => {
      if (node.attrs['id'] !== ids[index]) tr.setNodeAttribute(offset, 'id', ids[index])
    })
    return tr.docChanged ? tr : null
  }
}
