import { expect, test } from 'vitest'
import type { Clause, Span } from '#shared/clauses/index.ts'
import { formattingDiffers } from '#shared/compare/formatting.ts'
import { redline } from '#shared/compare/index.ts'
import { countingIds, textOf } from './texts.ts'

const newId = countingIds(1)
const clause = (text: string, ...spans: readonly Span[]): Clause[] =>
  textOf([{ kind: 'paragraph', text }], newId).clauses.map((made) => ({ ...made, spans }))

const differs = ([base]: readonly Clause[], [revised]: readonly Clause[]) =>
  base !== undefined && revised !== undefined && formattingDiffers(base, revised, redline(base.text, revised.text).runs)

test('[RL10] emphasis that comes, goes or changes is seen', () => {
  const alia = { from: 0, to: 10, mark: 'em' } as const
  expect(differs(clause('inter alia fish', alia), clause('inter alia fish', alia))).toBe(false)
  expect(differs(clause('inter alia fish'), clause('inter alia fish', alia))).toBe(true)
  expect(differs(clause('inter alia fish', { ...alia, mark: 'strong' }), clause('inter alia fish', alia))).toBe(true)
  expect(differs(clause('inter alia fish', alia), clause('inter alia fish', { ...alia, to: 5 }, { ...alia, from: 5 }))).toBe(false)
})

test('[RL10] only words that both sides have are looked at', () => {
  expect(differs(clause('fish', { from: 0, to: 4, mark: 'em' }), clause('whales'))).toBe(false)
  expect(differs(clause('the fish', { from: 4, to: 8, mark: 'em' }), clause('all the fish', { from: 8, to: 12, mark: 'em' }))).toBe(false)
})
