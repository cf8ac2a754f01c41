import { expect, test } from 'vitest'
import { openLibrary, type Library } from '#shared/provenance/library.ts'
import { Vocabulary } from '#shared/provenance/reading.ts'
import { article, par } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

const own = ({ ownBefore, clauseStarts, clauseEnds }: Library, clause: number): number => (ownBefore[clauseEnds[clause] ?? 0] ?? 0) - (ownBefore[clauseStarts[clause] ?? 0] ?? 0)
const articles = (wordings: readonly string[]) => wordings.map((wording, i) => article(`Heading ${'abcdefgh'.charAt(i)}`, par(wording)))

test('[PV4] four words that recur in five articles of one instrument are a formula', () => {
  const formula = 'Each Party shall adopt'
  const wordings = ['theft', 'fraud', 'arson', 'piracy', 'forgery'].map((crime) => `${formula} measures against ${crime}`)
  const five = openLibrary([instrument('', articles(wordings))], new Vocabulary())
  const four = openLibrary([instrument('', articles(wordings.slice(1)))], new Vocabulary())
  // Each article is its heading and its paragraph: "Each Party shall adopt measures against" is formula, the crime is not.
  expect(own(five, 1)).toBe(1)
  expect(own(four, 1)).toBe(7)
})

test('[PV4] what every one of four instruments says is a formula, and so is a title', () => {
  const end = 'In witness whereof the undersigned have signed'
  const library = (count: number) => openLibrary(Array.from({ length: count }, (_, i) => instrument('Convention on Theft', [par(end), par(`Under the Convention on Theft ${i}`)])), new Vocabulary())
  expect(own(library(4), 0)).toBe(0)
  expect(own(library(3), 0)).toBe(7)
  expect(own(library(3), 1)).toBe(3)
})

test('clauses of all instruments are numbered through', () => {
  const { clauses, clauseOf, articleOf, ids } = openLibrary([instrument('', [par('one two')]), instrument('', articles(['three']))], new Vocabulary())
  expect(clauses).toEqual([{ source: 0, clause: 0 }, { source: 1, clause: 0 }, { source: 1, clause: 1 }])
  expect([...clauseOf]).toEqual([0, 0, 1, 1, 2])
  expect([...articleOf]).toEqual([-1, 1, 1])
  expect(ids).toHaveLength(5)
})
