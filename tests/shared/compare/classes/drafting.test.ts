import { expect, test } from 'vitest'
import { DRAFTING, isLight } from '#shared/compare/classes/drafting.ts'
import { WEIGHTY } from '#shared/compare/classes/weighty.ts'

test('[CC8] articles are light; negations, modal verbs, "by" and "or" are not', () => {
  expect(['a', 'the', 'of'].every((word) => isLight(word))).toBe(true)
  expect(['not', 'shall', 'may', 'by', 'from', 'or', 'and', 'any', 'only'].some((word) => isLight(word))).toBe(false)
})

test('[CC8] no light word is a negation or a modal verb', () => {
  for (const word of ['not', 'no', 'shall', 'must', 'unless', 'serious']) expect(WEIGHTY.at([word], 0)).not.toBeNull()
})

test('[CC8] phrases of one meaning have the same words', () => {
  expect(DRAFTING.at(['pursuant', 'to'], 0)?.meaning).toEqual(DRAFTING.at(['in', 'accordance', 'with'], 0)?.meaning)
})
