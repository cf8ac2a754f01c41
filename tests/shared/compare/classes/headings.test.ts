import { describe, expect, test } from 'vitest'
import { isOverKept } from '#shared/compare/classes/headings.ts'
import type { ClassSide } from '#shared/compare/classes/sides.ts'
import { judge } from './drawn.ts'

describe('[CC17] a heading in other words over clauses that stay', () => {
  const isHeading = (): boolean => true
  test.each([
    ['[-Signals of vessels-]{+Lights and sounds+}', 'editorial: heading'],
    ['{+General +}rules', 'editorial: heading'],
    ['[-Powers-]{+Duties+} of the pilot', 'substance: obligation'],
    ['Rules of the [-Council-]{+Assembly+}', 'substance: actor'],
    ['Vessels {+not +}under way', 'substance: negation'],
  ])('%s', (drawn, expected) => expect(judge(drawn, { isHeading })).toBe(expected))

  test('a clause that is no heading, or stands over others, has no such excuse', () => expect(judge('[-Signals of vessels-]{+Lights and sounds+}')).toMatch(/^substance/v))
})

const sideOf = (kinds: readonly ('article' | 'paragraph')[], partner: readonly number[]): ClassSide => ({
  clauses: kinds.map((kind, i) => ({ id: `c${i}`, kind, depth: 0, text: 'words' })) as unknown as ClassSide['clauses'],
  labels: new Map(),
  parents: kinds.map((kind) => (kind === 'article' ? -1 : 0)),
  partner: Int32Array.from(partner),
  anchor: new Int32Array(kinds.length),
  indexOf: new Map(),
})

test.each([
  { stay: 'all', partner: [0, 1, 2], expected: true },
  { stay: 'half', partner: [0, 1, -1], expected: false },
  { stay: 'none', partner: [0, -1, -1], expected: false },
])('[CC17] of the clauses below $stay stay', ({ partner, expected }) => {
  const side = sideOf(['article', 'paragraph', 'paragraph'], partner)
  expect(isOverKept({ base: side, revised: side }, 0, 0)).toBe(expected)
  expect(isOverKept({ base: side, revised: side }, 1, 1)).toBe(false)
})
