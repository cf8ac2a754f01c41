import { expect, test } from 'vitest'
import { provenanceOf, type Instrument } from '#shared/provenance/index.ts'
import { UN_ENGLISH, article, par, type Draft } from '#tests/support/treaty.ts'
import { instrument } from './example.ts'

const found = (text: Instrument, ...library: readonly Instrument[]): string[] =>
  provenanceOf(text, library).clauses.flatMap(({ leftovers }) => leftovers.map(({ rule, words, instead }) => `${rule}: ${words} → ${instead ?? 'nothing'}`))

const LENT = 'goods that were seized are kept by the court until judgment is given'

test('[PV12] the source’s word for itself', () => {
  const source = instrument('Source', [par(`Under this Protocol ${LENT}.`), par('This Protocol is open.')])
  expect(found(instrument('Draft', [par('This Convention is new. This Convention stands.'), par(`Under this Protocol ${LENT}.`)]), source)).toEqual(['self-name: this Protocol → This Convention'])
  expect(found(instrument('Draft', [par(`Under this Protocol ${LENT}.`)]), source)).toEqual([])
})

test('[PV13] the source’s title, unless the text’s own has it', () => {
  const source = instrument('Convention on Seizure', [par(`${LENT}, as the Convention on Seizure says.`)])
  const taken = par(`Also, ${LENT}, as the Convention on Seizure says.`)
  expect(found(instrument('Draft', [taken]), source)).toEqual(['title: Convention on Seizure → nothing'])
  expect(found(instrument('Protocol to the Convention on Seizure', [taken]), source)).toEqual([])
})

test('[PV14] an office of the source where the text mostly names another of its kind', () => {
  const source = instrument('Source', [par(`The Secretary General of the Council of Europe sees that ${LENT}.`)])
  const own = par('Notify the Secretary-General of the United Nations. The Secretary-General of the United Nations answers.')
  const taken = par(`The Secretary General of the Council of Europe sees that ${LENT}.`)
  expect(found(instrument('Draft', [own, taken]), source)).toEqual(['institution: Secretary General of the Council of Europe → Secretary-General of the United Nations'])
  expect(found(instrument('Draft', [taken]), source)).toEqual([])
})

const EXTRADITION = par('Nobody is extradited who may be tried for a political offence where he is sought.')
const source = (...after: readonly Draft[]): Instrument => instrument('Source', [article('Purpose', par('To help.')), article('Extradition', EXTRADITION), ...after])
const refers = article('Transfer', par('A person may be moved without article 2 of this Convention being applied to the move.'))

test('[PV15] a number that the text does not have', () => {
  expect(found(instrument('Draft', [refers]), source(refers))).toEqual(['article-nowhere: 2 → nothing'])
})

test('[PV15] the source’s number, where the article has another one here', () => {
  const draft = instrument('Draft', [article('Aim', par('To begin.')), article('Costs', par('None.')), article('Surrender', EXTRADITION), refers])
  expect(found(draft, source(refers))).toEqual(['article-of-source: 2 → 3'])
})

test('[PV15] no word of a number that is right, or that was changed', () => {
  expect(found(instrument('Draft', [article('Aim', par('To begin.')), article('Surrender', EXTRADITION), refers]), source(refers))).toEqual([])
  const changed = article('Transfer', par('A person may be moved without article 1 of this Convention being applied to the move.'))
  expect(found(instrument('Draft', [article('Aim', par('To begin.')), article('Costs', par('None.')), changed]), source(refers))).toEqual([])
})

test('[PV15] where articles are called regulations, an article is another instrument’s', () => {
  expect(found(instrument('Draft', [refers], { ...UN_ENGLISH, articleWord: 'Regulation' }), source(refers))).toEqual([])
})

test('[PV16] a paragraph that the article does not have', () => {
  const limb = par('Under paragraph 3 of this article nobody is moved against his will to a place that he fears.')
  const theirs = instrument('Source', [article('Transfer', par('One.'), par('Two.'), par('Three.'), limb)])
  expect(found(instrument('Draft', [article('Transfer', par('One is enough.'), limb)]), theirs)).toEqual(['paragraph-nowhere: 3 → nothing'])
  expect(found(instrument('Draft', [article('Transfer', par('One.'), par('Two.'), par('Three.'), limb)]), theirs)).toEqual([])
})
