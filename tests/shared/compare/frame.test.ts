import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subtreeEnd } from '#shared/clauses/index.ts'
import { bodyOf, containersOf, frameOf, NOWHERE, subtreeWords } from '#shared/compare/frame.ts'
import { Lexicon } from '#shared/compare/lexicon.ts'
import { article, countingIds, textOf, wildTextArb } from './texts.ts'

test('a frame ends every clause where its subtree ends', () => {
  fc.assert(
    fc.property(wildTextArb(1), ({ clauses }) => {
      const { end } = frameOf(clauses, new Lexicon())
      expect([...end]).toEqual(clauses.map((_, i) => subtreeEnd(clauses, i)))
    }),
  )
})

test('bodies and divisions share out the text', () => {
  fc.assert(
    fc.property(wildTextArb(1), ({ clauses }) => {
      const frame = frameOf(clauses, new Lexicon())
      const inBodies = containersOf(frame).reduce((sum, home) => sum + bodyOf(frame, home).to - bodyOf(frame, home).from, 0)
      const divisions = frame.home.filter((home, i) => home === i).length
      expect(inBodies + divisions).toBe(clauses.length)
    }),
  )
})

test('a container is an article, a division with wording, or the outside of all divisions', () => {
  const { clauses } = textOf(
    [{ kind: 'text', text: 'Outside.' }, { kind: 'chapter', text: 'One' }, ...article('Empty'), { kind: 'chapter', text: 'Two' }, { kind: 'text', text: 'Direct words.' }],
    countingIds(1),
  )
  const frame = frameOf(clauses, new Lexicon())
  expect(containersOf(frame)).toEqual([NOWHERE, 2, 3])
  expect(bodyOf(frame, 3)).toEqual({ from: 4, to: 5 })
  expect([...subtreeWords(frame)]).toEqual([1, 2, 1, 3, 2])
})
