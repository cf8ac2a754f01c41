import { describe, expect, test } from 'vitest'
import { Refused } from '#shared/kernel/index.ts'
import { ANA, bytes, textOf, withText } from './storage-rows.ts'
import type { StorageMedium } from './storage.contract.ts'

/** What every `Storage` does with dismissals of rescued words. */
export function dismissalsContract(name: string, medium: StorageMedium): void {
  describe(`${name}: dismissals`, () => {
    test('[ST20] one stands until one of those who ask brings it back, and is still known then', async () => {
      const { storage, end } = await medium.fresh()
      const { dismissals, texts } = await withText(storage)
      await texts.create(textOf('t2'), bytes(1))
      const row = { id: 'd1', textId: 't1', ranges: [{ client: 4294967295, clock: 3, length: 2 }], quote: 'or', citation: 'Article 1', ...ANA, at: '2026-03-02T10:00:00.000Z' }
      await dismissals.add(row)
      await dismissals.add({ ...row, id: 'd2', textId: 't2' })
      await dismissals.add({ ...row, id: 'd3' })
      expect(await dismissals.ofText('t1')).toEqual([row, { ...row, id: 'd3' }])
      expect(await Promise.all([dismissals.bringBack('d1', row.at), dismissals.bringBack('d1', row.at)])).toEqual([true, false])
      expect(await dismissals.bringBack('d9', row.at)).toBe(false)
      expect((await dismissals.ofText('t1')).map(({ id }) => id)).toEqual(['d3'])
      expect(await dismissals.get('d1')).toEqual(row)
      await expect(dismissals.add(row)).rejects.toBeInstanceOf(Refused)
      await end()
    })
  })
}
