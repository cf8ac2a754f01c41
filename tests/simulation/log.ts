import * as Y from 'yjs'
import type { DraftLogRow, DraftStore } from '#server/storage/port.ts'

/** The draft that a table works on. */
export const TEXT_ID = 'draft'

/** The stored log of one draft: in memory, but it outlives every server. */
export class StoredLog {
  readonly store: DraftStore
  /** What the log gives when it is read anew. */
  readonly doc = new Y.Doc()
  readonly #rows: DraftLogRow[] = []
  readonly #clients = new Map<number, string>()
  #snapshot: Readonly<{ content: Uint8Array; rows: number }> | null = null

  constructor(seed: Uint8Array) {
    this.#keep({ update: seed, memberId: null, name: null, delegation: null, at: null })
    this.store = {
      load: (textId) => Promise.resolve(textId === TEXT_ID ? this.#loaded() : []),
      log: (textId) => Promise.resolve(textId === TEXT_ID ? [...this.#rows] : []),
      clients: () => Promise.resolve(new Map(this.#clients)),
      append: (group) => {
        for (const entry of group) {
          this.#keep(entry)
          for (const client of entry.newClients) this.#clients.set(client, entry.memberId)
        }
        return Promise.resolve()
      },
      compact: ({ snapshot, through, merge }) => {
        const from = this.#snapshot?.rows ?? 0
        const count = through - (this.#snapshot === null ? 0 : 1)
        const merged = merge(this.#rows.slice(from, from + count))
        this.#rows.splice(from, count, ...merged)
        this.#snapshot = { content: snapshot, rows: from + merged.length }
        return Promise.resolve()
      },
    }
  }

  #keep({ update, memberId, name, delegation, at }: Omit<DraftLogRow, 'seq'>): void {
    this.#rows.push({ seq: (this.#rows.at(-1)?.seq ?? 0) + 1, update, memberId, name, delegation, at })
    Y.applyUpdate(this.doc, update)
  }

  #loaded(): readonly Uint8Array[] {
    const behind = this.#rows.slice(this.#snapshot?.rows ?? 0).map(({ update }) => update)
    return this.#snapshot === null ? behind : [this.#snapshot.content, ...behind]
  }

  /** The draft as its whole log gives it; throws when a server that starts now would read another one. */
  fresh(): Y.Doc {
    const [fromRows, fromSnapshot] = [this.#rows.map(({ update }) => update), this.#loaded()].map((updates) => {
      const doc = new Y.Doc()
      for (const update of updates) Y.applyUpdate(doc, update)
      return doc
    })
    if (!fromRows || !fromSnapshot || !Y.equalSnapshots(Y.snapshot(fromRows), Y.snapshot(fromSnapshot))) throw new Error('the snapshot differs from the rows of the log')
    return fromRows
  }

  /** Whether all of `update` is in the log, be it that Yjs still holds it back because something before it is under way. */
  holds(update: Uint8Array): boolean {
    const { structs, ds } = Y.decodeUpdate(update)
    const news = structs.filter((struct) => !(struct instanceof Y.Skip))
    const arrived = news.every(({ id, length }) => id.clock + length <= Y.getState(this.doc.store, id.client))
    const gone = [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => isGone(this.doc, { client, clock, len })))
    if (arrived && gone) return true
    const all = Y.decodeUpdate(Y.encodeStateAsUpdate(this.doc))
    const waiting = (client: number, clock: number) =>
      all.structs.some((struct) => !(struct instanceof Y.Skip) && struct.id.client === client && struct.id.clock <= clock && clock < struct.id.clock + struct.length)
    return (
      news.every(({ id, length }) => waiting(id.client, id.clock) && waiting(id.client, id.clock + length - 1)) &&
      [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => Array.from({ length: len }).every((_, at) => Y.isDeleted(all.ds, Y.createID(client, clock + at)))))
    )
  }
}

type Range = Readonly<{ client: number; clock: number; len: number }>

function isGone({ store }: Y.Doc, { client, clock, len }: Range): boolean {
  if (clock + len > Y.getState(store, client)) return false
  const structs = store.clients.get(client) ?? []
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= clock + len) break
    if (!struct.deleted) return false
  }
  return true
}
