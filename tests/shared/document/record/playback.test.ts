import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clause, ClauseId } from '#shared/clauses/index.ts'
import { DraftPlayback, readDraft, type ClauseChange } from '#shared/document/index.ts'
import { scriptOf } from '../../../simulation/script.ts'
import { Table } from '../../../simulation/table.ts'
import { Desk, paragraphs } from '../desk.ts'

/** What `changes` make of the clauses before, by id. */
function applied(before: readonly Clause[], changes: readonly ClauseChange[]): ReadonlyMap<ClauseId, Clause> {
  const clauses = new Map(before.map((clause) => [clause.id, clause]))
  for (const { id, base, revised } of changes) {
    expect(clauses.get(id) ?? null).toBe(base)
    if (revised === null) clauses.delete(id)
    else clauses.set(id, revised)
  }
  return clauses
}

test('[DC14] after each update it shows the draft, and tells exactly what became of which clause', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), async (seed) => {
      const { drafters, moves } = scriptOf(seed)
      const table = await Table.lay(drafters)
      const [ana] = table.drafters
      if (ana === undefined) return
      const playback = new DraftPlayback()
      const doc = new Y.Doc()
      const play = (update: Uint8Array): void => {
        const before = playback.clauses
        Y.applyUpdate(doc, update)
        const changes = playback.play([update])
        expect(playback.clauses).toEqual(readDraft(doc).clauses)
        const after = applied(before, changes)
        expect(after.size).toBe(playback.clauses.length)
        for (const clause of playback.clauses) expect(after.get(clause.id)).toBe(clause)
      }
      play(Y.encodeStateAsUpdate(ana.doc))
      ana.doc.on('update', play)
      for (const move of moves) await table.play(move)
    }),
    { numRuns: 25 },
  )
})

test('[DC14] splits, merges, removals and moves are told as such', () => {
  const desk = new Desk(paragraphs(['one two', 'three', 'four']))
  const ana = desk.peer(0)
  const playback = new DraftPlayback()
  playback.play([Y.encodeStateAsUpdate(ana.doc)])
  const told: unknown[] = []
  ana.doc.on('update', (update: Uint8Array) => {
    for (const { id, base, revised, moved, from, into } of playback.play([update]))
      told.push([id.slice(-1), base?.text ?? null, revised?.text ?? null, ...(moved ? ['moved'] : []), ...(from ? [`from ${from.slice(-1)}`] : []), ...(into ? [`into ${into.slice(-1)}`] : [])])
  })
  const tellsOf = (act: () => void): unknown[] => {
    told.length = 0
    act()
    return [...told]
  }
  const made = (): string => String(ana.ids()[1]).slice(-1)
  expect(tellsOf(() => ana.split(0, 4))).toEqual([['0', 'one two', 'one '], [made(), null, 'two', 'from 0']])
  expect(tellsOf(() => ana.down(2))).toEqual([['1', 'three', 'three', 'moved']])
  expect(tellsOf(() => ana.merge(3))).toEqual([['2', 'four', 'fourthree'], ['1', 'three', null, 'into 2']])
  expect(tellsOf(() => ana.remove(2))).toEqual([['2', 'fourthree', null]])
  expect(tellsOf(() => ana.type(0, 0, 'x'))).toEqual([['0', 'one ', 'xone ']])
})

test('[DC14] a clause that did not change stays the same object, and the list the same list', () => {
  const desk = new Desk(paragraphs(['one', 'two']))
  const ana = desk.peer(0)
  const playback = new DraftPlayback()
  playback.play([Y.encodeStateAsUpdate(ana.doc)])
  const before = playback.clauses
  ana.split(0, 1)
  ana.merge(1)
  playback.play(ana.sent)
  expect(playback.clauses[1]).toBe(before[1])
  const same = playback.clauses
  expect(playback.play(ana.sent)).toEqual([])
  expect(playback.clauses).toBe(same)
})
