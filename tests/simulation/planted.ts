import { Fragment, Slice } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { DraftStore } from '#server/storage/port.ts'
import { openDesk, type Desk, type OpenDesk } from './drafter.ts'
import type { StoredLog } from './log.ts'
import type { Parts } from './table.ts'

/** A part that is wrong in a way that real programs were, and what the table says when it sits among the others. */
export type Planted = Readonly<{ name: string; parts: Partial<Parts>; found: RegExp }>

/** A desk at which `meddle` happens after every transaction of the Y.Doc that came over the wire, or after every other. */
const meddling =
  (after: 'hearing' | 'writing', meddle: (desk: Desk, transaction: Y.Transaction) => void): OpenDesk =>
  (doc, newId) => {
    const desk = openDesk(doc, newId)
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin === meddling || (transaction.origin === 'wire') !== (after === 'hearing') || transaction.changed.size === 0) return
      if (after === 'hearing') meddle(desk, transaction)
      else doc.transact(() => meddle(desk, transaction), meddling)
    })
    return desk
  }

const isAmong = (type: unknown, { changed }: Y.Transaction): boolean => [...changed.keys()].some((one) => Object.is(one, type))

/** Shows the draft by a replacement of everything, as bindings do that know no better. */
const replacingAll = (keepIds: boolean): OpenDesk =>
  meddling('hearing', ({ editor }) => {
    const { doc, tr } = editor.state
    const nodes = Array.from({ length: doc.childCount }, (_, at) => doc.child(at)).map((node) => node.type.create({ ...node.attrs, id: keepIds ? (node.attrs['id'] as unknown) : null }, node.content))
    editor.dispatch(tr.replace(0, doc.content.size, new Slice(Fragment.fromArray(nodes), 0, 0)))
  })

const forgettingMoves = meddling('writing', (_desk, transaction) => {
  const moves = transaction.doc.getArray('moves')
  if (isAmong(moves, transaction) && moves.length > 0) moves.delete(moves.length - 1, 1)
})

const forgettingStamps = meddling('writing', (_desk, { doc, changed }) => {
  for (const type of changed.keys()) if (type instanceof Y.Array && type.parent?.parent === doc.getMap('clauses') && type.length > 0) type.delete(0, type.length)
})

/** Undo as Yjs has it: what it put back nobody else can tell from new words. */
const undoingAlone: OpenDesk = (doc, newId) => {
  const desk = openDesk(doc, newId)
  const types = [doc.getText('body'), doc.getMap('clauses'), doc.getArray('moves')]
  const yjs = new Y.UndoManager(types, { captureTimeout: 0, trackedOrigins: new Set([Object]), deleteFilter: ({ content, parent }) => !(content instanceof Y.ContentEmbed) && parent !== types[1] })
  return { ...desk, sync: { ...desk.sync, undo: () => yjs.undo() !== null, redo: () => yjs.redo() !== null } }
}

/** Every key goes into the draft twice: once by the sync, and once more by a provider that thinks it was lost. */
const sendingAgain = meddling('writing', (_desk, transaction) => {
  const { doc } = transaction
  const body = doc.getText('body')
  if (!isAmong(body, transaction)) return
  const written = doc.store.clients.get(doc.clientID)?.at(-1)
  if (written instanceof Y.Item && written.content instanceof Y.ContentString) body.insert(body.length, written.content.str)
})

/** A paste that runs twice, as when two handlers answer one event. */
const pastingTwice: OpenDesk = (doc, newId) => {
  const desk = openDesk(doc, newId)
  const { editor } = desk
  const { dispatch } = editor
  editor.dispatch = (transaction) => {
    const [step] = transaction.steps
    const { slice } = (step?.toJSON() ?? {}) as { slice?: { content?: readonly unknown[] } }
    dispatch(transaction)
    if ((slice?.content?.length ?? 0) > 1 && transaction.steps.length === 1) dispatch(editor.state.tr.insert(0, Slice.fromJSON(editor.state.schema, slice).content))
  }
  return desk
}

const storeWith = (over: (log: StoredLog) => Partial<DraftStore>) => (log: StoredLog): DraftStore => ({ ...log.store, ...over(log) })

/** Says that it has stored while the bytes are still in its hands. */
const storingLate = storeWith((log) => {
  let late: Parameters<DraftStore['append']>[0] = []
  return {
    append: async (group) => {
      await log.store.append(late)
      late = group
    },
  }
})

const losingRows = storeWith((log) => {
  let count = 0
  return { append: (group) => log.store.append(group.filter(() => ++count % 7 !== 0)) }
})

/** What comes is written down a second time as if somebody else had typed it. */
const appendingTwice = storeWith((log) => {
  let client = 5000
  return {
    append: async (group) => {
      await log.store.append(group)
      const copy = log.fresh()
      copy.clientID = ++client
      const before = Y.encodeStateVector(copy)
      const body = copy.getText('body')
      body.insert(body.length, body.toJSON().slice(-1))
      await log.store.append(group.slice(0, 1).map((entry) => ({ ...entry, update: Y.encodeStateAsUpdate(copy, before), newClients: [] })))
    },
  }
})

export const PLANTED: readonly Planted[] = [
  { name: 'a binding that types the whole document anew on a remote change', parts: { openDesk: replacingAll(false) }, found: /hearing others wrote something/ },
  { name: 'a binding that replaces all nodes by the same on a remote change', parts: { openDesk: replacingAll(true) }, found: /clauses were replaced by the same/ },
  { name: 'a binding that drops its move from the log', parts: { openDesk: forgettingMoves }, found: /could not write what the drafter did/ },
  { name: 'a binding that forgets removal stamps', parts: { openDesk: forgettingStamps }, found: /yet it is offered as rescued/ },
  { name: 'an undo that does not say what it put back', parts: { openDesk: undoingAlone }, found: /stands 2 times/ },
  { name: 'a provider that sends again under new ids', parts: { openDesk: sendingAgain }, found: /which was not given|could not write what the drafter did/ },
  { name: 'a paste that runs twice', parts: { openDesk: pastingTwice }, found: /which was not given|hearing others wrote something/ },
  { name: 'a room that acknowledges before storing', parts: { store: storingLate }, found: /called stored that the log does not hold/ },
  { name: 'a log that drops a row', parts: { store: losingRows }, found: /called stored that the log does not hold/ },
  { name: 'a log that appends what came once more under new ids', parts: { store: appendingTwice }, found: /differs from the log/ },
]

/** Harmless: Yjs takes in the same update twice without a trace. */
export const REPEATING = storeWith((log) => ({
  append: async (group) => {
    await log.store.append(group)
    await log.store.append(group)
  },
}))
