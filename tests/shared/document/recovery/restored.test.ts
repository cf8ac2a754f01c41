import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { dropTwins, restoredOf, Restorations, type Stretch } from '#shared/document/recovery/restored.ts'
import { twoAt } from '../desk.ts'

const unitsOf = ({ client, clock, length }: Stretch): string[] => Array.from({ length }, (_, at) => `${client}:${clock + at}`)

/** Entries that honest clients could have written: nobody writes one unit twice. */
const anyEntries = fc.array(fc.record({ writer: fc.integer({ min: 2, max: 4 }), from: fc.integer({ min: 1, max: 4 }), clock: fc.nat(12), length: fc.integer({ min: 1, max: 5 }) }), { maxLength: 8 })

test('[DC15] a stretch is cut wherever its words were first written, and finds every other place of each', () => {
  fc.assert(
    fc.property(anyEntries, fc.record({ client: fc.integer({ min: 1, max: 4 }), clock: fc.nat(40), length: fc.integer({ min: 1, max: 20 }) }), (entries, asked) => {
      const doc = new Y.Doc()
      const root = new Map<string, string>() // unit by unit
      let next = 20
      for (const { writer, from, clock, length } of entries) {
        doc.clientID = writer
        const by = { client: writer, clock: next, length }
        const stretch = { client: from, clock, length }
        new Restorations(doc).note([{ stretch, clock: next }])
        for (const [at, unit] of unitsOf(by).entries()) {
          const origin = unitsOf(stretch)[at] ?? ''
          root.set(unit, root.get(origin) ?? origin)
        }
        next += length
      }
      const rootOf = (unit: string) => root.get(unit) ?? unit
      const restorations = new Restorations(doc)
      const rooted = restorations.rootsOf(asked)
      expect(rooted.flatMap(({ own }) => unitsOf(own))).toEqual(unitsOf(asked))
      for (const { own, twin } of rooted) expect(unitsOf(twin)).toEqual(unitsOf(own).map(rootOf))
      const twins = restorations.twinsOf(asked).flatMap(({ own, twin }) => unitsOf(own).map((unit, at) => `${unit} ${unitsOf(twin)[at]}`))
      const expected = unitsOf(asked).flatMap((unit) => {
        const all = [rootOf(unit), ...[...root.keys()].filter((other) => rootOf(other) === rootOf(unit))]
        return all.filter((other) => other !== unit).map((other) => `${unit} ${other}`)
      })
      expect(twins.sort()).toEqual(expected.sort())
    }),
  )
})

test('[DC15] entries that are none, and a draft without any, restore nothing', () => {
  const doc = new Y.Doc()
  expect(new Restorations(doc).isEmpty).toBe(true)
  restoredOf(doc).push([null, 3, [1, 2], [1, -1, 2, 3], [1, 2, 0, 4], ['1', 2, 3, 4]])
  const restorations = new Restorations(doc)
  expect(restorations.isEmpty).toBe(true)
  const stretch = { client: 1, clock: 2, length: 3 }
  expect(restorations.rootsOf(stretch)).toEqual([{ own: stretch, twin: stretch }])
  expect(restorations.twinsOf(stretch)).toEqual([])
})

test('[DC15] of two restorations of one deletion the later is taken out, where it is the same and no further', () => {
  const [a, b] = twoAt('abcdef')
  a.erase([0, 1], [0, 4])
  b.erase([0, 2], [0, 6])
  const [one, other] = [a, b].map(({ doc }) => Y.encodeStateAsUpdate(doc))
  if (one && other) {
    Y.applyUpdate(a.doc, other, 'line')
    Y.applyUpdate(b.doc, one, 'line')
  }
  a.sync.undo()
  b.sync.undo()
  const before = Y.decodeStateVector(Y.encodeStateVector(a.doc))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc), 'line')
  expect(a.texts()[0]).toHaveLength(8)
  a.doc.transact(() => dropTwins(a.doc, before))
  expect(a.texts()).toEqual(['abcdef'])
  a.doc.transact(() => dropTwins(a.doc, new Map()))
  expect(a.texts()).toEqual(['abcdef'])
})

test('[DC15] words that stood as two and went as both are put back once', () => {
  const [a, b] = twoAt('abcdef')
  a.erase([0, 1], [0, 4])
  b.erase([0, 2], [0, 6])
  a.sync.undo()
  b.sync.undo()
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc), 'line')
  expect(a.texts()[0]).toHaveLength(8)
  a.sync.redo()
  expect(a.texts()).toEqual(['aef'])
  a.sync.undo()
  expect(a.texts()).toEqual(['abcdef'])
})
