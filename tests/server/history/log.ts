import * as Y from 'yjs'
import type { DraftLogRow } from '#server/storage/port.ts'
import { Desk, type Peer, paragraphs } from '../../shared/document/desk.ts'

export const MADE_AT = '2026-03-02T09:00:00.000Z'
const NAMES = ['Ana', 'Bo'] as const

/** Two people who write a draft, and the log that a server would have stored of it. */
export class Writing {
  readonly log: DraftLogRow[]
  readonly #desk: Desk
  #now = Date.parse(MADE_AT)

  constructor(texts: readonly string[]) {
    this.#desk = new Desk(paragraphs(texts))
    const update = Y.encodeStateAsUpdate(this.#desk.peer(0).doc)
    this.log = [{ seq: 1, update, memberId: null, name: null, delegation: null, at: MADE_AT }]
  }

  /** `seat` does something, `afterMinutes` after what was done last; everybody hears of it. */
  does(seat: 0 | 1, afterMinutes: number, act: (peer: Peer) => void): void {
    const peer = this.#desk.peer(seat)
    const before = peer.sent.length
    act(peer)
    this.#now += afterMinutes * 60_000
    const name = NAMES[seat]
    for (const update of peer.sent.slice(before)) {
      const at = new Date(this.#now).toISOString()
      this.log.push({ seq: this.log.length + 1, update, memberId: name.toLowerCase(), name, delegation: 'Portugal', at })
    }
    this.#desk.exchange()
  }
}

export const breathe = (): Promise<void> => Promise.resolve()

/** The draft that `rows` give. */
export function docOf(rows: readonly DraftLogRow[]): Y.Doc {
  const doc = new Y.Doc()
  for (const { update } of rows) Y.applyUpdate(doc, update)
  return doc
}
