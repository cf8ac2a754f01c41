import { expect, test } from 'vitest'
import { sideIds } from '#shared/exports/index.ts'

test('[EX3] made ids are the same each time, and never on both sides', () => {
  const some = (side: 'base' | 'revised') => {
    const next = sideIds(side)
    return Array.from({ length: 50 }, () => next())
  }
  expect(some('base')).toEqual(some('base'))
  expect(new Set([...some('base'), ...some('revised')]).size).toBe(100)
})
