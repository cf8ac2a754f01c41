import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { redline } from '#shared/compare/index.ts'
import type { ClauseText } from '#shared/clauses/index.ts'
import { inspectUpdate, readDraft, restoreClauses } from '#shared/document/index.ts'
import { copyOf, draftWith, textsOf } from '../../../support/drafts.ts'
import { article, numbered, par } from '../../../support/treaty.ts'
import { readAs } from '../../../simulation/checks.ts'
import { scriptOf } from '../../../simulation/script.ts'
import { Table } from '../../../simulation/table.ts'
import { Desk, paragraphs } from '../desk.ts'

const runsBetween = (base: string, revised: string) => redline(base, revised).runs

/** `doc` brought back to `version` under a client of its own; returns the change. */
function restored(doc: Y.Doc, version: ClauseText, client = 900): Uint8Array {
  const copy = copyOf(doc, client)
  const changes: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => changes.push(update))
  restoreClauses(copy, version.clauses, runsBetween)
  return changes.length === 0 ? Y.encodeStateAsUpdate(copy, Y.encodeStateVector(copy)) : Y.mergeUpdates(changes)
}

test('[DC13] whatever was done since, the draft reads exactly as it did, and so does every open editor', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 1_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }), async (seed, share) => {
      const { drafters, moves } = scriptOf(seed)
      const table = await Table.lay(drafters)
      const until = Math.floor(share * moves.length)
      for (const move of moves.slice(0, until)) await table.play(move)
      await table.play({ house: { do: 'meet' } })
      const [ana] = table.drafters
      if (ana === undefined) return
      const version = readDraft(ana.doc)
      for (const move of moves.slice(until)) await table.play(move)
      await table.play({ house: { do: 'meet' } })
      if (version.clauses.length === 0) return
      const update = restored(ana.doc, version)
      expect(inspectUpdate(ana.doc, update).refusal).toBeNull()
      for (const { doc, desk } of table.drafters) {
        Y.applyUpdate(doc, update, 'line')
        expect(readDraft(doc).clauses).toEqual(version.clauses)
        readAs(desk.editor.state.doc, doc)
      }
      const fresh = copyOf(ana.doc, 901)
      expect(readDraft(fresh).clauses).toEqual(version.clauses)
    }),
    { numRuns: 30 },
  )
})

test('[DC13] what others type at that moment stands, in clauses that stay, come back or go', () => {
  const desk = new Desk(paragraphs(['one two three', 'four', 'five']))
  const [ana, bo] = [desk.peer(0), desk.peer(1)]
  const version = readDraft(ana.doc)
  ana.type(0, 4, 'and ')
  ana.remove(1)
  ana.split(1, 2)
  expect(desk.exchange()).toEqual(['one and two three', 'fi', 've'])
  const update = restored(ana.doc, version)
  bo.type(0, 0, 'Zero ')
  bo.type(2, 2, '!')
  Y.applyUpdate(ana.doc, update, 'line')
  Y.applyUpdate(bo.doc, update, 'line')
  expect(desk.exchange()).toEqual(['Zero one two three', 'four', 'five!'])
})

test('[DC13] words that stay keep their authors: only the words that differ are written', () => {
  const doc = draftWith(par('Each State Party shall adopt measures'))
  const version = readDraft(doc)
  const later = copyOf(doc, 7)
  later.getText('body').insert(3, 'xyz')
  later.getText('body').insert(15, 'not ')
  const back = copyOf(later, 900)
  restoreClauses(back, version.clauses, runsBetween)
  expect(textsOf(back)).toEqual(['Each State Party shall adopt measures'])
  expect(Y.decodeStateVector(Y.encodeStateVector(back)).has(900)).toBe(false)
})

test('[DC13] emphasis returns, kinds and numbers too, and a clause that the draft never had is made', () => {
  const doc = draftWith(par('plain words'), par('others'))
  const version = readDraft(draftWith(par('plain words'), numbered('2 bis', article('others')), par('new')))
  const emphasised = version.clauses.map((clause, at) => (at === 0 ? { ...clause, spans: [{ from: 6, to: 11, mark: 'em' as const }] } : clause))
  restoreClauses(doc, emphasised, runsBetween)
  expect(readDraft(doc).clauses).toEqual(emphasised)
})
