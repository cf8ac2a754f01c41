import { expect, test } from 'vitest'
import { judge, verdictsOn } from './drawn.ts'

test('[CC9] words struck here and inserted there have moved', () => {
  expect(judge('{+in the territory of another coastal State, +}the vessel shall wait[- in the territory of another coastal State-].')).toBe('editorial: moved, editorial: moved')
  expect(judge('tin; [-lead; -]zinc; {+lead; +}iron')).toBe('editorial: moved, editorial: moved')
  expect(judge('The Council[- may-], on a proposal, {+may +}adopt rules')).toBe('editorial: moved, editorial: moved')
})

test('[CC9] a negation never has, nor a modal verb of another sentence', () => {
  expect(judge('It shall [-not -]act and shall {+not +}wait')).toMatch(/^substance.*substance/v)
  expect(judge('The Council[- may-] adopt rules. It {+may +}wait')).toMatch(/^substance.*substance/v)
})

test.each([
  ['reported [-to the harbour pilot -]on arrival{+ to the harbour pilot+} at sea', ['editorial: moved', 'editorial: moved']],
  ['vessels [-in foreign port -]and crews{+ in foreign port+}', ['substance: scope', 'substance: scope']],
  ['{+4) Each vessel reports its cargo. +}Pilots consult. [-5) Each vessel reports its cargo. -]', ['editorial: moved', 'editorial: moved']],
])('[CC18] %s', (drawn, expected) => expect(verdictsOn(drawn).map((verdict) => `${verdict.class}: ${verdict.grounds[0]?.aspect ?? ''}`)).toEqual(expected))
