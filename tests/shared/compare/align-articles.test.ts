import { expect, test } from 'vitest'
import { finish } from '#shared/compare/steps.ts'
import { alignArticles } from '#shared/compare/align-articles.ts'
import { pairedTexts, sidesOf } from './sides.ts'
import { article, countingIds, textOf, type Sketch } from './texts.ts'

const aligned = (base: readonly Sketch[], revised: readonly Sketch[]) => {
  const { sides, pairing } = sidesOf(textOf(base, countingIds(1)), textOf(revised, countingIds(2)))
  const links = finish(alignArticles(sides, pairing))
  return { pairs: pairedTexts(pairing, sides), links, pairing }
}

const FORMULA = 'Each Party shall adopt such measures as may be necessary to establish as criminal offences under its domestic law, when committed intentionally,'

test('[AL4] articles with one formula are paired by what follows it', () => {
  const { pairs } = aligned(
    [...article('A', `${FORMULA} the access to a computer system.`), ...article('B', `${FORMULA} the interception of transmissions.`)],
    [...article('C', `${FORMULA} the interception of transmissions by technical means.`), ...article('D', `${FORMULA} the access to a part of a computer system.`)],
  )
  expect(pairs).toEqual([['A', 'D'], ['B', 'C']])
})

test('[AL4] a heading counts as far as the wording bears it out', () => {
  const { pairs } = aligned(
    [...article('Settlement of disputes', 'Parties consult on the interpretation of this treaty first.'), ...article('Scope', 'Whales, tuna and coral.')],
    [...article('Settlement of disputes', 'A difference on the interpretation of this treaty goes to arbitration.'), ...article('Scope', 'Airports, cabins and turbines.')],
  )
  expect(pairs).toEqual([['Settlement of disputes', 'Settlement of disputes']])
})

test('[AL4] articles that have nothing in common stay unpaired', () => {
  const { pairs } = aligned(article('Fishery', 'Whales and tuna may be taken in season.'), article('Aviation', 'Pilots hold licences.'))
  expect(pairs).toEqual([])
})

test('[AL10, AL14] what has no partner is linked to the one it is clearly likest to', () => {
  const wording = 'The solicitation or acceptance by a public official of an undue advantage in order to act or refrain from acting.'
  const { links, pairing } = aligned(
    [...article('Bribery', wording), ...article('Whales', 'Whales may be taken in season only.')],
    [...article('Bribery', wording), ...article('Bribery of others', wording.replace('public', 'foreign')), ...article('Whales', 'Whales may be taken in season only.')],
  )
  expect(links.map(({ base, revised }) => [base, revised])).toEqual([[0, 2]])
  expect(pairing.groundsOf(0)?.reason).toEqual({ rule: 'same-words', share: 1 })
})

const law = (subject: string) => `The ${subject} authority of each Party grants, suspends and withdraws ${subject} licences without delay.`

test('[AL18] what alone stands between the same pairs is paired with less likeness', () => {
  const [before, after] = [article('', law('harbour')), article('', law('railway'))]
  const was = article('', 'Pilots who report an accident at sea to a consul are heard by a court of their choice, at the expense of the owner.')
  const is = article('', 'Whoever commands an aircraft may call on a consul, and an accident opens his way to assistance.')
  expect(aligned([...before, ...was, ...after], [...before, ...is, ...after]).pairing.revisedOf(2)).toBe(2)
  expect(aligned([...before, ...was, ...after], [...before, ...after, ...is]).pairing.revisedOf(2)).toBe(-1)
})

test('[AL19] the one article of definitions answers the other one', () => {
  const { pairs } = aligned(
    [...article('Terms', '“Harbour” means a port;', '“Pilot” means a guide of ships;'), ...article('Law', law('harbour'))],
    [...article('Meanings', '“Whale” is any cetacean;', '“Season” is half a year.'), ...article('Law', law('harbour'))],
  )
  expect(pairs).toEqual([['Terms', 'Meanings'], ['Law', 'Law']])
})
