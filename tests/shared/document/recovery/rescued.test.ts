import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rescuedText } from '#shared/document/index.ts'
import { rootsOf } from '#shared/document/yjs/roots.ts'
import { twoAt, type Peer } from '../desk.ts'

const quotes = (peer: Peer) => rescuedText(peer.doc).map(({ text }) => text)
const all = (peer: Peer) => [...peer.texts(), ...quotes(peer)].join('')
const idAt = (peer: Peer, index: number) => String(peer.ids()[index])

test('[DC20] what is typed into a clause while it is removed is rescued, with its place and what stood around it', () => {
  const [one, two, desk] = twoAt('First.', 'The Parties shall consult.', 'Third.')
  const removed = idAt(one, 1)
  one.remove(1)
  two.type(1, 'The Parties shall'.length, ', on request,')
  expect(desk.exchange()).toEqual(['First.', 'Third.'])
  const [passage, ...more] = rescuedText(one.doc)
  expect(more).toEqual([])
  expect(passage).toMatchObject({
    segmentId: removed,
    clause: { id: removed, kind: 'paragraph', depth: 0, number: null },
    behind: idAt(one, 0),
    text: ', on request,',
    prefix: 'The Parties shall',
    suffix: ' consult.',
    ranges: [{ client: 2, length: 13 }],
    removedBy: { client: 1 },
  })
  expect(rescuedText(two.doc)).toEqual(rescuedText(one.doc))
})

test('[DC20] words that whoever removed the clause had seen, and words deleted since, are not', () => {
  const [one, two, desk] = twoAt('First.', 'Second.')
  two.type(1, 0, 'Seen. ')
  desk.exchange()
  one.remove(1)
  two.type(1, 6, 'Thought better of it. ')
  two.erase([1, 6], [1, 28])
  two.erase([1, 0], [1, 6])
  desk.exchange()
  expect(quotes(one)).toEqual([])
})

test('[DC20] two passages of one clause stand apart, and what two type at one spot is one', () => {
  const [one, two, desk] = twoAt('First.', 'abcdef')
  one.remove(1)
  two.type(1, 4, 'YY')
  two.type(1, 2, 'XX')
  desk.exchange()
  expect(quotes(one)).toEqual(['XX', 'YY'])
})

test('[DC20] undo of the removal shows them in place and empties the tray; a second removal that saw them means them', () => {
  const [one, two, desk] = twoAt('First.', 'abcdef')
  one.remove(1)
  two.type(1, 3, '++')
  desk.exchange()
  expect(quotes(one)).toEqual(['++'])
  one.sync.undo()
  expect(desk.exchange()).toEqual(['First.', 'abc++def'])
  expect(quotes(two)).toEqual([])
  two.remove(1)
  desk.exchange()
  expect(quotes(one)).toEqual([])
})

test('[DC20] redo of a removal hides what somebody else typed meanwhile, and that is rescued', () => {
  const [one, two, desk] = twoAt('First.', 'abcdef')
  one.remove(1)
  one.sync.undo()
  desk.exchange()
  two.type(1, 6, '++')
  desk.exchange()
  one.sync.redo()
  expect(desk.exchange()).toEqual(['First.'])
  expect(quotes(two)).toEqual(['++'])
})

test('[DC20] a clause merged of several is named by its head, and comes behind what stood before it', () => {
  const [one, two, desk] = twoAt('First.', 'abc', 'def', 'Last.')
  one.merge(2)
  desk.exchange()
  const head = idAt(one, 1)
  one.remove(1)
  two.type(1, 6, '++')
  one.down(0)
  expect(desk.exchange()).toEqual(['Last.', 'First.'])
  expect(rescuedText(one.doc)).toMatchObject([{ clause: { id: head }, text: '++', prefix: 'def' }])
})

test('[DC20] stamps that are none, or claim what is no clock, cover nothing', () => {
  const [one] = twoAt('First.', 'abc')
  const removed = idAt(one, 1)
  const entry = rootsOf(one.doc).clauses.get(removed)
  if (!(entry instanceof Y.Map)) throw new Error('the clause has an entry')
  const removals: unknown = entry.get('removals')
  if (!(removals instanceof Y.Array)) throw new Error('an entry keeps its removals')
  one.doc.transact(() => {
    removals.push([null, 7, { how: 'delete', with: removed, seen: { x: 9, 1: 'all' } }, { seen: 3 }])
    entry.set('removed', true)
  })
  expect(quotes(one)).toEqual(['abc'])
})

test('[DC20] whatever two do at once, every word typed stands, is rescued, or was deleted by who saw it', () => {
  const anyAct = fc.record({ who: fc.nat(1), act: fc.constantFrom('type', 'remove', 'undo', 'split', 'merge', 'exchange'), clause: fc.nat(5), offset: fc.nat(12) })
  fc.assert(
    fc.property(fc.array(anyAct, { minLength: 4, maxLength: 24 }), (acts) => {
      const [one, two, desk] = twoAt('abc', 'def', 'ghi')
      let typed = 0
      const seenGone = new Set<string>()
      for (const { who, act, clause, offset } of acts) {
        const peer = who === 0 ? one : two
        const index = clause % peer.texts().length
        const shown = peer.texts()[index] ?? ''
        if (act === 'exchange') desk.exchange()
        else if (act === 'type') peer.type(index, offset % (shown.length + 1), String.fromCodePoint(0x4e00 + typed++))
        else if (act === 'split') peer.split(index, offset % (shown.length + 1))
        else if (act === 'merge') peer.merge(index)
        else {
          const before = all(peer) // undo also takes back what one typed into a clause since removed
          if (act === 'remove') peer.remove(index)
          else peer.sync.undo()
          const after = all(peer)
          for (const character of before) if (!after.includes(character)) seenGone.add(character)
        }
      }
      const words = desk.exchange().join('')
      const rescued = rescuedText(one.doc)
      expect(rescuedText(two.doc)).toEqual(rescued)
      const kept = words + rescued.map(({ text }) => text).join('')
      const wanted = Array.from({ length: typed }, (_, at) => String.fromCodePoint(0x4e00 + at)).filter((character) => !seenGone.has(character))
      expect(wanted.filter((character) => kept.split(character).length !== 2)).toEqual([])
    }),
    { seed: 1958, numRuns: 300 },
  )
})
