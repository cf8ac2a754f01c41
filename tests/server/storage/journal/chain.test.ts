import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHAIN_START, chained, entryHash } from '#server/storage/journal/index.ts'
import { anyEntry, chainOf, entryOf } from './entries.ts'

test('[JR1] the canonical form is fixed: anybody can compute it with a tool of their own', () => {
  const canonical =
    '["travaux journal 1","0000000000000000000000000000000000000000000000000000000000000000","n1",1,"2026-11-24T10:00:00.000Z",' +
    '"m1","Ana Ferreira","Portugal","version-issued","A/AC.291/22 · Rolling text","t1",null]'
  const byHand = createHash('sha256').update(Buffer.from(canonical, 'utf8')).digest('hex')
  expect(entryHash(entryOf(), 1, CHAIN_START)).toBe(byHand)
  expect(byHand).toBe('497299d956209de923a7cb00f109e528cab06f68fe626272d5408c7751147924')
})

test('[JR1] positions count from 1, each entry standing on the one before', () => {
  const [first, second] = chainOf([entryOf(), entryOf({ act: 'member-ended' })])
  expect([first?.position, second?.position]).toEqual([1, 2])
  expect(second?.hash).toBe(entryHash(entryOf({ act: 'member-ended' }), 2, first?.hash ?? ''))
})

test('[JR2] what is hashed are words that a database keeps', () => {
  fc.assert(
    fc.property(anyEntry, (entry) => {
      const { hash, position, ...kept } = chained(entry, null)
      const words = Object.values(kept).filter((value) => value !== null)
      expect(words.every((word) => word.isWellFormed() && !word.includes('\0'))).toBe(true)
      expect(entryHash(kept, position, CHAIN_START)).toBe(hash)
    }),
  )
})
