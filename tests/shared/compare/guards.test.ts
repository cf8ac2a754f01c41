import { expect, test } from 'vitest'
import { isConnective, isFunctionWord, isGuard } from '#shared/compare/guards.ts'

test('[RL6] negations and verbs of obligation are guards in all six languages', () => {
  const guards = ['not', 'Shall', 'may', 'without', 'doit', 'aucune', 'podrán', 'sin', 'не', 'должны', 'لا', 'يجوز', '不得', '应当']
  expect(guards.filter((word) => !isGuard(word))).toEqual([])
})

test('[RL6] matters of substance are neither guards nor function words', () => {
  for (const word of ['Party', 'authority', 'traité', 'государство', '犯罪'])
    expect([isGuard(word), isFunctionWord(word)]).toEqual([false, false])
})

test('[RL7] phrases begin before connectives', () => {
  expect(['and', 'Of', 'или', 'або', 'the'].map(isConnective)).toEqual([true, true, true, false, false])
})
