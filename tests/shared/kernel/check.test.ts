import { expect, test } from 'vitest'
import { invariant, unreachable } from '#shared/kernel/index.ts'

test('an invariant that holds says nothing, a broken one says what', () => {
  expect(() => invariant(true, 'one body a draft')).not.toThrow()
  for (const broken of [false, null, undefined, 0, '']) {
    expect(() => invariant(broken, 'one body a draft')).toThrow('Invariant broken: one body a draft')
  }
})

test('a case that the types ruled out names the value it met', () => {
  const met: unknown = { kind: 'annexe' }
  expect(() => unreachable(met as never)).toThrow('Unreachable: {"kind":"annexe"}')
})
