import { Extension } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import type { ClauseId, NewClauseId } from '#shared/clauses/index.ts'
import { decodeCaret, encodeCaret, positionOf, spotOf } from './caret.ts'
import { DraftModel, type Absorbed } from './model.ts'
import { moversOf } from './movers.ts'
import { decodePlace, encodePlace, resolveSpot, spotItem } from './place.ts'
import { StepPlanner } from './plan.ts'
import { nodesOf, nodeType } from './projection.ts'
import { putBack } from './put-back.ts'
import { showStructure, showTouched } from './remote.ts'
import { RescuedList } from './rescued.ts'
import { draftSchema } from './schema.ts'
import type { Block } from './segment.ts'
import { removalStamps } from './stamps.ts'
import type { CaretPlaces, DraftSync, DraftSyncOptions, EditorHost } from './sync-types.ts'
import { translateStep } from './translate.ts'
import { OwnUndo } from './undo.ts'
import { selectChange } from './select-change.ts'
import { DraftWriter } from './writer.ts'
import { writtenIn } from './written.ts'
import type { ItemSpot } from './yjs-internals.ts'

/** Local transactions that were not yet written, newest first, carried in the plugin's state. */
type Pending = { readonly transaction: Transaction; before: Pending | null; written: boolean }

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
  #host: EditorHost | null = null
  #caret: Readonly<{ anchor: ItemSpot; head: ItemSpot }> | null = null
  #typingIn: ClauseId | null = null

  constructor({ doc, newId, pauseMs = 500 }: DraftSyncOptions) {
    this.model = new DraftModel(doc)
    this.#writer = new DraftWriter(this.model)
    this.#planner = new StepPlanner(this.model, newId)
    this.#newId = newId
    this.rescued = new RescuedList(this.model)
    this.undo = new OwnUndo({ roots: this.model.roots, origin: this.#origin, pauseMs })
  }

  plugin(): Plugin {
    return new Plugin<Pending | null>({
      key,
      state: {
        init: () => null,
        apply: (transaction, pending) =>
          transaction.docChanged && transaction.getMeta(key) === undefined ? { transaction, before: pending, written: false } : pending,
      },
      appendTransaction: (transactions, _before, state) => {
        const ids = this.#planner.plan(transactions, (transaction) => transaction.getMeta(key) !== undefined)
        return ids && this.#planner.correct(state, ids)?.setMeta(key, 'ids').setMeta('addToHistory', false)
      },
      // Before the server's first word there is no marker to write behind (DC6).
      props: { editable: () => this.model.storage.length > 0 },
      view: (view) => {
        const detach = this.attach(view)
        return { update: () => this.flush(), destroy: detach }
      },
    })
  }

  attach(host: EditorHost): () => void {
    const { doc } = this.model
    const look = () => this.#noteCaret()
    const absorb = (transaction: Y.Transaction) => this.#absorb(transaction)
    this.#host = host
    this.undo.start()
    doc.on('beforeTransaction', look)
    doc.on('afterTransaction', absorb)
    this.model.load()
    this.#amend()
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
    if (!host) return
    const { tr } = host.state
    addSteps(tr)
    if (!tr.docChanged) return
    finish?.(tr)
    host.dispatch(tr.setMeta(key, 'remote').setMeta('addToHistory', false))
  }

  flush(): void {
    const host = this.#host
    if (!host) return
    const transactions: Transaction[] = []
    let pending = key.getState(host.state) ?? null
    while (pending !== null && !pending.written) {
      const { before }: Pending = pending
      pending.written = true
      pending.before = null // else every state would keep all that came before it
      transactions.unshift(pending.transaction)
      pending = before
    }
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
    if (!agrees) this.#amend()
  }

  putBack: DraftSync['putBack'] = (passage, way) => {
    this.flush()
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
    return (this.#planner.planOf(transaction) ?? []).every((step) => translateStep(this.#writer, { ...step, movers }))
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
    const { selection, doc } = this.#host?.state ?? {}
    this.#caret = null
    if (!(selection instanceof TextSelection) || !doc) return
    const spots = [selection.anchor, selection.head].map((pos) => {
      const spot = spotOf(doc, pos)
      const block = spot && this.model.blockOf(spot.clauseId)
      return block ? spotItem(block, spot.offset) : null
    })
    const [anchor, head] = spots
    if (anchor && head) this.#caret = { anchor, head }
  }

  #absorb(transaction: Y.Transaction): void {
    if (transaction.origin === this.#origin) return
    const before = this.model.blocks
    const absorbed = this.model.absorb(transaction)
    const isUndo = this.undo.isOwn(transaction.origin)
    if (isUndo && absorbed.structural) removalStamps(this.#writer, absorbed.touched, new Set(before.flatMap(({ segments }) => segments)))
    if (absorbed.structural || [...absorbed.touched].some(({ flags }) => flags.removed)) this.rescued.changed()
    this.#show(
      (tr) => this.#showAbsorbed(tr, absorbed, before),
      (tr) => (isUndo ? selectChange(tr) : absorbed.structural && this.#restoreCaret(tr)),
    )
  }

  #showAbsorbed(tr: Transaction, { structural, touched }: Absorbed, blocks: readonly Block[]): void {
    if (!structural) return showTouched(tr, touched)
    const before = new Map(blocks.map((block) => [block.head.id, block]))
    showStructure(tr, this.model, (block) => {
      const old = before.get(block.head.id)
      const same = old?.segments.length === block.segments.length && old.segments.every((one, index) => one === block.segments[index])
      return !same || block.segments.some((segment) => touched.has(segment))
    })
  }

  /** The caret stays with the words it stood at, wherever they now are. */
  #restoreCaret(tr: Transaction): void {
    if (!this.#caret) return
    const [anchor, head] = [this.#caret.anchor, this.#caret.head].map((item) => {
      const spot = resolveSpot(this.model, item)
      return spot && positionOf(this.model, tr.doc, spot)
    })
    if (typeof anchor === 'number' && typeof head === 'number') tr.setSelection(TextSelection.create(tr.doc, anchor, head))
  }

  caretPlaces({ doc, selection }: EditorState): CaretPlaces | null {
    const [anchor, head] = [selection.anchor, selection.head].map((pos) => {
      const spot = spotOf(doc, pos)
      return spot && this.model.blockOf(spot.clauseId) ? encodePlace(this.model, spot) : null
    })
    return anchor && head ? encodeCaret({ anchor, head }) : null
  }

  caretPositions({ doc }: EditorState, raw: unknown): Readonly<{ anchor: number; head: number }> | null {
    const caret = decodeCaret(raw)
    if (!caret) return null
    const [anchor, head] = [caret.anchor, caret.head].map((place) => {
      const spot = decodePlace(this.model, place)
      return spot && positionOf(this.model, doc, spot)
    })
    return typeof anchor === 'number' && typeof head === 'number' ? { anchor, head } : null
  }

  startDoc(schema: Schema): Node {
    return nodeType(schema, 'doc').create(null, [...nodesOf(schema, this.model.blocks)])
  }
}

/** Binds an editor to the draft in `doc`, both ways. `newId` makes the ids of new clauses. */
export function draftSync(options: DraftSyncOptions): DraftSync {
  const binding = new Binding(options)
  const plugin = binding.plugin()
  const { model, undo, rescued } = binding
  return {
    plugin,
    extension: Extension.create({ name: 'draftSync', priority: 1000, addProseMirrorPlugins: () => [plugin] }),
    content: () => binding.startDoc(draftSchema).toJSON() as ReturnType<DraftSync['content']>,
    startDoc: (schema) => binding.startDoc(schema),
    undo: () => undo.undo(),
    redo: () => undo.redo(),
    undoState: () => undo.state(),
    subscribe: (listener) => undo.subscribe(listener),
    rescued: () => rescued.passages(),
    onRescued: (listener) => rescued.subscribe(listener),
    putBack: binding.putBack,
    written: () => writtenIn(model),
    placeAt: (spot) => (model.blockOf(spot.clauseId) ? encodePlace(model, spot) : null),
    resolvePlace: (place) => decodePlace(model, place),
    caretPlaces: (state) => binding.caretPlaces(state),
    caretPositions: (state, raw) => binding.caretPositions(state, raw),
    attach: (host) => binding.attach(host),
    flush: () => binding.flush(),
    destroy: () => undo.stop(),
  }
}
