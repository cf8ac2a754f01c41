import { expect, test } from 'vitest'
import { MAX_CANDIDATES } from '#shared/provenance/constants.ts'
import { provenanceOf } from '#shared/provenance/index.ts'
import { article, idNamed, named, par } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

const PASSAGE = 'Goods that were seized are kept by the court until judgment is given'

test('[PV1] a clause says where its words stand in the source', () => {
  const source = instrument('Source', [article('Goods', named('kept', par(`In all cases, ${PASSAGE.toLowerCase()}.`)))])
  const { clauses, articles } = provenanceOf(instrument('Draft', [named('seized', article('Seizure', par(`${PASSAGE}, and sold.`)))]), [source])
  expect(clauses[1]).toMatchObject({
    words: 15,
    taken: [{ from: 0, to: PASSAGE.length, words: 13, source: 0, sourceClause: idNamed('kept'), sourceFrom: 14, sourceTo: 14 + PASSAGE.length }],
    passages: [{ source: 0, sourceClause: idNamed('kept'), words: 13, share: 13 / 15, longest: 13 }],
    leftovers: [],
  })
  expect(articles).toEqual([{ article: idNamed('seized'), words: 16, from: [{ source: 0, article: idNamed('1'), words: 13 }] }])
})

test('[PV11] the passage that the words were given to comes first, then what is close too', () => {
  const library = [instrument('One', [par(`${PASSAGE} alone`)]), instrument('Two', [par(PASSAGE), par(`${PASSAGE} and sold`)])]
  const { clauses } = provenanceOf(instrument('Draft', [par(`${PASSAGE} and sold`)]), library)
  expect(clauses[0]?.passages.map(({ source, words }) => [source, words])).toEqual([[1, 15], [0, 13], [1, 13]])
})

test('[PV17] a clause with too many candidates is counted', () => {
  const { cappedClauses, whole } = provenanceOf(instrument('Draft', [par(PASSAGE)]), [instrument('Source', Array.from({ length: MAX_CANDIDATES + 1 }, () => par(PASSAGE)))])
  expect(cappedClauses).toBe(1)
  expect(whole).toEqual({ words: 13, taken: [13], fresh: 0 })
})

test('[PV17] empty texts, an empty library, and a text of one word a hundred thousand times', () => {
  expect(provenanceOf(instrument('', []), [])).toEqual({ clauses: [], whole: { words: 0, taken: [], fresh: 0 }, chapters: [], articles: [], cappedClauses: 0 })
  const long = instrument('Long', [par('word '.repeat(100_000))])
  expect(provenanceOf(long, [long, long]).whole).toEqual({ words: 100_000, taken: [0, 0], fresh: 100_000 })
})

test('[PV1] broken characters, marks that show nothing and writing from the right are words like others', () => {
  const odd = 'ماده \ud800 واحد\u200f اثنان ثلاثة\u200d أربعة خمسة ستة سبعة e\u0301te\u0301 zwei'
  expect(provenanceOf(instrument('', [par(odd)]), [instrument('', [par(odd)])]).whole.fresh).toBe(0)
})
