import { describe, expect, test } from 'vitest'
import type { Storage } from '#server/storage/port.ts'
import { clauseId, withText } from './storage-rows.ts'
import type { StorageMedium } from './storage.contract.ts'

/** What every `ContentStore` does with comparisons; rules ST in server/storage/SPEC.md. */
export function comparisonsContract(name: string, medium: StorageMedium): void {
  const use = async (work: (storage: Storage) => Promise<void>): Promise<void> => {
    const { storage, end } = await medium.fresh()
    try {
      await work(await withText(storage))
    } finally {
      await end()
    }
  }

  describe(`${name}: comparisons`, () => {
    test('a pinned comparison comes back as pinned', () =>
      use(async ({ contents }) => {
        const base = { textId: 't1', versionId: 'v1', pinnedAt: '2026-03-02T10:00:00.000Z', contentHash: 'h1' }
        const row = { id: 'k1', negotiationId: 'n1', base, revised: { ...base, versionId: null }, createdBy: 'm1', createdAt: base.pinnedAt }
        await contents.addComparison(row)
        expect(await contents.comparison('k1')).toEqual(row)
        expect(await contents.comparison('k2')).toBeNull()
      }))

    test('a pinned matrix comes back as pinned, its texts in their order', () =>
      use(async ({ contents }) => {
        const side = (contentHash: string) => ({ textId: 't1', versionId: null, pinnedAt: '2026-03-02T10:00:00.000Z', contentHash })
        const matrix = { id: 'x1', negotiationId: 'n1', texts: ['h3', 'h1', 'h2'].map(side), createdBy: 'm1', createdAt: '2026-03-02T10:00:00.000Z' }
        await contents.addMatrix(matrix)
        expect([await contents.matrix('x1'), await contents.matrix('x2')]).toEqual([matrix, null])
      }))

    test('the last comparison of two texts is found whichever way round they were compared', () =>
      use(async ({ contents, negotiations }) => {
        await negotiations.create({ id: 'n2', title: 'Another', createdAt: '' })
        const side = (textId: string) => ({ textId, versionId: null, pinnedAt: '2026-03-02T10:00:00.000Z', contentHash: 'h1' })
        const row = (id: string, [base, revised]: readonly [string, string], negotiationId = 'n1') => ({ id, negotiationId, base: side(base), revised: side(revised), createdBy: 'm1', createdAt: '2026-03-02T10:00:00.000Z' })
        for (const made of [row('k1', ['t1', 't2']), row('k2', ['t2', 't1']), row('k3', ['t1', 't3']), row('k4', ['t1', 't2'], 'n2')]) await contents.addComparison(made)
        expect((await contents.lastComparison('n1', ['t1', 't2']))?.id).toBe('k2')
        expect((await contents.lastComparison('n1', ['t3', 't1']))?.id).toBe('k3')
        expect(await contents.lastComparison('n1', ['t2', 't3'])).toBeNull()
      }))

    test('[ST24] what was said of matches stands in order', () =>
      use(async ({ contents }) => {
        const side = { textId: 't1', versionId: null, pinnedAt: '2026-03-02T10:00:00.000Z', contentHash: 'h1' }
        const of = (comparisonId: string, verdict: 'same' | 'different' | 'withdrawn') => ({ comparisonId, base: clauseId, revised: clauseId, verdict, memberId: 'm1', name: 'Ana', delegation: '', at: side.pinnedAt })
        for (const id of ['k1', 'k2']) await contents.addComparison({ id, negotiationId: 'n1', base: side, revised: side, createdBy: 'm1', createdAt: side.pinnedAt })
        const said = [of('k1', 'same'), of('k1', 'withdrawn'), of('k1', 'different')]
        for (const row of [...said, of('k2', 'same')]) await contents.addCorrection(row)
        expect(await contents.corrections('k1')).toEqual(said)
        expect(await contents.corrections('k3')).toEqual([])
      }))
  })
}
