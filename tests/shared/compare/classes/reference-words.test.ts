import { expect, test } from 'vitest'
import { isJoint, isLabel, levelNamed } from '#shared/compare/classes/reference-words.ts'

test('[CC6] nouns of six languages name a level', () => {
  expect(['articles', 'artículo', 'статьи', 'المادة', '条'].map((word) => levelNamed(word))).toEqual(Array.from({ length: 5 }, () => 'article'))
  expect(levelNamed('vessel')).toBeNull()
})

test('[CC6] labels and joints', () => {
  expect(['12', '109h', 'a', 'iv', 'bis', '十三'].every((word) => isLabel(word))).toBe(true)
  expect(isLabel('vessel')).toBe(false)
  expect([isJoint('and'), isJoint('vessel')]).toEqual([true, false])
})
