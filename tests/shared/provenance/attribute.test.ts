import { expect, test } from 'vitest'
import { provenanceOf, type Instrument } from '#shared/provenance/index.ts'
import { article, par, type Draft } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

const FROM_ONE = 'Goods that were seized are kept by the court until judgment is given'
const FROM_TWO = 'whoever claims them within a year is heard before they are sold'

/** For each clause: which words were taken from which instrument. */
const taken = (drafts: readonly Draft[], library: readonly Instrument[]): string[][] => {
  const text = instrument('Draft', drafts)
  return provenanceOf(text, library).clauses.map(({ taken: parts }, i) => parts.map(({ source, from, to }) => `${source}: ${text.text.clauses[i]?.text.slice(from, to) ?? ''}`))
}

test('[PV7] a clause made of two passages is given to both, each word once', () => {
  const library = [instrument('One', [par(`${FROM_ONE} and whoever may appeal`)]), instrument('Two', [par(`In the end ${FROM_TWO}`)])]
  expect(taken([par(`${FROM_ONE} and ${FROM_TWO}`)], library)).toEqual([[`0: ${FROM_ONE} and whoever`, '1: claims them within a year is heard before they are sold']])
})

test('[PV7] what is left must show a source by itself', () => {
  const library = [instrument('One', [par(`${FROM_ONE} and whoever claims them within a year may appeal`)]), instrument('Two', [par(`In the end ${FROM_TWO}`)])]
  expect(taken([par(`${FROM_ONE} and ${FROM_TWO}`)], library)).toEqual([[`0: ${FROM_ONE} and whoever claims them within a year`]])
})

test('[PV8] of two equal sources the one that the rest of the article comes from is taken', () => {
  const shared = par(`${FROM_ONE}.`)
  const library = [instrument('One', [article('Goods', shared)]), instrument('Two', [article('Goods', shared, par(`${FROM_TWO}.`))])]
  expect(taken([article('Seizure', shared)], library)[1]).toEqual([`0: ${FROM_ONE}`])
  expect(taken([article('Seizure', shared, par(`${FROM_TWO}.`))], library)[1]).toEqual([`1: ${FROM_ONE}`])
})

test('[PV8] then the one that most of the text comes from', () => {
  const shared = par(`${FROM_ONE}.`)
  const library = [instrument('One', [article('Goods', shared)]), instrument('Two', [article('Goods', shared), article('Claims', par(`${FROM_TWO}.`))])]
  expect(taken([article('Seizure', shared), article('Sale', par(`${FROM_TWO}.`))], library)[1]).toEqual([`1: ${FROM_ONE}`])
})
