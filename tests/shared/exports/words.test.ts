import { expect, test } from 'vitest'
import { reasonWords, verdictWords } from '#shared/exports/index.ts'

test('[EX1] reasons and grounds are said in words', () => {
  expect(reasonWords({ rule: 'same-heading', share: 1 })).toBe('the same heading')
  expect(reasonWords({ rule: 'same-words', share: 0.789 })).toBe('78 % of their words')
  const grounds = [
    { aspect: 'obligation', struck: 'shall', inserted: 'may' },
    { aspect: 'condition', struck: '', inserted: 'unless' },
    { aspect: 'scope', struck: 'any', inserted: '' },
    { aspect: 'other', struck: '', inserted: '' },
  ] as const
  expect(verdictWords({ class: 'substance', weight: 90, grounds })).toBe('“shall” → “may”: obligation; “unless” added: condition; “any” removed: scope; a rule of its own')
})
