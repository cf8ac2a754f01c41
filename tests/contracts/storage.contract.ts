import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DraftAppend, DraftLogRow, Storage } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import { ANA, bytes, clauseId, eventOf, invitationOf, memberOf, textOf, threadOf, versionOf, wording, withText } from './storage-rows.ts'

/** A medium to run the contract against: each `fresh()` is an empty storage of its own, ended by `end()`. */
export type StorageMedium = Readonly<{ fresh(): Promise<Readonly<{ storage: Storage; end(): Promise<void> }>> }>

const append = (value: number, change: Partial<DraftAppend> = {}): DraftAppend => ({
  textId: 't1',
  update: bytes(value),
  ...ANA,
  at: '2026-03-02T10:00:01.000Z',
  newClients: [],
  ...change,
})

const keepAll = (rows: readonly DraftLogRow[]): readonly DraftLogRow[] => rows

/** What every `Storage` does; rules ST in server/storage/SPEC.md. */
export function storageContract(name: string, medium: StorageMedium): void {
  const use = async (work: (storage: Storage) => Promise<void>): Promise<void> => {
    const { storage, end } = await medium.fresh()
    try {
      await work(await withText(storage))
    } finally {
      await end()
    }
  }
  const refusalOf = async (write: Promise<unknown>): Promise<string> => {
    try {
      await write
    } catch (error) {
      if (error instanceof Refused) return error.id
      throw error
    }
    return 'nothing refused'
  }

  describe(`${name}: drafts`, () => {
    test('[ST3] updates come back in the order they were appended, whatever the groups', () =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 5 }), { maxLength: 6 }), (groups) =>
          use(async ({ drafts }) => {
            for (const group of groups) await drafts.append(group.map((update) => append(0, { update })))
            expect(await drafts.load('t1')).toEqual([bytes(0), ...groups.flat()])
          }),
        ),
        { numRuns: 12 },
      ))

    test('[ST2] [ST3] one bad entry keeps the whole group out, client ids included', () =>
      use(async ({ drafts }) => {
        const bad = append(2, { textId: 'no-such-text' })
        expect(await refusalOf(drafts.append([append(1, { newClients: [7] }), bad, append(3)]))).toBe('storage-failed')
        expect(await drafts.load('t1')).toEqual([bytes(0)])
        expect(await drafts.clients('t1')).toEqual(new Map())
        await drafts.append([append(4)])
        expect(await drafts.load('t1')).toEqual([bytes(0), bytes(4)])
      }))

    test('an unknown text has no updates and no clients', () =>
      use(async ({ drafts }) => {
        expect(await drafts.load('nowhere')).toEqual([])
        expect(await drafts.clients('nowhere')).toEqual(new Map())
      }))

    test('client ids stay with the member who used them first, up to the largest', () =>
      use(async ({ drafts }) => {
        await drafts.append([append(1, { newClients: [1, 4_294_967_295] }), append(2, { memberId: 'm2', newClients: [3] })])
        expect(await drafts.clients('t1')).toEqual(new Map([[1, 'm1'], [4_294_967_295, 'm1'], [3, 'm2']]))
        expect(await refusalOf(drafts.append([append(3, { memberId: 'm2', newClients: [1] })]))).toBe('storage-failed')
      }))

    test('[ST7] a snapshot stands for the first updates and before the later ones', () =>
      use(async ({ drafts, texts }) => {
        await texts.create(textOf('t2'), bytes(100))
        await drafts.append([append(1), append(50, { textId: 't2' }), append(2), append(3)])
        await drafts.compact({ textId: 't1', snapshot: bytes(9, 9), through: 3, merge: keepAll })
        expect(await drafts.load('t1')).toEqual([bytes(9, 9), bytes(3)])
        expect(await drafts.load('t2')).toEqual([bytes(100), bytes(50)])
        await drafts.append([append(4)])
        await drafts.compact({ textId: 't1', snapshot: bytes(8), through: 2, merge: keepAll })
        expect(await drafts.load('t1')).toEqual([bytes(8), bytes(4)])
      }))

    test('the log tells who wrote what, in whose name and when; the seed is nobody\'s', () =>
      use(async ({ drafts }) => {
        const bo = { memberId: 'm2', name: 'Bo', delegation: 'Norway', at: '2026-03-02T10:00:02.000Z' }
        await drafts.append([append(1), append(2, bo)])
        const log = await drafts.log('t1')
        const nobody = { memberId: null, name: null, delegation: null }
        const seqs = log.map(({ seq }) => seq)
        expect(seqs).toEqual(seqs.toSorted((one, other) => one - other))
        expect(log).toEqual([
          { seq: seqs[0], update: bytes(0), ...nobody, at: textOf('t1').createdAt },
          { seq: seqs[1], update: bytes(1), ...ANA, at: '2026-03-02T10:00:01.000Z' },
          { seq: seqs[2], update: bytes(2), ...bo },
        ])
        expect(await drafts.log('nowhere')).toEqual([])
      }))

    test('[ST13] the log keeps what a snapshot stands for; each row is offered for merging once, with the snapshot over it', () =>
      use(async ({ drafts, texts }) => {
        await texts.create(textOf('t2'), bytes(100))
        await drafts.append([append(1), append(50, { textId: 't2' }), append(2), append(3)])
        const offered: number[][] = []
        const mergeLastTwo = (rows: readonly DraftLogRow[]): readonly DraftLogRow[] => {
          offered.push(rows.map(({ update }) => update[0] ?? -1))
          const [one, other] = rows.slice(-2)
          if (one === undefined || other === undefined) return rows
          return [...rows.slice(0, -2), { ...one, update: Uint8Array.from([...one.update, ...other.update]), at: other.at }]
        }
        await drafts.compact({ textId: 't1', snapshot: bytes(9), through: 3, merge: mergeLastTwo })
        await drafts.append([append(4)])
        await drafts.compact({ textId: 't1', snapshot: bytes(8), through: 2, merge: mergeLastTwo })
        expect(offered).toEqual([[0, 1, 2], [3]])
        expect((await drafts.log('t1')).map(({ update }) => update)).toEqual([bytes(0), bytes(1, 2), bytes(3), bytes(4)])
        expect(await drafts.load('t1')).toEqual([bytes(8), bytes(4)])
        expect((await drafts.log('t2')).map(({ update }) => update)).toEqual([bytes(100), bytes(50)])
      }))

    test('[ST13] a merge that fails, or names a row of its own, leaves log and snapshot as they were', () =>
      use(async ({ drafts }) => {
        await drafts.append([append(1), append(2)])
        const before = await drafts.log('t1')
        const invent = (rows: readonly DraftLogRow[]): readonly DraftLogRow[] => rows.map((row) => ({ ...row, seq: row.seq + 1_000 }))
        const fail = (): readonly DraftLogRow[] => {
          throw new Error('no update')
        }
        for (const merge of [invent, fail])
          expect(await refusalOf(drafts.compact({ textId: 't1', snapshot: bytes(9), through: 2, merge }))).toBe('storage-failed')
        expect(await drafts.log('t1')).toEqual(before)
        expect(await drafts.load('t1')).toEqual([bytes(0), bytes(1), bytes(2)])
      }))

    test('[ST7] a snapshot of more than there is stands for nothing', () =>
      use(async ({ drafts }) => {
        expect(await refusalOf(drafts.compact({ textId: 't1', snapshot: bytes(9), through: 2, merge: keepAll }))).toBe('storage-failed')
        expect(await drafts.load('t1')).toEqual([bytes(0)])
      }))
  })

  describe(`${name}: people`, () => {
    test('[ST4] one use, twenty who ask at once: one gets it', () =>
      use(async ({ invitations }) => {
        await invitations.add(invitationOf('i1', { uses: 3, usesLeft: 3 }))
        const spent = await Promise.all(Array.from({ length: 20 }, () => invitations.spend('i1', '2026-03-03T00:00:00.000Z')))
        expect(spent.filter(Boolean)).toHaveLength(3)
        await invitations.restore('i1')
        expect((await invitations.get('i1'))?.usesLeft).toBe(1)
      }))

    test('[ST4] nothing is spent after the end or the revocation, and restoring never gives more than there was', () =>
      use(async ({ invitations }) => {
        await invitations.add(invitationOf('i1'))
        await invitations.restore('i1')
        expect((await invitations.byHash('hash-i1'))?.usesLeft).toBe(1)
        expect(await invitations.spend('i1', '2026-04-01T00:00:00.000Z')).toBe(false)
        await invitations.revoke('i1', '2026-03-04T00:00:00.000Z')
        expect(await invitations.spend('i1', '2026-03-05T00:00:00.000Z')).toBe(false)
        expect(await invitations.spend('nowhere', '2026-03-05T00:00:00.000Z')).toBe(false)
        expect(await invitations.ofNegotiation('n1')).toEqual([invitationOf('i1', { revokedAt: '2026-03-04T00:00:00.000Z' })])
      }))

    test('a member comes back as added, changes, and is no longer listed once gone', () =>
      use(async ({ members }) => {
        await members.add(memberOf('m1'))
        await members.add(memberOf('m2', { userId: 'user-m1', role: 'chair' }))
        expect(await members.get('m1')).toEqual(memberOf('m1'))
        await members.change('m1', { role: 'reader', delegation: 'Observer' })
        await members.end('m2', '2026-03-09T00:00:00.000Z')
        const changed = memberOf('m1', { role: 'reader', delegation: 'Observer' })
        expect(await members.ofNegotiation('n1')).toEqual([changed])
        expect(await members.ofUser('user-m1')).toEqual([changed])
        expect((await members.get('m2'))?.leftAt).toBe('2026-03-09T00:00:00.000Z')
      }))
  })

  describe(`${name}: negotiations and texts`, () => {
    test('chapters are replaced as a whole, in order', () =>
      use(async ({ negotiations }) => {
        const general = { id: 'general', title: 'General provisions', dueOn: '2026-05-01' }
        const final = { id: 'final', title: 'Final provisions', dueOn: null }
        await negotiations.replaceChapters('n1', [final, general])
        await negotiations.replaceChapters('n1', [general, final])
        expect(await negotiations.chapters('n1')).toEqual([general, final])
        expect(await negotiations.count()).toBe(1)
        expect(await negotiations.get('n2')).toBeNull()
      }))

    test('[ST5] a text whose seed cannot be kept is not made', () =>
      use(async ({ texts, drafts }) => {
        expect(await refusalOf(texts.create(textOf('t1'), bytes(1)))).toBe('storage-failed')
        expect(await refusalOf(texts.create(textOf('t3', { negotiationId: 'nowhere' }), bytes(1)))).toBe('storage-failed')
        expect(await texts.get('t3')).toBeNull()
        expect(await drafts.load('t1')).toEqual([bytes(0)])
        expect(await drafts.load('t3')).toEqual([])
      }))

    test('a text is described and touched, and comes back as it stands', () =>
      use(async ({ texts }) => {
        await texts.describe('t1', { title: 'Draft', submitter: 'Chair', receivedOn: '2026-03-05', chapterIds: [] })
        await texts.touch('t1', { changedAt: '2026-03-06T00:00:00.000Z', articles: 3, clauses: 12, title: 'Draft convention' })
        const now = { submitter: 'Chair', receivedOn: '2026-03-05', chapterIds: [], changedAt: '2026-03-06T00:00:00.000Z' }
        expect(await texts.ofNegotiation('n1')).toEqual([textOf('t1', { ...now, title: 'Draft convention', articles: 3, clauses: 12 })])
      }))

    test('[ST8] a symbol is borne once in a negotiation; versions without one are free', () =>
      use(async ({ texts }) => {
        await texts.create(textOf('t2'), bytes(1))
        await texts.addVersion(versionOf('v1', { symbol: 'A/AC.1/L.1' }))
        await texts.addVersion(versionOf('v2', { ordinal: 2 }))
        const again = versionOf('v3', { textId: 't2', symbol: 'A/AC.1/L.1' })
        expect(await refusalOf(texts.addVersion(again))).toBe('symbol-taken')
        expect((await texts.versions('t1')).map(({ id }) => id)).toEqual(['v1', 'v2'])
        expect(await texts.versions('t2')).toEqual([])
      }))

    test('numbering runs until it is held, and again when it is not', () =>
      use(async ({ texts }) => {
        expect(await texts.held('t1')).toBeNull()
        const hold = { symbol: 'A/AC.1/L.1', entries: [{ id: clauseId, kind: 'article' as const, depth: 0, number: '4 bis' }] }
        await texts.setHeld('t1', hold)
        expect(await texts.held('t1')).toEqual(hold)
        await texts.setHeld('t1', null)
        expect(await texts.held('t1')).toBeNull()
        expect(await texts.held('nowhere')).toBeNull()
      }))

    test('[ST21] a text is frozen once and let go once, and keeps the first reason', () =>
      use(async ({ texts }) => {
        const freeze = (reason: string) => texts.setFrozen('t1', { reason, by: 'Ines', delegation: 'Chair', at: '2026-03-02T10:00:00.000Z' })
        expect((await texts.get('t1'))?.frozen).toBeNull()
        expect(await Promise.all([freeze('first reading'), freeze('second reading')])).toEqual([true, false])
        expect((await texts.get('t1'))?.frozen).toEqual({ reason: 'first reading', by: 'Ines', delegation: 'Chair', at: '2026-03-02T10:00:00.000Z' })
        expect(await Promise.all([texts.setFrozen('t1', null), texts.setFrozen('t1', null)])).toEqual([true, false])
        expect((await texts.get('t1'))?.frozen).toBeNull()
        expect(await texts.setFrozen('nowhere', null)).toBe(false)
      }))
  })

  describe(`${name}: records`, () => {
    test('[ST11] a wording stays what it was under its hash', () =>
      use(async ({ contents }) => {
        const hold = { symbol: 'A/AC.1/L.1', entries: [{ id: clauseId, kind: 'article' as const, depth: 0, number: '4' }] }
        await contents.put('h1', { text: wording('first'), held: hold })
        await contents.put('h1', { text: wording('second'), held: null })
        expect(await contents.get('h1')).toEqual({ text: wording('first'), held: hold })
        expect(await contents.get('h2')).toBeNull()
      }))

    test('a pinned comparison comes back as pinned, and so does a matrix, its texts in their order', () =>
      use(async ({ contents }) => {
        const base = { textId: 't1', versionId: 'v1', pinnedAt: '2026-03-02T10:00:00.000Z', contentHash: 'h1' }
        const row = { id: 'k1', negotiationId: 'n1', base, revised: { ...base, versionId: null }, createdBy: 'm1', createdAt: base.pinnedAt }
        await contents.addComparison(row)
        expect(await contents.comparison('k1')).toEqual(row)
        expect(await contents.comparison('k2')).toBeNull()
        const matrix = { id: 'x1', negotiationId: 'n1', texts: [row.revised, base, row.revised], createdBy: 'm1', createdAt: base.pinnedAt }
        await contents.addMatrix(matrix)
        expect([await contents.matrix('x1'), await contents.matrix('x2')]).toEqual([matrix, null])
      }))

    test('[ST6] threads keep their statements in order, and are open or closed by the last word on it', () =>
      use(async ({ threads, texts }) => {
        await texts.create(textOf('t2'), bytes(1))
        await threads.open(threadOf('th1'), eventOf('e1', 'said'))
        await threads.open(threadOf('th2', 't2'), eventOf('e2', 'said', 'th2'))
        const counts = async (): Promise<object> => Object.fromEntries(await threads.openCounts(['t1', 't2', 't3']))
        expect(await counts()).toEqual({ t1: 1, t2: 1, t3: 0 })
        await threads.append(eventOf('e3', 'resolved'))
        await threads.append(eventOf('e4', 'said'))
        expect(await counts()).toEqual({ t1: 0, t2: 1, t3: 0 })
        await threads.append(eventOf('e5', 'reopened'))
        expect(await counts()).toEqual({ t1: 1, t2: 1, t3: 0 })
        const [only] = await threads.ofText('t1')
        expect(only?.row).toEqual(threadOf('th1'))
        expect(only?.events.map(({ id }) => id)).toEqual(['e1', 'e3', 'e4', 'e5'])
      }))

    test('[ST2] a thread whose first statement is refused is not opened', () =>
      use(async ({ threads }) => {
        await threads.open(threadOf('th1'), eventOf('e1', 'said'))
        expect(await refusalOf(threads.open(threadOf('th2'), eventOf('e1', 'said', 'th2')))).toBe('storage-failed')
        expect(await threads.get('th2')).toBeNull()
      }))

    test('the journal answers its latest entries first', () =>
      use(async ({ journal }) => {
        const entry = { negotiationId: 'n1', at: '2026-03-02T10:00:00.000Z', memberId: 'm1', name: 'Ana', delegation: 'Portugal', textId: null, digest: null }
        for (const subject of ['one', 'two', 'three']) await journal.append({ ...entry, act: 'text-brought-in', subject })
        expect((await journal.latest('n1', 2)).map(({ subject }) => subject)).toEqual(['three', 'two'])
      }))

    test('[ST1] the probe resolves while a write would', () => use(({ probe }) => expect(probe()).resolves.toBeUndefined()))
  })
}
