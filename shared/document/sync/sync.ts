import { Extension } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { ClauseId, NewClauseId } from '#shared/clauses/index.ts'
import { spotOf } from './caret.ts'
import { caretPlacesIn, caretPositionsIn, itemCaret, selectItems, type ItemCaret } from './caret-places.ts'
import { ComposedClause, leavesAlone } from './held.ts'
import { DraftModel } from '../model/model.ts'
import { moversOf } from '../editor/movers.ts'
import { takePending, withPending, type Pending } from '../editor/pending.ts'
import { decodePlace, encodePlace } from '../model/place.ts'
import { StepPlanner } from '../writing/plan.ts'
import { nodesOf, nodeType } from '../model/projection.ts'
import { putBack } from '../recovery/put-back.ts'
import { showAbsorbed, showStructure } from './remote.ts'
import { RescuedList } from '../recovery/rescued.ts'
import { draftSchema } from '../editor/schema.ts'
import { removalStamps } from '../writing/stamps.ts'
import type { DraftSync, DraftSyncOptions, EditorHost } from '../sync-types.ts'
import { translateStep } from '../writing/translate.ts'
import { OwnUndo } from '../recovery/undo.ts'
import { keepsUnknown } from '../editor/unknown.ts'
import { selectChange } from '../editor/select-change.ts'
import { DraftWriter } from '../writing/writer.ts'
import { writtenIn } from '../record/written.ts'

const key = new PluginKey<Pending | null>('draftSync')

