// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import type { TextView } from '#shared/api/index.ts'
import { basesFor, choiceOf } from '#client/features/live-redline/bases.ts'

beforeEach(() => localStorage.clear())

const version = (id: string, ordinal: number, symbol: string | null): TextView['versions'][number] => ({ id, ordinal, symbol }) as TextView['versions'][number]
const t = ((key: string, words: Record<string, unknown> = {}) => [key, ...Object.values(words)].join(' ')) as unknown as Parameters<typeof basesFor>[2]

test('its own versions come first, the latest of them before the others; not itself as it stands', () => {
  const texts = [
    { id: 'r', title: 'UNCAC', kind: 'reference' as const, versions: [] },
    { id: 'd', title: 'Draft', kind: 'rolling' as const, versions: [version('v1', 1, 'A/AC.1'), version('v2', 2, null)] },
  ]
  expect(basesFor('d', texts, t).map(({ value, ref }) => [value, ref.textId, ref.versionId])).toEqual([
    ['d:v2', 'd', 'v2'],
    ['d:v1', 'd', 'v1'],
    ['r', 'r', null],
  ])
  expect(basesFor('d', [], t)).toEqual([])
})

test('a choice is kept for its draft on this computer; without one the redline is off', () => {
  expect(choiceOf('d').read()).toEqual({ isShown: false, base: null })
  choiceOf('d').write({ isShown: true, base: 'd:v2' })
  expect(choiceOf('d').read()).toEqual({ isShown: true, base: 'd:v2' })
  expect(choiceOf('other').read()).toEqual({ isShown: false, base: null })
  choiceOf('d').write({ isShown: true, base: null })
  expect(choiceOf('d').read()).toEqual({ isShown: true, base: null })
})
