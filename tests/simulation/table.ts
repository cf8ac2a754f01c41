import * as Y from 'yjs'
import { clauseIdsFrom, type ClauseText } from '#shared/clauses/index.ts'
import { inspectUpdate, readDraft, seedDraft } from '#shared/document/index.ts'
import { Chance } from './chance.ts'
import { Drafter } from './drafter.ts'
import { differencesFrom, removedWords, type Tally } from './checks.ts'
import type { Move, Script } from './moves.ts'
import { play } from './play.ts'

/** Words no other typing makes: Han, then Hangul, so that every character is one code unit and stands once. */
class Words {
  #next = 0

  /** Every fifth word or so carries an emoji, which is two code units and is not counted. */
  make(count: number, emoji: boolean): string {
    let words = emoji ? '\u{1f600}' : ''
    for (let at = 0; at < count; at++) words += String.fromCharCode(0x4e00 + this.#next++)
    return words
  }

  /** All that was made. */
  all(): readonly string[] {
    return Array.from({ length: this.#next }, (_, at) => String.fromCharCode(0x4e00 + at))
  }
}

/** A few drafters and one room, joined by lines in memory. Every fault it finds is thrown with what was done. */
export class Table {
  readonly drafters: readonly Drafter[]
  readonly #room = new Y.Doc()
  readonly #log: Uint8Array[] = []
  readonly #chance: Chance
  readonly #words = new Words()
  /** Characters that somebody's own act took from their own screen. */
  readonly #deleted = new Set<string>()

  constructor({ seed, drafters }: Script) {
    this.#chance = new Chance(seed ^ 0x5eed)
    const newId = clauseIdsFrom((below) => this.#chance.below(below))
    this.#room.clientID = 1
    const words = this.#words
    const clauses = Array.from({ length: 5 }, (_, at) => ({
      id: newId(),
      kind: at === 0 ? ('article' as const) : ('paragraph' as const),
      depth: 0,
      number: null,
      text: words.make(6, at === 2),
      spans: at === 1 ? [{ from: 1, to: 4, mark: 'em' as const }] : [],
    }))
    this.#room.on('update', (update: Uint8Array) => this.#log.push(update))
    seedDraft(this.#room, { title: 'Draft', settings: { style: 'un', language: 'en', articleWord: null }, clauses })
    this.drafters = Array.from({ length: drafters }, (_, seat) => new Drafter(seat, Y.encodeStateAsUpdate(this.#room), newId))
    this.#room.on('update', (update: Uint8Array, origin: unknown) => {
      for (const drafter of this.drafters) if (drafter.online && drafter !== origin) drafter.downlink.push(update)
    })
  }

  play({ drafter: seat, deed }: Move): void {
    const drafter = this.drafters[seat]
    if (!drafter) throw new Error(`nobody sits at ${seat}`)
    if (deed.do === 'leave') this.#leave(drafter)
    else if (deed.do === 'return') this.#return(drafter)
    else if (deed.do === 'send') this.#send(drafter, deed.count)
    else if (deed.do === 'hear') this.#hear(drafter, deed.count)
    else {
        // Undo may take back one's own words in a clause that somebody has removed meanwhile.
        const before = new Set(deed.do === 'undo' || deed.do === 'redo' ? drafter.doc.getText('body').toJSON() : drafter.shown())
        play(drafter, deed, (count, emoji) => {
          const words = this.#words.make(count, emoji)
          for (const character of words) before.add(character) // one act may take back its own words
          return words
        })
        const after = new Set(drafter.shown())
        for (const character of before) if (!after.has(character)) this.#deleted.add(character)
    }
    this.#agree(drafter)
    if (drafter.amended > 0) throw new Error('the sync could not write what the drafter did')
  }

  #agree(drafter: Drafter): void {
    const different = differencesFrom(drafter)
    if (different !== null) throw new Error(`the editor differs from its Y.Doc: ${different}`)
  }

  #leave(drafter: Drafter): void {
    drafter.online = false
    drafter.uplink.length = 0
    drafter.downlink.length = 0
  }

  /** As y-websocket does: each side sends what the other's state vector lacks. */
  #return(drafter: Drafter): void {
    if (drafter.online) return
    drafter.online = true
    this.#enter(drafter, Y.encodeStateAsUpdate(drafter.doc, Y.encodeStateVector(this.#room)))
    drafter.hear(Y.encodeStateAsUpdate(this.#room, Y.encodeStateVector(drafter.doc)))
  }

  /** The room takes an update as the server does. */
  #enter(drafter: Drafter, update: Uint8Array): void {
    const { refusal } = inspectUpdate(this.#room, update)
    if (refusal !== null) throw new Error(`the room refuses an honest update: ${refusal}`)
    Y.applyUpdate(this.#room, update, drafter)
  }

  #send(drafter: Drafter, count: number): void {
    for (const update of drafter.uplink.splice(0, count)) {
      this.#enter(drafter, update)
      if (this.#chance.below(20) === 0) this.#enter(drafter, update)
    }
  }

  /** Updates may come twice, in another order, or several as one. */
  #hear(drafter: Drafter, count: number): void {
    const updates = drafter.downlink.splice(0, count)
    const roll = this.#chance.below(12)
    if (roll === 0) updates.reverse()
    if (roll === 1) updates.push(...updates.slice(0, 1))
    if (roll === 2 && updates.length > 1) updates.splice(0, updates.length, Y.mergeUpdates(updates))
    for (const update of updates) drafter.hear(update)
  }

  /** Brings everybody back and empties every line. */
  settle(): void {
    for (const drafter of this.drafters) this.#return(drafter)
    for (let round = 0; round < 4; round++) {
      for (const drafter of this.drafters) this.#send(drafter, drafter.uplink.length)
      for (const drafter of this.drafters) this.#hear(drafter, drafter.downlink.length)
    }
    for (const drafter of this.drafters) this.#agree(drafter)
  }

  /** The draft as everybody has it; throws when two differ, be it the room, a drafter or what the log gives anew. */
  agreed(): ClauseText {
    const fresh = new Y.Doc()
    for (const update of this.#log) Y.applyUpdate(fresh, update)
    const text = readDraft(this.#room)
    const expected = JSON.stringify(text)
    for (const [name, doc] of [['log', fresh] as const, ...this.drafters.map(({ doc }, seat) => [`drafter ${seat}`, doc] as const)]) {
      const other = JSON.stringify(readDraft(doc))
      if (other !== expected) throw new Error(`${name} differs from the room:\n${other}\n${expected}`)
    }
    return text
  }

  /** What became of every character ever typed. */
  tally(): Tally {
    const shown = this.agreed().clauses.map(({ text }) => text).join('')
    const removed = removedWords(this.#room)
    const made = this.#words.all()
    const doubled = made.filter((character) => shown.split(character).length > 2)
    const lost = made.filter((character) => !shown.includes(character) && !this.#deleted.has(character) && !removed.has(character))
    return { made: made.length, lost, doubled }
  }
}
