import * as Y from 'yjs'
import { clauseIdsFrom } from '#shared/clauses/index.ts'
import { unreachable } from '#shared/kernel/index.ts'
import { readDraft } from '#shared/document/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { openRooms, type Rooms } from '#server/rooms/index.ts'
import type { DraftStore } from '#server/storage/port.ts'
import { Clock } from '#tests/server/rooms/clock.ts'
import { Disk } from '#tests/server/rooms/disk.ts'
import { seedOf } from '#tests/server/rooms/sample.ts'
import { Chance } from './chance.ts'
import { expectSmallSteps } from './checks.ts'
import { Drafter, openDesk, type OpenDesk } from './drafter.ts'
import { Ledger, type Tally } from './ledger.ts'
import { StoredLog, TEXT_ID } from './log.ts'
import type { Act, HouseDeed, LineDeed, Move } from './moves.ts'
import { play } from './play.ts'
import { restoredSince, standingIn, writtenSince } from './units.ts'
import { NewWords } from './words.ts'

/** What a table is made of. Others than the real parts may be given, to see that it notices. */
export type Parts = Readonly<{ openDesk: OpenDesk; openRooms: typeof openRooms; store: (log: StoredLog) => DraftStore }>

const REAL: Parts = { openDesk, openRooms, store: (log) => log.store }

/** Lets everything already set in motion come to rest; no time passes. */
const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const VISIBLE_REASONS: ReadonlySet<string> = new Set(['storage-full', 'storage-failed', 'shutting-down'])

/**
 * A few drafters and the server's own rooms over a log in memory, joined by lines that only a move empties, under a clock
 * that only a move turns. Whatever breaks a rule is thrown at the move that shows it.
 */
export class Table {
  readonly #parts: Parts
  readonly #clock = new Clock()
  readonly #words = new NewWords()
  readonly #log: StoredLog
  readonly #ledger: Ledger
  /** Updates that were called stored and that the log was seen to hold. */
  readonly #held = new WeakSet<Uint8Array>()
  #drafters: readonly Drafter[] = []
  #disk: Disk
  #rooms: Rooms

