import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Ledger, writtenText } from '#shared/document/index.ts'
import { twoAt, type Peer } from '../desk.ts'

/** The log as the server keeps it: each update under the number of who sent it, 1 or 2; the seed is row 0. */
class Log {
  readonly ledger = new Ledger()
  readonly rows: (readonly [update: Uint8Array, by: number])[] = []

  constructor(...peers: readonly Peer[]) {
    const [first] = peers
    if (first) this.take(Y.encodeStateAsUpdate(first.doc), 0)
    peers.forEach((peer, seat) => {
      peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'line') this.take(update, seat + 1)
      })
    })
  }

  take(update: Uint8Array, by: number): void {
    this.rows.push([update, by])
    this.ledger.enter(update, by)
  }

  /** Each clause of `peer` by who wrote it: `2:++`. */
  reads(peer: Peer): string[] {
    return writtenText(peer.doc).map(({ runs }, index) => {
      const text = peer.texts()[index] ?? ''
      let line = ''
      let last: number | null = -1
      for (const { from, to, client, clock } of runs) {
        for (let at = from; at < to; at++) {
          const by = this.ledger.writer(client, clock + at - from)
          line += by === last ? text.charAt(at) : ` ${by}:${text.charAt(at)}`
          last = by
        }
      }
      return line.trim()
    })
  }
}

test('[DC23] words are of the row that brought them, through splits, merges and moves by others', () => {
  const [one, two, desk] = twoAt('abcdef', 'Last.')
  const log = new Log(one, two)
  two.type(0, 3, '++')
  desk.exchange()
  one.split(0, 4)
  one.down(0)
  one.type(0, 0, '=')
  desk.exchange()
  expect(log.reads(one)).toEqual(['1:= 2:+ 0:def', '0:abc 2:+', '0:Last.'])
})

test('[DC23] a deletion is of the row that first named it', () => {
  const [one, two, desk] = twoAt('abcdef')
  const log = new Log(one, two)
  two.type(0, 3, '+-')
  desk.exchange()
  const clock = writtenText(one.doc)[0]?.runs.find(({ client }) => client === 2)?.clock ?? -1
  expect(log.ledger.deleter(2, clock)).toBeNull()
  one.erase([0, 3], [0, 4])
  desk.exchange()
  two.erase([0, 3], [0, 4])
  expect([log.ledger.deleter(2, clock), log.ledger.deleter(2, clock + 1)]).toEqual([1, 2])
  expect(log.ledger.writer(2, clock)).toBe(2)
  expect([log.ledger.writer(99, 0), log.ledger.writer(2, clock + 100)]).toEqual([null, null])
})

test('[DC24] words that somebody else’s undo restored are their first author’s, and again after redo and undo', () => {
  const [one, two, desk] = twoAt('abcdef')
  const log = new Log(one, two)
  two.type(0, 3, '+-*')
  desk.exchange()
  one.erase([0, 2], [0, 5])
  desk.exchange()
  for (let round = 0; round < 2; round++) {
    one.sync.undo()
    expect(desk.exchange()).toEqual(['abc+-*def'])
    expect(log.reads(two)).toEqual(['0:abc 2:+-* 0:def'])
    one.sync.redo()
    desk.exchange()
  }
})

test('[DC24] other words in the place of deleted ones are of who typed them', () => {
  const [one, two, desk] = twoAt('shall consult')
  const log = new Log(one, two)
  one.erase([0, 0], [0, 5])
  desk.exchange()
  two.type(0, 0, 'shalt')
  desk.exchange()
  expect(log.reads(one)).toEqual(['2:shalt 0: consult'])
})

test('[DC23] an update that stands on what has not arrived is of who sent it; row by row or merged, all say the same', () => {
  const anyAct = fc.record({ who: fc.nat(1), act: fc.constantFrom('type', 'type', 'erase', 'split', 'undo', 'exchange'), clause: fc.nat(5), offset: fc.nat(12) })
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 5, maxLength: 25 }), fc.nat(), (acts, shuffle) => {
      const [one, two, desk] = twoAt('abcdef', 'ghijkl')
      const log = new Log(one, two)
      for (const { who, act, clause, offset } of acts) {
        const peer = who === 0 ? one : two
        const index = clause % peer.texts().length
        const { length } = peer.texts()[index] ?? ''
        if (act === 'exchange') desk.exchange()
        else if (act === 'type') peer.type(index, offset % (length + 1), '++')
        else if (act === 'split') peer.split(index, offset % (length + 1))
        else if (act === 'undo') peer.sync.undo()
        else if (length > 1) peer.erase([index, 0], [index, 1 + (offset % (length - 1))])
      }
      desk.exchange()
      const [seed, ...rows] = log.rows
      const late = new Ledger()
      const swapped = rows.length < 2 ? rows : rows.toSpliced(shuffle % (rows.length - 1), 2, ...rows.slice(shuffle % (rows.length - 1)).slice(0, 2).toReversed())
      for (const [update, by] of [...(seed ? [seed] : []), ...swapped]) late.enter(update, by)
      const before = JSON.stringify([...log.ledger.writers()].map(([client, ranges]) => [client, ranges.all()]))
      if (seed) log.ledger.enter(Y.mergeUpdates(rows.map(([update]) => update).concat(seed[0])), 7)
      expect(JSON.stringify([...log.ledger.writers()].map(([client, ranges]) => [client, ranges.all()]))).toBe(before)
      for (const { runs } of writtenText(one.doc)) {
        for (const { from, to, client, clock } of runs) {
          for (let at = 0; at < to - from; at++) {
            const by = log.ledger.writer(client, clock + at)
            expect(by).not.toBeNull()
            expect(client < 9 ? [0, client] : [0]).toContain(by)
            expect(late.writer(client, clock + at)).not.toBeNull()
          }
        }
      }
    }),
    { seed: 1963, numRuns: 150 },
  )
})
