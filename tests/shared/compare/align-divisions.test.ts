import { expect, test } from 'vitest'
import { alignDivisions, contentShares } from '#shared/compare/align-divisions.ts'
import { pairedTexts, sidesOf, SURE } from './sides.ts'
import { article, countingIds, textOf, type Sketch } from './texts.ts'

const chapter = (heading: string, ...rest: readonly Sketch[]): Sketch[] => [{ kind: 'chapter', text: heading }, ...rest]

test('[AL6] a chapter goes where its contents went, whatever its heading', () => {
  const base = textOf(chapter('Offences', ...article('Access', 'Access without right.')), countingIds(1))
  const revised = textOf([...chapter('Aviation'), ...chapter('Criminalization', ...article('Access', 'Access without right.'))], countingIds(2))
  const { sides, pairing } = sidesOf(base, revised)
  for (const [b, r] of [[1, 2], [2, 3]] as const) pairing.match(b, r, SURE)
  alignDivisions(sides, pairing)
  expect(pairing.revisedOf(0)).toBe(1)
  expect(pairing.groundsOf(0)?.reason.rule).toBe('same-parts')
  expect(contentShares(sides, pairing).get('0,1')?.share).toBeCloseTo(8 / 10, 9)
})

test('[AL6] empty chapters are paired by their headings, title and preamble by kind', () => {
  const texts = (title: string, preamble: string, heading: string) =>
    [{ kind: 'title', text: title }, { kind: 'preamble', text: preamble }, ...chapter(heading)] as const
  const { sides, pairing } = sidesOf(
    textOf(texts('One convention', 'Preamble', 'International cooperation'), countingIds(1)),
    textOf(texts('Quite another', '', 'International co-operation'), countingIds(2)),
  )
  alignDivisions(sides, pairing)
  expect(pairedTexts(pairing, sides)).toHaveLength(3)
})
