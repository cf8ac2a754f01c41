import type { Transaction } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setKind, toggleEm } from '#shared/document/index.ts'
import { Desk, paragraphs, type Peer } from './desk.ts'

/** The transactions with which `peer` shows what `other` sent. */
function shown(peer: Peer, other: Peer): readonly Transaction[] {
  const transactions: Transaction[] = []
  const { dispatch } = peer.editor
  peer.editor.dispatch = (transaction) => {
    transactions.push(transaction)
    dispatch(transaction)
  }
  for (const update of other.sent.splice(0)) peer.hear(update)
  peer.editor.dispatch = dispatch
  return transactions
}

/** How many steps there were, and how much they took out and put in. */
function extentOf(transactions: readonly Transaction[]): Readonly<{ steps: number; out: number; in: number }> {
  const extent = { steps: 0, out: 0, in: 0 }
  for (const { steps } of transactions) {
    extent.steps += steps.length
    for (const step of steps) {
      step.getMap().forEach((...[from, to, newFrom, newTo]: [number, number, number, number]) => {
        extent.out += to - from
        extent.in += newTo - newFrom
      })
    }
  }
  return extent
}

/** Five clauses of twelve characters, so that a clause is a node of fourteen. */
const TEXTS = ['abcdefghijkl', 'bcdefghijklm', 'cdefghijklmn', 'defghijklmno', 'efghijklmnop']
const anyPlace = fc.record({ index: fc.integer({ min: 1, max: 3 }), offset: fc.integer({ min: 1, max: 11 }) })

type Act = (other: Peer, index: number, offset: number) => void
type Most = (offset: number) => Readonly<{ steps: number; out: number; in: number }>

test.each<readonly [string, Act, Most]>([
  ['typed words are one insertion', (other, index, offset) => other.type(index, offset, 'xyz'), () => ({ steps: 1, out: 0, in: 3 })],
  ['deleted words are one deletion', (other, index, offset) => other.erase([index, offset - 1], [index, offset]), () => ({ steps: 1, out: 1, in: 0 })],
  ['words typed over others are one replacement', (other, index, offset) => other.editor.dispatch(other.editor.state.tr.insertText('xy', other.at(index, offset - 1), other.at(index, offset))), () => ({ steps: 1, out: 1, in: 2 })],
  [
    'formatting changes no words',
    (other, index, offset) => {
      other.select(other.at(index, offset - 1), other.at(index, offset))
      other.editor.run(toggleEm)
    },
    () => ({ steps: 1, out: 0, in: 0 }),
  ],
  ['another kind is one attribute', (other, index) => void other.run(index, 0, setKind('text')), () => ({ steps: 1, out: 0, in: 0 })],
  ['a split takes the tail from one clause and puts one in', (other, index, offset) => other.split(index, offset), (offset) => ({ steps: 2, out: 12 - offset, in: 12 - offset + 2 })],
  ['a merge takes one clause out and puts its words behind another', (other, index) => other.merge(index), () => ({ steps: 2, out: 14, in: 12 })],
  ['a new empty clause is one insertion', (other, index) => other.split(index, 12), () => ({ steps: 1, out: 0, in: 2 })],
  ['a removed clause is one deletion', (other, index) => other.remove(index), () => ({ steps: 1, out: 14, in: 0 })],
  ['a moved clause is taken out and put in, its neighbours stay', (other, index) => other.down(index), () => ({ steps: 2, out: 14, in: 14 })],
])('[DC7] somebody else’s change is the smallest step: %s', (_what, act, most) => {
  fc.assert(
    fc.property(anyPlace, ({ index, offset }) => {
      const desk = new Desk(paragraphs(TEXTS))
      const [peer, other] = [desk.peer(0), desk.peer(1)]
      act(other, index, offset)
      const extent = extentOf(shown(peer, other))
      expect(peer.texts()).toEqual(other.texts())
      const bound = most(offset)
      expect([extent, extent.steps <= bound.steps && extent.out <= bound.out && extent.in <= bound.in]).toEqual([extent, true])
    }),
    { numRuns: 40 },
  )
})

test('[DC7] several changes in one clause are a step each, and words between them stay', () => {
  const desk = new Desk(paragraphs(TEXTS))
  const [peer, other] = [desk.peer(0), desk.peer(1)]
  const { tr } = other.editor.state
  tr.insertText('X', other.at(1, 2)).insertText('Y', other.at(1, 9)).insertText('Z', other.at(3, 5))
  other.editor.dispatch(tr)
  const transactions = shown(peer, other)
  expect(extentOf(transactions)).toEqual({ steps: 3, out: 0, in: 3 })
  expect(transactions).toHaveLength(1)
})
