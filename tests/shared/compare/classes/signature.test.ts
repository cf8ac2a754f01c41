import { expect, test } from 'vitest'
import { shareOf, signatureOf } from '#shared/compare/classes/signature.ts'

test('[CC11] a text shares all its longer words with one that holds it', () => {
  const [part, whole] = ['The vessel shall anchor', 'In port THE VESSEL shall, if told, anchor outside']
  expect(shareOf(signatureOf(part), signatureOf(whole))).toBe(1)
  expect(shareOf(signatureOf('quarantine harbour'), signatureOf('fisheries agreement'))).toBeLessThan(0.5)
  expect(shareOf(signatureOf('缔约国'), signatureOf('各缔约国应当'))).toBe(1)
  expect(shareOf(signatureOf(''), signatureOf('vessel'))).toBe(1)
})
