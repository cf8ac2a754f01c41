import { expect, test } from 'vitest'
import { judge } from './drawn.ts'

test('[CC9] words struck here and inserted there have moved', () => {
  expect(judge('{+in the territory of another coastal State, +}the vessel shall wait[- in the territory of another coastal State-].')).toBe('editorial: moved, editorial: moved')
  expect(judge('tin; [-lead; -]zinc; {+lead; +}iron')).toBe('editorial: moved, editorial: moved')
  expect(judge('The Council[- may-], on a proposal, {+may +}adopt rules')).toBe('editorial: moved, editorial: moved')
})

test('[CC9] a negation never has, nor a modal verb of another sentence', () => {
  expect(judge('It shall [-not -]act and shall {+not +}wait')).toMatch(/^substance.*substance/v)
  expect(judge('The Council[- may-] adopt rules. It {+may +}wait')).toMatch(/^substance.*substance/v)
})
