import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseText, Language } from '#shared/clauses/index.ts'
import { termKey, tokensOf, usesOf, type Tally } from '#shared/terms/uses.ts'
import { par, treaty } from '#tests/support/treaty.ts'

const text = (wordings: readonly string[], language: Language = 'en'): ClauseText => ({ title: '', settings: { style: 'un', language, articleWord: null }, clauses: treaty(...wordings.map((wording) => par(wording))) })

function used(wordings: readonly string[], terms: readonly string[], { language = 'en', isName = () => false }: Readonly<{ language?: Language; isName?: (term: number, tally: Tally) => boolean }> = {}): string[][] {
  const source = text(wordings, language)
  const found = usesOf(source, terms.map((term) => termKey(term, language)), isName)
  return found.map((uses) => uses.flatMap(({ clause, places }) => places.map(({ from, to }) => source.clauses.find(({ id }) => id === clause)?.text.slice(from, to) ?? '')))
}

test('[TM6] plurals and possessives are uses', () => {
  expect(used(['Computer systems and a computer system’s parts', 'a computer-system'], ['computer system'])).toEqual([['Computer systems', 'computer system’s']])
})

test('[TM6] an elided word is no part of a use', () => {
  expect(used(['protection de l’environnement marin'], ['environnement marin'], { language: 'fr' })).toEqual([['environnement marin']])
})

test('[TM7] the longest term wins', () => {
  expect(used(['a foreign public official or a public official'], ['public official', 'foreign public official'])).toEqual([['public official'], ['foreign public official']])
})

test('[TM8] what is a name counts only with its capital', () => {
  const isName = (_: number, { capital, small }: Tally): boolean => capital >= small
  expect(used(['In the Area and an area', 'to the Area'], ['Area'], { isName })).toEqual([['Area', 'Area']])
  expect(used(['In the area and an Area', 'to the area'], ['Area'], { isName })).toEqual([['area', 'Area', 'area']])
})

test('[TM6, TM7] uses do not overlap and read as a term', () => {
  const words = fc.array(fc.constantFrom('computer', 'systems', 'data', 'the', ',', 'Data.'), { maxLength: 20 }).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), (wordings) => {
      const source = text(wordings)
      const keys = ['computer', 'computer system', 'system data'].map((term) => termKey(term, 'en'))
      const places = usesOf(source, keys, () => false).flatMap((uses, term) => uses.flatMap(({ clause, places: own }) => own.map((place) => ({ clause, term, ...place }))))
      for (const one of places) {
        const wording = source.clauses.find(({ id }) => id === one.clause)?.text.slice(one.from, one.to) ?? ''
        expect(termKey(wording, 'en')).toBe(keys[one.term])
        expect(places.filter((other) => other.clause === one.clause && one.from < other.to && other.from < one.to)).toEqual([one])
      }
    }),
    { seed: 1969 },
  )
})

test('[TM8] a capital at the head of a sentence says nothing', () => {
  expect(tokensOf('The Area. Parties use “Areas”', 'en').map(({ isFirst }) => isFirst)).toEqual([true, false, true, false, true])
})
