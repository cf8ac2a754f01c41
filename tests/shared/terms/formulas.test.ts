import { expect, test } from 'vitest'
import { LANGUAGES } from '#shared/clauses/index.ts'
import { FORMULAS, QUOTED } from '#shared/terms/formulas.ts'

test.each(['“ship”', '"ship"', '“ship"', '« ship »', '‘ship’', '「ship」'])('[TM1] quotation marks as copies have them: %s', (text) => {
  expect([...text.matchAll(QUOTED)].map((match) => match.slice(1).find((group) => group !== undefined))).toEqual(['ship'])
})

test('[TM1] an aside of any length ends in bounded time', () => {
  const long = `, ${'a, “b” or '.repeat(5_000)}`
  for (const language of LANGUAGES) expect(FORMULAS[language].says.test(long)).toBe(false)
})
