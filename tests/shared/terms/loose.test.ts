import { expect, test } from 'vitest'
import { definitionsIn } from '#shared/terms/definitions.ts'
import { looseIn } from '#shared/terms/loose.ts'
import { article, par, treaty } from '#tests/support/treaty.ts'

function loose(...wordings: readonly string[]): string[] {
  const text = { title: '', settings: { style: 'un', language: 'en', articleWord: null } as const, clauses: treaty(article('Heading With Capitals', ...wordings.map((wording) => par(wording)))) }
  return looseIn(text, definitionsIn(text)).map(({ words, sign, count }) => `${words} (${sign}, ${count})`)
}

test('[TM10] what stands in quotation marks without a definition', () => {
  expect(loose('a “batch identifier” is given', '“Ship” means a vessel', 'a “ship”')).toEqual(['batch identifier (quoted, 1)'])
})

test('[TM10] what has capitals inside sentences, twice or more', () => {
  expect(loose('the Conference of the Parties and the Scientific and Technical Body', 'by the Conference of the Parties', 'the Clearing House')).toEqual(['Conference of the Parties (capitals, 2)'])
  expect(loose('in the Scientific and Technical Body. The Scientific and Technical Body meets in the Scientific and Technical Body')).toEqual(['Scientific and Technical Body (capitals, 3)'])
})

test('[TM10] what is usual, begins a sentence or stands in a heading is left out', () => {
  expect(loose('the States Parties and the United Nations under the Vienna Convention on Treaties', 'the States Parties, the United Nations, the Vienna Convention on Treaties')).toEqual([])
  expect(loose('Vessels sail. Vessels sink.', 'Vessels burn.')).toEqual([])
})
