import { expect, test } from 'vitest'
import { contextOf } from '#shared/compare/provision-context.ts'
import { sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf, type Sketch } from './texts.ts'

const LONG = 'a long enough paragraph of seven words'
const item = (text: string, number: string | null = null): Sketch => ({ kind: 'subparagraph', depth: 1, text, number })

function contextIn(sketches: readonly Sketch[], pairs: readonly (readonly [number, number])[]) {
  const { sides, pairing } = sidesOf(textOf(sketches, countingIds(1)), textOf(sketches, countingIds(2)))
  for (const [b, r] of pairs) pairing.match(b, r, SURE)
  const context = contextOf(sides, pairing)
  return (base: number, revised: number) => context({ base, revised })
}

test('[AL5] only a place in paired divisions counts', () => {
  const context = contextIn([...article('A', LONG), ...article('B', LONG)], [[0, 0]])
  expect(context(1, 1)).toMatchObject({ inside: true, isLong: true })
  expect(context(1, 1).gain).toBeGreaterThan(0)
  expect(context(1, 3)).toMatchObject({ inside: false, gain: 0 })
  expect(context(3, 3)).toMatchObject({ inside: false, gain: 0 })
})

test('[AL5] a pair that crosses its paired neighbours loses, a short one more', () => {
  const context = contextIn([...article('A', LONG, LONG, LONG, 'short', LONG)], [[0, 0], [2, 2]])
  expect(context(1, 3).gain).toBeLessThan(context(1, 1).gain)
  expect(context(4, 4).gain - context(4, 1).gain).toBeGreaterThan(context(5, 5).gain - context(5, 1).gain)
})

test('[AL5] items gain from their paragraphs being paired, and lose when these are paired elsewhere', () => {
  const sketches = [...article('A', LONG), item('x'), { kind: 'paragraph', text: LONG } as const, item('y')]
  const paired = contextIn(sketches, [[0, 0], [1, 1]])
  expect(paired(2, 2).gain).toBeGreaterThan(paired(4, 4).gain)
  expect(paired(2, 4).gain).toBeLessThan(paired(4, 4).gain)
})

test('[AL5] a number counts as far as numbers have been kept', () => {
  const sketches = [...article('A', LONG), item('x', 'a'), item('y', 'b'), item('z', 'b')]
  const context = contextIn(sketches, [[0, 0], [1, 1]])
  expect(context(3, 4).gain - context(2, 4).gain).toBeGreaterThan(0)
})
