import * as Y from 'yjs'
import type { DraftStore } from '#server/storage/port.ts'

/** The draft that a table works on. */
export const TEXT_ID = 'draft'

/** The stored log of one draft: in memory, but it outlives every server. */
export class StoredLog {
  readonly store: DraftStore
  /** What the log gives when it is read anew. */
  readonly doc = new Y.Doc()
  #rows: Uint8Array[]
  readonly #clients = new Map<number, string>()

  constructor(seed: Uint8Array) {
    this.#rows = [seed]
    Y.applyUpdate(this.doc, seed)
    this.store = {
      load: (textId) => Promise.resolve(textId === TEXT_ID ? [...this.#rows] : []),
      clients: () => Promise.resolve(new Map(this.#clients)),
      append: (group) => {
        for (const { update, memberId, newClients } of group) {
          this.#rows.push(update)
          Y.applyUpdate(this.doc, update)
          for (const client of newClients) this.#clients.set(client, memberId)
        }
        return Promise.resolve()
      },
      compact: ({ snapshot, through }) => {
        this.#rows = [snapshot, ...this.#rows.slice(through)]
        return Promise.resolve()
      },
    }
  }

  /** The draft as a server that starts now would read it. */
  fresh(): Y.Doc {
    const doc = new Y.Doc()
    for (const row of this.#rows) Y.applyUpdate(doc, row)
    return doc
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
