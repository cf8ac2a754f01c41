import { expect, test } from 'vitest'
import { blocksOf } from '#shared/compare/order.ts'
import { weave } from '#shared/compare/weave.ts'
import { sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf, type Sketch } from './texts.ts'

/** Rows as `base>revised`, `-` for none, `*` for a place that was left; clauses with equal text are partners. */
function woven(base: readonly Sketch[], revised: readonly Sketch[]): string {
  const { sides, pairing } = sidesOf(textOf(base, countingIds(1)), textOf(revised, countingIds(2)))
  base.forEach(({ text }, b) => {
    const r = revised.findIndex((sketch) => sketch.text === text)
    if (r >= 0) pairing.match(b, r, SURE)
  })
  const name = (index: number | null, sketches: readonly Sketch[]) => (index === null ? '-' : (sketches[index]?.text ?? ''))
  return weave(sides, pairing, blocksOf(sides, pairing, []))
    .map((place) => `${name(place.base, base)}${place.left ? '*' : ''}>${name(place.revised, revised)}`)
    .join(' ')
}

test('[AL8] what is gone stands where it stood, before what came in its place', () => {
  expect(woven(article('A', 'a', 'b', 'c'), article('A', 'a', 'x', 'c'))).toBe('A>A a>a b>- ->x c>c')
  expect(woven(article('A', 'a', 'b'), article('A', 'b', 'c'))).toBe('A>A a>- b>b ->c')
  expect(woven([], article('A', 'a'))).toBe('->A ->a')
  expect(woven(article('A', 'a'), [])).toBe('A>- a>-')
})

test('[AL8] what is gone stands behind all that now belongs to the clause before it', () => {
  const item = (text: string): Sketch => ({ kind: 'subparagraph', depth: 1, text })
  expect(woven(article('A', 'a', 'b'), [...article('A', 'a'), item('x'), item('y')])).toBe('A>A a>a ->x ->y b>-')
  expect(woven([...article('A', 'a'), item('i'), ...article('B', 'b')], [...article('A', 'a'), item('x'), ...article('B', 'b')])).toBe('A>A a>a i>- ->x B>B b>b')
})

test('[AL9] a moved clause leaves a mark where it was', () => {
  expect(woven([...article('A', 'a'), ...article('B', 'b'), ...article('C', 'c')], [...article('B', 'b'), ...article('C', 'c'), ...article('A', 'a')])).toBe(
    'A*>- B>B b>b C>C c>c A>A a>a',
  )
})

test('[AL8, AL9] what went from a moved article stands at its new place', () => {
  expect(woven([...article('A', 'a', 'gone'), ...article('B', 'b'), ...article('C', 'c')], [...article('B', 'b'), ...article('C', 'c'), ...article('A', 'a')])).toBe(
    'A*>- B>B b>b C>C c>c A>A a>a gone>-',
  )
})
