import { expect, test } from 'vitest'
import { authorsOf, keyOf, sortTray } from '#client/features/rescue/tray.ts'
import type { DismissalView } from '#shared/api/index.ts'
import type { ItemRange, RescuedPassage } from '#shared/document/index.ts'
import { authorFinder } from '#shared/records/index.ts'
import { idNamed } from '../../../support/treaty.ts'

const passage = (...ranges: readonly ItemRange[]): RescuedPassage => ({
  segmentId: idNamed('a'),
  clause: { id: idNamed('a'), kind: 'paragraph', depth: 0, number: null },
  behind: null,
  offset: 0,
  text: 'words',
  prefix: '',
  suffix: '',
  ranges,
  removedBy: null,
})
const dismissal = (id: string, ...ranges: ItemRange[]): DismissalView => ({
  id,
  ranges,
  quote: 'words',
  citation: '',
  signature: { memberId: 'm', name: 'Ana', delegation: 'Portugal', at: '2026-11-24T14:02:00.000Z' },
})
const range = (client: number, clock: number, length: number): ItemRange => ({ client, clock, length })

test('[DC20] a passage is dismissed only with every word of it; words typed since bring it back to the tray', () => {
  const whole = passage(range(1, 10, 5), range(2, 0, 2))
  expect(sortTray([whole], [dismissal('a', range(1, 10, 5), range(2, 0, 2))])).toEqual({ open: [], dismissed: [{ passage: whole, dismissal: expect.objectContaining({ id: 'a' }) as unknown }] })
  expect(sortTray([whole], [dismissal('a', range(1, 8, 20), range(2, 0, 1)), dismissal('b', range(2, 1, 9))]).open).toEqual([])
  for (const short of [[range(1, 10, 5)], [range(1, 10, 4), range(2, 0, 2)], [range(1, 11, 9), range(2, 0, 2)], []]) {
    expect(sortTray([whole], [dismissal('a', ...short)]).open).toEqual([whole])
  }
})

test('each author of a passage is named once, with the minute of the latest words; whoever is unknown is said to be', () => {
  const [ana, bo] = ['Ana', 'Bo'].map((name) => ({ memberId: name, name, delegation: 'X', brought: false }))
  if (!ana || !bo) throw new Error('two authors')
  const find = authorFinder({ authors: [ana, bo], clients: [{ client: 1, spans: [[0, 4, 0, 7], [4, 9, 1, 8], [9, 12, 0, 9]] }] })
  expect(authorsOf(passage(range(1, 2, 9)), find).map((one) => [one?.author.name, one?.minute])).toEqual([['Ana', 9], ['Bo', 8]])
  expect(authorsOf(passage(range(1, 5, 1), range(3, 0, 5)), find).map((one) => one?.author.name ?? null)).toEqual(['Bo', null])
  expect(keyOf(passage(range(1, 5, 1), range(3, 0, 5)))).toBe('1:5:1 3:0:5')
})