/** What binds one editor to one draft; see `DraftSync`. */
class Binding {
  readonly model: DraftModel
  readonly undo: OwnUndo
  readonly rescued: RescuedList
  readonly #newId: NewClauseId
  readonly #writer: DraftWriter
  readonly #planner: StepPlanner
  readonly #origin = {}
  readonly #unseen = new Set<(way: 'undo' | 'redo') => void>()
  #shown = 0
  readonly #onKept: () => void
  #host: EditorHost | null = null
  /** What an editor was last given to start with; null once the draft may have changed since. */
  #started: Node | null = null
  /** The draft may have changed while no editor was attached. */
  #isStale = false
  readonly #overtake = () => {
    this.#started = null
    this.#isStale ||= this.#host === null
  }
  #caret: ItemCaret | null = null
  #typingIn: ClauseId | null = null
  /** The clause in which words are composed, as it was before the transaction under way. */
  #composed: ComposedClause | null = null
  /** That clause while others' changes are held back, because one of them would have disturbed it (DC17). */
  #held: ComposedClause | null = null

  constructor({ doc, newId, pauseMs = 500, kinds, onKept = () => undefined }: DraftSyncOptions) {
    this.model = new DraftModel(doc, kinds)
    this.#onKept = onKept
    this.#writer = new DraftWriter(this.model)
    this.#planner = new StepPlanner(this.model, newId)
    this.#newId = newId
    this.rescued = new RescuedList(this.model)
    this.undo = new OwnUndo({ doc, roots: this.model.roots, origin: this.#origin, pauseMs })
    doc.on('afterTransaction', this.#overtake)
  }

  plugin(): Plugin {
    return new Plugin<Pending | null>({
      key,
      state: {
        init: () => null,
        apply: (transaction, pending) =>
          transaction.docChanged && transaction.getMeta(key) === undefined ? withPending(transaction, pending) : pending,
      },
      filterTransaction: (transaction) => this.#mayPass(transaction),
      appendTransaction: (transactions, _before, state) => {
        const ids = this.#planner.plan(transactions, (transaction) => transaction.getMeta(key) !== undefined)
        return ids && this.#planner.correct(state, ids)?.setMeta(key, 'ids').setMeta('addToHistory', false)
      },
      // Before the server's first word there is no marker to write behind (DC6).
      props: {
        editable: () => this.model.storage.length > 0,
        handleDOMEvents: { compositionend: () => this.#afterComposition() },
      },
      view: (view) => {
        const detach = this.attach(view)
        return { update: () => this.flush(), destroy: detach }
      },
    })
  }

  /** Others' changes always pass; of one's own, those do that leave standing what is not known here (DC16). */
  #mayPass(transaction: Transaction): boolean {
    if (!transaction.docChanged || transaction.getMeta(key) !== undefined) return true
    const held = this.#held
    if (held && !held.isOnly(transaction)) {
      // It was made on a page that others' changes have overtaken: the page comes first.
      void Promise.resolve().then(() => this.#held === held && this.#release(held))
      return false
    }
    if (keepsUnknown(transaction.before, transaction.doc)) return true
    this.#onKept()
    return false
  }

  attach(host: EditorHost): () => void {
    const { doc } = this.model
    const look = () => this.#noteCaret()
    const absorb = (transaction: Y.Transaction) => this.#absorb(transaction)
    this.#host = host
    this.undo.start()
    doc.on('beforeTransaction', look)
    doc.on('afterTransaction', absorb)
    if (this.#isStale) this.model.load()
    this.#isStale = false
    if (this.#started !== host.state.doc) this.#amend()
    return () => {
      doc.off('beforeTransaction', look)
      doc.off('afterTransaction', absorb)
      if (this.#host === host) this.#host = null
    }
  }

  /** Makes the editor show the draft, whatever differs. */
  #amend(): void {
    this.#show((tr) => showStructure(tr, this.model, () => true))
  }

  #show(addSteps: (tr: Transaction) => void, finish?: (tr: Transaction) => void): void {
    const host = this.#host
    if (!host || this.#held) return
    const { tr } = host.state
    addSteps(tr)
    if (!tr.docChanged) return
    if (host.composing === true && this.#composed && !leavesAlone(tr, this.#composed.id)) {
      this.#held = this.#composed
      return
    }
    finish?.(tr)
    this.#shown++
    host.dispatch(tr.setMeta(key, 'remote').setMeta('addToHistory', false))
  }

  /** The view reads what was composed last in the turn after the event. */
  #afterComposition(): false {
    void Promise.resolve()
      .then(() => undefined)
      .then(() => this.flush())
    return false
  }

  flush(): void {
    this.#write()
    if (this.#held && this.#host?.composing !== true) this.#release(this.#held)
  }

  /** Shows what was held back; the caret stays with the words it stands at. */
  #release(held: ComposedClause): void {
    this.#caret = this.#host ? held.caretIn(this.#host.state) : null
    this.#held = null
    this.#composed = null
    this.#show(
      (tr) => showStructure(tr, this.model, () => true),
      (tr) => selectItems(tr, this.model, this.#caret),
    )
  }

  #write(): void {
    const host = this.#host
    if (!host) return
    const transactions = takePending(key.getState(host.state) ?? null)
    if (transactions.length === 0) return
    const isTyping = this.#noteAct(transactions)
    let agrees = true
    this.model.doc.transact(() => {
      for (const transaction of transactions) if (agrees) agrees = this.#translate(transaction)
    }, this.#origin)
    if (!isTyping) {
      this.undo.newAct()
      this.rescued.changed()
    }
    if (agrees) return
    this.#composed = null // noted before what was just written
    this.#amend()
  }

  putBack: DraftSync['putBack'] = (passage, way) => {
    this.flush()
    if (this.#held) this.#release(this.#held)
    this.undo.newAct()
    const shown = putBack(this.#writer, { passage, way, newId: this.#newId, origin: this.#origin })
    this.undo.newAct()
    this.#typingIn = null
    this.rescued.changed()
    if (shown === null) return null
    this.#amend()
    return shown.block?.head.id ?? shown.id
  }

  #translate(transaction: Transaction): boolean {
    const movers = moversOf(transaction)
    const steps = this.#planner.planOf(transaction) ?? []
    const held = this.#held
    return held ? steps.every((step) => held.write(this.#writer, step)) : steps.every((step) => translateStep(this.#writer, { ...step, movers }))
  }

  /** Typing on in one clause is one act; whatever else is done is an act of its own. */
  #noteAct(transactions: readonly Transaction[]): boolean {
    const [only, ...more] = transactions
    const [step, ...steps] = (only && this.#planner.planOf(only)) ?? []
    const isTyping = more.length === 0 && steps.length === 0 && step?.window.head !== null && step?.ids.length === 1 && step.window.before === 1
    const clause = isTyping && only?.getMeta('uiEvent') === undefined && only?.getMeta('paste') === undefined ? (step.ids[0] ?? null) : null
    if (clause === null || clause !== this.#typingIn) this.undo.newAct()
    this.#typingIn = clause
    return clause !== null
  }

  #noteCaret(): void {
    const host = this.#host
    this.#caret = null
    this.#composed = null
    if (!host || !(host.state.selection instanceof TextSelection) || this.#held) return
    const { selection, doc } = host.state
    if (host.composing === true) {
      const composed = this.model.blockOf(spotOf(doc, selection.head)?.clauseId ?? null)
      if (composed) this.#composed = new ComposedClause(composed)
    }
    this.#caret = itemCaret(this.model, host.state)
  }

  #absorb(transaction: Y.Transaction): void {
    if (transaction.origin === this.#origin) return
    const before = this.model.blocks
    const absorbed = this.model.absorb(transaction)
    const isUndo = this.undo.isOwn(transaction.origin)
    if (isUndo) removalStamps(this.#writer, absorbed.touched, before)
    if (absorbed.structural || [...absorbed.touched].some(({ flags }) => flags.removed)) this.rescued.changed()
    this.#show(
      (tr) => showAbsorbed(tr, this.model, { ...absorbed, before }),
      (tr) => (isUndo ? selectChange(tr) : absorbed.structural && selectItems(tr, this.model, this.#caret)),
    )
  }

  /** Takes back or does again one act; whether the editor then shows anything else. Where it does not, that is told. */
  turn(way: 'undo' | 'redo'): boolean {
    if (this.#held) this.#release(this.#held) // what undo does is to be seen
    const shown = this.#shown
    if (!this.undo[way]()) return false
    if (this.#shown === shown) for (const listener of this.#unseen) listener(way)
    return this.#shown !== shown
  }

  onUnseen(listener: (way: 'undo' | 'redo') => void): () => void {
    this.#unseen.add(listener)
    return () => this.#unseen.delete(listener)
  }

  startDoc(schema: Schema): Node {
    if (this.#isStale) this.model.load()
    return (this.#started = nodeType(schema, 'doc').create(null, [...nodesOf(schema, this.model.blocks)]))
  }

  destroy(): void {
    this.undo.stop()
    this.model.doc.off('afterTransaction', this.#overtake)
  }
}

/** Binds an editor to the draft in `doc`, both ways. `newId` makes the ids of new clauses. */
export function draftSync(options: DraftSyncOptions): DraftSync {
  const binding = new Binding(options)
  const { model, undo, rescued } = binding
  const plugin = binding.plugin()
  return {
    plugin,
    extension: Extension.create({ name: 'draftSync', priority: 1000, addProseMirrorPlugins: () => [plugin] }),
    content: () => binding.startDoc(draftSchema).toJSON() as ReturnType<DraftSync['content']>,
    startDoc: (schema) => binding.startDoc(schema),
    undo: () => binding.turn('undo'),
    redo: () => binding.turn('redo'),
    onUnseen: (listener) => binding.onUnseen(listener),
    undoState: () => undo.state(),
    subscribe: (listener) => undo.subscribe(listener),
    rescued: () => rescued.passages(),
    onRescued: (listener) => rescued.subscribe(listener),
    putBack: binding.putBack,
    written: () => writtenIn(model),
    placeAt: (spot) => (model.blockOf(spot.clauseId) ? encodePlace(model, spot) : null),
    resolvePlace: (place) => decodePlace(model, place),
    caretPlaces: (state) => caretPlacesIn(model, state),
    caretPositions: (state, raw) => caretPositionsIn(model, state, raw),
    attach: (host) => binding.attach(host),
    flush: () => binding.flush(),
    destroy: () => binding.destroy(),
  }
}
