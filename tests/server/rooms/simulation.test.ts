import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { unreachable } from '#shared/kernel/index.ts'
import { rest } from './clock.ts'
import { Drafter } from './drafter.ts'
import { openHouse, type House } from './house.ts'
import { wordsOf } from './sample.ts'

/** What can happen around a room, as data: printable, replayable, shrinkable. `who` is taken modulo the drafters. */
type Move =
  | Readonly<{ do: 'type' | 'delete'; who: number; at: number }>
  | Readonly<{ do: 'speak' | 'listen'; who: number; count: number }>
  | Readonly<{ do: 'leave' | 'sit'; who: number }>
  | Readonly<{ do: 'pass'; ms: number }>
  | Readonly<{ do: 'hold' | 'let go' | 'fill' | 'free' | 'restart' }>

const who = fc.nat({ max: 2 })
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('type' as const, 'delete' as const), who, at: fc.nat({ max: 200 }) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constantFrom('speak' as const, 'listen' as const), who, count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'sit' as const), who }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(3, 10, 40_000) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('hold' as const, 'let go' as const, 'fill' as const, 'free' as const, 'restart' as const) }) },
)

/** Three drafters, one real room over a real log, and the claims that hold after every move. */
class Table {
  readonly #house: House
  readonly #drafters: readonly Drafter[]
  #tokens = 0

  constructor(house: House) {
    this.#house = house
    this.#drafters = ['ana', 'bo', 'cy'].map((name, i) => new Drafter(() => house.rooms, { name, client: 100 + i }))
  }

  /** Plays `moves`; returns the rule that one of them broke, with that move, or null. */
  async play(moves: readonly Move[]): Promise<string | null> {
    for (const drafter of this.#drafters) await drafter.sits()
    for (const move of moves) {
      await this.#make(move)
      await rest()
      const broken = await this.#broken()
      if (broken !== null) return `${broken} after ${JSON.stringify(move)}`
    }
    return null
  }

  async settle(): Promise<void> {
    this.#house.disk.isFull = false
    this.#house.disk.letGo()
    this.#house.clock.pass(2_000)
    await rest()
    for (let round = 0; round < 8; round++) {
      for (const drafter of this.#drafters) {
        if (!drafter.isSeated) await drafter.sits()
        drafter.speaks()
      }
      this.#house.clock.pass(10)
      await rest()
      for (const drafter of this.#drafters) drafter.listens()
    }
  }

  async finalWords(): Promise<readonly string[]> {
    return [wordsOf(await this.#log()), ...this.#drafters.map(({ doc }) => wordsOf(doc))]
  }

  allStored(): boolean {
    return this.#drafters.every(({ stored, sent }) => stored === sent.length)
  }

  async #make(move: Move): Promise<void> {
    if ('who' in move) return this.#act(move)
    const { disk, clock } = this.#house
    switch (move.do) {
      case 'restart':
        for (const drafter of this.#drafters) drafter.leaves()
        return this.#house.restart()
      case 'hold':
        disk.isHeld = true
        return
      case 'let go':
        return disk.letGo()
      case 'fill':
      case 'free':
        disk.isFull = move.do === 'fill'
        return
      case 'pass':
        return clock.pass(move.ms)
      default:
        return unreachable(move)
    }
  }

  async #act(move: Extract<Move, { who: number }>): Promise<void> {
    const drafter = this.#drafters[move.who]
    if (drafter === undefined) return
    if (move.do === 'sit' && !drafter.isSeated) await drafter.sits()
    if (move.do === 'leave') drafter.leaves()
    if (move.do === 'speak') drafter.speaks(move.count)
    if (move.do === 'listen') drafter.listens(move.count)
    const body = drafter.doc.getText('body')
    if (body.length === 0) return
    if (move.do === 'type') body.insert(1 + (move.at % body.length), `<${this.#tokens++}>`)
    if (move.do === 'delete') deleteCharacter(body, move.at)
  }

  /** The rule that the last move broke, or null. */
  async #broken(): Promise<'RM1' | 'RM2' | null> {
    const rows = await this.#house.storage.drafts.load('draft1')
    const log = Y.snapshot(await this.#log())
    for (const drafter of this.#drafters) {
      const counted = Math.max(drafter.stored, ...drafter.inbox.map(({ message }) => (message.kind === 'stored' ? message.count : 0)))
      const called = drafter.isSeated ? drafter.sent.slice(0, counted) : []
      if (!called.every((update) => (standsAhead(update, log) ? isAmong(update, rows) : isHeld(update, log)))) return 'RM2'
      for (const { message } of drafter.inbox) {
        if (message.kind !== 'update' && message.kind !== 'missing') continue
        if (!standsAhead(message.update, log) && !isHeld(message.update, log)) return 'RM1'
      }
    }
    return null
  }

  async #log(): Promise<Y.Doc> {
    const doc = new Y.Doc()
    for (const update of await this.#house.storage.drafts.load('draft1')) Y.applyUpdate(doc, update)
    return doc
  }
}

const isHeld = (update: Uint8Array, log: Y.Snapshot): boolean => Y.snapshotContainsUpdate(log, update)

/** Whether `update` stands on words still under way, so that Yjs holds it back until they are here. */
const standsAhead = (update: Uint8Array, log: Y.Snapshot): boolean =>
  [...Y.parseUpdateMeta(update).from].some(([client, clock]) => clock > (log.sv.get(client) ?? 0))

const isAmong = (update: Uint8Array, rows: readonly Uint8Array[]): boolean => rows.some((row) => Buffer.compare(row, update) === 0)

function deleteCharacter(body: Y.Text, at: number): void {
  const { length } = body
  for (let tried = 0; tried < length; tried++) {
    const index = 1 + ((at + tried) % length)
    if (unitAt(body, index) === 'character') return body.delete(index, 1)
  }
}

function unitAt(body: Y.Text, index: number): 'character' | 'marker' | 'none' {
  let passed = 0
  const delta = body.toDelta() as readonly Readonly<{ insert: unknown }>[]
  for (const { insert } of delta) {
    const length = typeof insert === 'string' ? insert.length : 1
    if (index < passed + length) return typeof insert === 'string' ? 'character' : 'marker'
    passed += length
  }
  return 'none'
}

test('[RM1] [RM2] [RM7] whatever happens on the lines and on the disk, nothing unstored is seen, and all end with the same draft', () =>
  fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 20, maxLength: 90 }), async (moves) => {
      const table = new Table(await openHouse())
      expect(await table.play(moves)).toBeNull()
      await table.settle()
      expect(new Set(await table.finalWords()).size).toBe(1)
      expect(table.allStored()).toBe(true)
    }),
    { numRuns: 40 },
  ))
