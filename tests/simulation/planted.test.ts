import { expect, test } from 'vitest'
import { PLANTED, REPEATING } from './planted.ts'
import { playScript, scriptOf } from './script.ts'
import type { Parts } from './table.ts'

/** So many seeds may pass before a planted fault must have shown. */
const SEEDS = 120

async function firstFault(parts: Partial<Parts>): Promise<string | null> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { fault } = await playScript(scriptOf(seed), parts)
    if (fault !== null) return fault
  }
  return null
}

test.each(PLANTED)('$name turns the simulation red', async ({ parts, found }) => {
  expect(await firstFault(parts)).toMatch(found)
})

test('the same seeds are green with the real parts, and with a log that appends every row twice', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    expect((await playScript(scriptOf(seed))).fault).toBeNull()
    expect((await playScript(scriptOf(seed), { store: REPEATING })).fault).toBeNull()
  }
})
