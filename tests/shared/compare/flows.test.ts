import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseText } from '#shared/clauses/index.ts'
import { compareTexts, textMapOf, type TextMap } from '#shared/compare/index.ts'
import { article, countingIds, pairArb, textOf } from './texts.ts'

const mapOf = (base: ClauseText, revised: ClauseText): TextMap => textMapOf({ base: base.clauses, revised: revised.clauses }, compareTexts(base, revised))

const MIRRORED = { 'in-place': 'in-place', moved: 'moved', split: 'merged', merged: 'split', 'level-changed': 'level-changed', 'part-moved': 'part-moved' } as const

test('[MP2] a flow carries no more words than either of its units has, and joins two units once', () => {
  fc.assert(
    fc.property(pairArb, ({ base, revised }) => {
      const map = mapOf(base, revised)
      for (const { base: from, revised: to, words } of map.flows) {
        expect(words).toBeLessThanOrEqual(Math.min(map.base[from]?.words ?? -1, map.revised[to]?.words ?? -1))
        expect(words).toBeGreaterThanOrEqual(0)
      }
      expect(new Set(map.flows.map(({ base: from, revised: to }) => `${from},${to}`)).size).toBe(map.flows.length)
    }),
  )
})

test('[MP2] all words of a text against itself stay where they are', () => {
  fc.assert(
    fc.property(pairArb, ({ base }) => {
      const { base: units, flows } = mapOf(base, base)
      expect(flows.map(({ base: from, revised: to, kind, words }) => [from, to, kind, words])).toEqual(units.map(({ words }, at) => [at, at, 'in-place', words]))
    }),
  )
})

test('[MP4] swapping the sides swaps every flow', () => {
  fc.assert(
    fc.property(pairArb, ({ base, revised }) => {
      const there = mapOf(base, revised).flows.map(({ base: from, revised: to, kind, words }) => `${from} ${to} ${kind} ${words}`)
      const back = mapOf(revised, base).flows.map(({ base: from, revised: to, kind, words }) => `${to} ${from} ${MIRRORED[kind]} ${words}`)
      expect(back.toSorted()).toEqual(there.toSorted())
    }),
  )
})

const COSTS = 'The ordinary costs of executing a request are borne by the State to which it is addressed, unless the States concerned agree otherwise.'
const LANGUAGE = 'Requests and the material attached to them are translated into a language that is acceptable to the central authority of the requested State.'
const PURPOSE = 'The purpose of this Convention is to further cooperation between its Parties against offences at sea and in the air.'
const NOTICE = 'A State Party notifies the Secretary-General of the authority that receives requests, and of every change thereof, without delay.'

test('[MP3] partners are in place or moved; what an article took in from another is a part of that one', () => {
  const base = textOf([...article('Purpose', PURPOSE), ...article('Costs', COSTS), ...article('Language', LANGUAGE), ...article('Notice', NOTICE)], countingIds(1))
  const revised = textOf([...article('Notice', NOTICE), ...article('Purpose', PURPOSE), ...article('Costs and language', COSTS, LANGUAGE)], countingIds(2))
  const { flows, base: units } = mapOf(base, revised)
  expect(flows.map(({ base: from, revised: to, kind }) => [from, to, kind])).toEqual([
    [0, 1, 'in-place'],
    [1, 2, 'in-place'],
    [2, 2, 'merged'],
    [3, 0, 'moved'],
  ])
  expect(flows.map(({ words }) => words)).toEqual(units.map(({ words }) => words))
})
