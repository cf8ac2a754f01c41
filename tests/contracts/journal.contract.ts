import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chained } from '#server/storage/journal/index.ts'
import type { Storage } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import { anyEntry, entryOf } from '../server/storage/journal/entries.ts'
import { memberOf, versionOf, withText } from './storage-rows.ts'
import type { StorageMedium } from './storage.contract.ts'

/** What the journal of every `Storage` does; rules JR in server/storage/journal/SPEC.md. */
export function journalContract(name: string, medium: StorageMedium): void {
  const use = async (work: (storage: Storage) => Promise<void>): Promise<void> => {
    const { storage, end } = await medium.fresh()
    try {
      await work(await withText(storage))
    } finally {
      await end()
    }
  }
  const acts = async ({ journal }: Storage) => (await journal.latest('n1', 10)).map(({ act }) => act)

  describe(`${name}: the journal`, () => {
    test('[JR2] comes back in the words that were hashed', () =>
      fc.assert(
        fc.asyncProperty(anyEntry, (entry) =>
          use(async ({ journal }) => {
            await journal.append(entry)
            const { hash: _hash, position, ...kept } = chained(entry, null)
            expect(await journal.latest('n1', 1)).toEqual([{ ...kept, id: position }])
          }),
        ),
        { numRuns: 20 },
      ))

    test('[JR3] stands with what it tells of, in one commit', () =>
      use(async (storage) => {
        await storage.together((inside) => [inside.journal.append(entryOf({ act: 'member-joined' })), inside.members.add(memberOf('m9'))])
        expect([await acts(storage), (await storage.members.get('m9'))?.id]).toEqual([['member-joined'], 'm9'])
      }))

    test('[JR3] falls with it: when one part is refused nothing of the commit is there', () =>
      use(async (storage) => {
        await storage.texts.addVersion(versionOf('v1', { symbol: 'A/1' }))
        const again = storage.together((inside) => [
          inside.journal.append(entryOf()),
          inside.texts.describe('t1', { title: 'Other', submitter: '', receivedOn: '', chapterIds: [] }),
          inside.texts.addVersion(versionOf('v2', { ordinal: 2, symbol: 'A/1' })),
        ])
        await expect(again).rejects.toMatchObject({ id: 'symbol-taken' })
        expect([await acts(storage), (await storage.texts.get('t1'))?.title]).toEqual([[], 'Rolling text'])
        await storage.journal.append(entryOf())
        expect(await acts(storage)).toEqual(['version-issued'])
      }))

    test('[JR3] takes nothing into a commit that is under way', () =>
      use(async (storage) => {
        let late: Promise<void> = Promise.resolve()
        await storage.together((inside) => {
          late = Promise.resolve().then(() => inside.journal.append(entryOf()))
          return [inside.members.add(memberOf('m9'))]
        })
        await expect(late).rejects.toThrow('before it begins')
        expect(await acts(storage)).toEqual([])
      }))

    test('[JR5] gives a version the head with its own entry', () =>
      use(async (storage) => {
        await storage.journal.append(entryOf({ act: 'text-brought-in' }))
        await storage.together((inside) => [inside.journal.append(entryOf({ digest: 'h1' })), inside.texts.addVersion(versionOf('v1'))])
        const first = chained(entryOf({ act: 'text-brought-in' }), null)
        expect((await storage.texts.versions('t1'))[0]?.journalHead).toBe(chained(entryOf({ digest: 'h1' }), first).hash)
      }))

    test('counts for each negotiation by itself, also of entries that come at one moment', () =>
      use(async ({ journal, negotiations }) => {
        await negotiations.create({ id: 'n2', title: 'Other', createdAt: '' })
        await Promise.all(Array.from({ length: 6 }, (_, i) => journal.append(entryOf({ negotiationId: i % 2 === 0 ? 'n1' : 'n2' }))))
        expect((await journal.latest('n2', 9)).map(({ id }) => id)).toEqual([3, 2, 1])
      }))

    test('tells of no negotiation that is not there', () =>
      use(async ({ journal }) => {
        await expect(journal.append(entryOf({ negotiationId: 'nowhere' }))).rejects.toBeInstanceOf(Refused)
      }))
  })
}
