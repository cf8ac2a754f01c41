import { expect, test } from 'vitest'
import {
  CLAUSE_KINDS,
  DIVISION_KINDS,
  MAX_DEPTH,
  PROVISION_KINDS,
  isClauseKind,
  isDivision,
  levelOf,
} from '#shared/clauses/index.ts'

test('[CL5] every kind is a division or a provision, and only kinds are kinds', () => {
  expect(CLAUSE_KINDS.filter(isDivision)).toEqual(DIVISION_KINDS)
  expect(CLAUSE_KINDS.filter((kind) => !isDivision(kind))).toEqual(PROVISION_KINDS)
  expect(CLAUSE_KINDS.every(isClauseKind)).toBe(true)
  expect(['', 'Article', 'toString', 'constructor', null, 3].some(isClauseKind)).toBe(false)
})

test('[CL5] every division stands above every provision, and depth counts for provisions alone', () => {
  const lowestDivision = Math.max(...DIVISION_KINDS.map((kind) => levelOf(kind, MAX_DEPTH)))
  expect(Math.min(...PROVISION_KINDS.map((kind) => levelOf(kind, 0)))).toBe(lowestDivision + 1)
  expect(levelOf('text', 3)).toBe(levelOf('text', 0) + 3)
  expect(levelOf('article', 3)).toBe(levelOf('article', 0))
})
