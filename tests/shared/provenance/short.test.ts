import { expect, test } from 'vitest'
import { provenanceOf } from '#shared/provenance/index.ts'
import { article, par, sub } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

const PASSAGE = 'Each of the following acts is punished when it is committed for the sake of gain:'
const source = instrument('Source', [article('Theft of goods', par(PASSAGE, sub('Theft;'), sub('Receiving;'))), article('Arson', par('Fire is punished.'))])
const words = (title: string, passage: string): readonly number[] =>
  provenanceOf(instrument('Draft', [article(title, par(passage, sub('Receiving;'), sub('Arson;')))]), [source]).clauses.map(({ taken }) => taken.reduce((sum, one) => sum + one.words, 0))

test('[PV9] a heading and an item are taken with the article that they stand in', () => {
  expect(words('Theft of goods', PASSAGE)).toEqual([3, 16, 1, 0])
})

test('[PV9] but not by themselves, nor half', () => {
  expect(words('Theft of goods', 'All of this is allowed.')).toEqual([0, 0, 0, 0])
  expect(words('Theft of land', PASSAGE)).toEqual([0, 16, 1, 0])
})
