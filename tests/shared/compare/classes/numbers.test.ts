import { expect, test } from 'vitest'
import { numberOf } from '#shared/compare/classes/numbers.ts'

test.each([
  ['30', '30'], ['thirty', '30'], ['thirtieth', '30'], ['48', '48'], ['forty-eight', '48'], ['10,000', '10000'], ['10 000', '10000'], ['٣٠', '30'], ['三十', '30'], ['二〇二六', '2026'], ['2 %', '2%'], ['1,5', '1.5'], ['тридцать', '30'], ['treinta', '30'],
  ['beta-2-agonist', null], ['well-known', null], ['party', null],
])('%s is %s', (word, value) => expect(numberOf(word)).toBe(value))
