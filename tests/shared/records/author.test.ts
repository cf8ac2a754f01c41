import { expect, test } from 'vitest'
import { authorFinder, type Author } from '#shared/records/index.ts'

const tomas: Author = { memberId: 'm1', name: 'Tomas Lind', delegation: 'Merinda', brought: false }
const seed: Author = { memberId: null, name: '', delegation: 'Secretariat', brought: true }

test('[AN6] each unit is found with its author and minute; what the table lacks is nobody’s', () => {
  const find = authorFinder({
    authors: [seed, tomas],
    clients: [
      { client: 5, spans: [[0, 100, 0, null]] },
      { client: 7, spans: [[2, 4, 1, 29_400_000], [4, 9, 1, 29_400_001], [12, 13, 0, null]] },
    ],
  })
  expect(find(5, 99)).toEqual({ to: 100, author: seed, minute: null })
  expect([2, 3, 4, 8].map((clock) => find(7, clock)?.minute)).toEqual([29_400_000, 29_400_000, 29_400_001, 29_400_001])
  expect(find(7, 12)?.author).toBe(seed)
  expect([find(5, 100), find(7, 0), find(7, 9), find(7, 13), find(8, 0)]).toEqual([null, null, null, null, null])
})
