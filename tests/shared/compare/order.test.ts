import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, mirroredBlock, type Block } from '#shared/compare/order.ts'
import { FREE } from '#shared/compare/pairing.ts'
import { sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf, versionsArb, type Sketch } from './texts.ts'

const rootsOf = (block: Block): string => block.moved.map((inner) => `${inner.root?.base}${inner.moved.length === 0 ? '' : `(${rootsOf(inner)})`}`).join(' ')

/** The base clauses that moved when they are put into `order`, ids deciding who is who. */
function movedIn(base: readonly Sketch[], order: readonly number[]): string {
  const text = textOf(base, countingIds(1))
  const revised = { ...text, clauses: order.flatMap((i) => text.clauses[i] ?? []) }
  const { sides, pairing } = sidesOf(text, revised)
  order.forEach((b, r) => pairing.match(b, r, SURE))
  return rootsOf(blocksOf(sides, pairing, []))
}

const three = [...article('A', 'One.', 'Two.'), ...article('B', 'Three.'), ...article('C', 'Four.')]

test('[AL7] what did not change its order did not move', () => {
  expect(movedIn(three, [0, 1, 2, 3, 4, 5, 6])).toBe('')
})

test('[AL7] one long article that goes past two short ones is one move', () => {
  expect(movedIn(three, [3, 4, 5, 6, 0, 1, 2])).toBe('0')
})

test('[AL7] of two neighbours that swap, the one with fewer words moved', () => {
  expect(movedIn(article('A', 'One.', 'Two and three and four.'), [0, 2, 1])).toBe('1')
})

test('[AL7] a move within a moved article is a move of its own', () => {
  expect(movedIn(three, [3, 4, 5, 6, 0, 2, 1])).toMatch(/^0\([12]\)$/)
})

test('[AL7] a paragraph that changes articles moves, not the heading it passed', () => {
  expect(movedIn([...article('A', 'One.', 'A long paragraph with many, many words.'), ...article('B', 'Two.')], [0, 1, 3, 2, 4])).toBe('2')
})

test('[AL7] what an article that was merged brought along did not move past the other one’s heading', () => {
  const base = textOf([...article('A', 'One.', 'Two.'), ...article('B', 'Three.')], countingIds(1))
  const revised = textOf(article('B', 'One.', 'Two.', 'Three.'), countingIds(2))
  const { sides, pairing } = sidesOf(base, revised)
  for (const [b, r] of [[1, 1], [2, 2], [3, 0], [4, 3]] as const) pairing.match(b, r, SURE)
  const merged = { base: 0, revised: 0, kind: 'merged', rule: 'same-parts', shares: [1, 0.6] } as const
  expect(rootsOf(blocksOf(sides, pairing, [merged]))).toBe('')
  expect(rootsOf(blocksOf(sides, pairing, []))).toBe('1 2')
})

test('[AL7] all pairs are placed or roots of moved blocks, placed ones in order on both sides', () => {
  fc.assert(
    fc.property(versionsArb, ({ base, revised }) => {
      const { sides, pairing } = sidesOf(base, revised)
      base.clauses.forEach(({ id }, i) => {
        const partner = revised.clauses.findIndex((clause) => clause.id === id)
        if (partner >= 0) pairing.match(i, partner, SURE)
      })
      const seen: number[] = []
      const walk = ({ root, placed, moved }: Block): void => {
        if (root !== null) seen.push(root.base)
        for (const [k, { base: b, revised: r }] of placed.entries()) {
          seen.push(b)
          expect(placed[k - 1]?.base ?? -1).toBeLessThan(b)
          expect(placed[k - 1]?.revised ?? -1).toBeLessThan(r)
        }
        moved.forEach(walk)
      }
      const whole = blocksOf(sides, pairing, [])
      walk(whole)
      expect(seen.sort((one, other) => one - other)).toEqual(base.clauses.flatMap((_, i) => (pairing.revisedOf(i) === FREE ? [] : [i])))
      expect(whole).toMatchObject(mirroredBlock(mirroredBlock(whole)))
    }),
  )
})