  private constructor(parts: Parts) {
    this.#parts = parts
    this.#log = new StoredLog(seedOf(this.#words.draft()))
    this.#ledger = new Ledger(standingIn(new DraftModel(this.#log.doc)))
    ;[this.#disk, this.#rooms] = this.#start()
  }

  /** Lays a table for `drafters`, all of whom have the draft open. */
  static async lay(drafters: number, parts: Partial<Parts> = {}): Promise<Table> {
    const table = new Table({ ...REAL, ...parts })
    const chance = new Chance(drafters)
    const newId = clauseIdsFrom((below) => chance.below(below))
    const seated: Drafter[] = []
    for (let seat = 0; seat < drafters; seat++) seated.push(await Drafter.sit(() => table.#rooms, { seat, newId, open: table.#parts.openDesk }))
    table.#drafters = seated
    return table
  }

  #start(): [Disk, Rooms] {
    const disk = new Disk(this.#parts.store(this.#log))
    const { now, after } = this.#clock
    const quiet = () => undefined
    const log = { info: quiet, warn: quiet, error: quiet }
    return [disk, this.#parts.openRooms({ drafts: disk.drafts, probe: () => disk.probe(), isFrozen: () => Promise.resolve(false), now, after, log, onChanged: quiet })]
  }

  get drafters(): readonly Drafter[] {
    return this.#drafters
  }

  async play(move: Move): Promise<void> {
    if ('house' in move) return this.#happen(move.house)
    const drafter = this.#drafters[move.by]
    if (!drafter) throw new Error(`nobody sits at ${move.by}`)
    if ('act' in move) this.#act(drafter, move.act)
    else await this.#move(drafter, move.line)
  }

  #act(drafter: Drafter, act: Act): void {
    const { doc, standing: before } = drafter
    const clock = Y.getState(doc.store, doc.clientID)
    let given = ''
    const add = (words: string) => {
      given += words
      return words
    }
    play(drafter, act, { fresh: (count, emoji) => add(this.#words.make(count, emoji)), again: add })
    const restored = act.do === 'undo' || act.do === 'redo' ? restoredSince(doc, doc.clientID, clock) : new Map<number, number>()
    const after = drafter.look()
    this.#ledger.enter({ act, before, after, given, written: writtenSince(doc, doc.clientID, clock), restored })
  }

  async #move(drafter: Drafter, deed: LineDeed): Promise<void> {
    const { line } = drafter
    switch (deed.do) {
      case 'leave':
        return line.leaves()
      case 'return':
        if (!line.isSeated) await line.sits(TEXT_ID)
        return
      case 'send':
        if (deed.twice) line.repeatsItself()
        line.speaks(deed.count)
        return this.#calm()
      case 'hear':
        disturb(line.inbox, deed)
        return this.#hear(drafter, deed.count)
      default:
        return unreachable(deed)
    }
  }

  #hear(drafter: Drafter, count = Infinity): void {
    const { doc, line, desk } = drafter
    const shown = desk.editor.state.doc
    const clock = Y.getState(doc.store, doc.clientID)
    line.listens(count)
    drafter.look()
    if (Y.getState(doc.store, doc.clientID) !== clock) throw new Error('hearing others wrote something')
    if (count === 1) expectSmallSteps(shown, desk.editor.state.doc)
    for (const update of line.sent.slice(0, line.stored)) {
      if (this.#held.has(update)) continue
      if (!this.#log.holds(update)) throw new Error('an update was called stored that the log does not hold')
      this.#held.add(update)
    }
  }

  async #happen(deed: HouseDeed): Promise<void> {
    switch (deed.do) {
      case 'pass':
        this.#clock.pass(deed.ms)
        return this.#calm()
      case 'restart':
        for (const { line } of this.#drafters) line.leaves()
        this.#disk.isDead = true
        ;[this.#disk, this.#rooms] = this.#start()
        return
      case 'hold':
        this.#disk.isHeld = true
        return
      case 'let-go':
        this.#disk.letGo()
        return this.#calm()
      case 'fill':
      case 'free':
        this.#disk.isFull = deed.do === 'fill'
        return
      case 'meet':
        return this.#meet()
      default:
        return unreachable(deed)
    }
  }

  /** Waits for commits under way. No seat may have been closed for what an honest drafter did. */
  async #calm(): Promise<void> {
    await rest()
    for (const { line } of this.#drafters) {
      if (line.closed !== null && !VISIBLE_REASONS.has(line.closed.reason)) throw new Error(`the room refuses an honest drafter: ${line.closed.reason}`)
    }
  }

  /** Brings everybody back and empties every line. */
  async #meet(): Promise<void> {
    this.#disk.isFull = false
    this.#disk.letGo()
    this.#clock.pass(2_000) // a storage that failed is asked again
    await this.#calm()
    let busy = true
    for (let round = 0; busy; round++) {
      if (round > 12) throw new Error('the lines do not come to rest')
      for (const { line } of this.#drafters) {
        if (!line.isSeated) await line.sits(TEXT_ID)
        line.speaks()
      }
      this.#clock.pass(10)
      await this.#calm()
      for (const drafter of this.#drafters) while (drafter.line.inbox.length > 0) this.#hear(drafter, 1)
      busy = this.#drafters.some(({ line }) => !line.isSeated || line.outbox.length > 0)
    }
  }

  /** Ends the game: all meet, everything agrees, and every word is accounted for. */
  async end(): Promise<Tally> {
    await this.#meet()
    const fresh = this.#log.fresh()
    const expected = JSON.stringify(readDraft(fresh))
    for (const [seat, { doc, line }] of this.#drafters.entries()) {
      if (line.stored !== line.sent.length) throw new Error(`drafter ${seat} waits for ${line.sent.length - line.stored} updates to be stored`)
      const read = JSON.stringify(readDraft(doc))
      if (read !== expected) throw new Error(`drafter ${seat} differs from the log:\n${read}\n${expected}`)
      if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(fresh))) throw new Error(`the Y.Doc of drafter ${seat} differs from the log's`)
    }
    const read = JSON.stringify(await this.#rooms.read(TEXT_ID))
    if (read !== expected) throw new Error(`the room differs from the log:\n${read}\n${expected}`)
    return this.#ledger.settle(new DraftModel(fresh))
  }
}

/** Makes the next messages from the room arrive in another order, twice, or as one. */
function disturb(inbox: Drafter['line']['inbox'], { count, how }: Extract<LineDeed, { do: 'hear' }>): void {
  if (how === 'in-order') return
  const places = inbox.flatMap(({ message }, at) => (at < count && message.kind === 'update' ? [at] : []))
  const messages = places.flatMap((at) => inbox[at] ?? [])
  const [first] = messages
  if (first === undefined) return
  if (how === 'reversed') places.forEach((at, index) => inbox.splice(at, 1, messages[messages.length - 1 - index] ?? first))
  else if (how === 'twice') inbox.splice(places.at(-1) ?? 0, 0, first)
  else {
    const updates = messages.flatMap(({ message }) => (message.kind === 'update' ? [message.update] : []))
    for (const at of places.toReversed().slice(0, -1)) inbox.splice(at, 1)
    inbox.splice(places[0] ?? 0, 1, { ...first, message: { kind: 'update', update: Y.mergeUpdates(updates) } })
  }
}
