import type { RefusalId } from '#shared/kernel/index.ts'
import type { Standing } from '#shared/document/index.ts'
import { lacksDatabase, openDatabase, type Database, type Within } from './database.ts'

/** Whose copy of which text. */
export type TextKey = Readonly<{ memberId: string; textId: string }>

/** What one page of a text has yet to send. `serial` differs whenever it was written anew. */
export type Note = Readonly<{ writer: string; serial: string; unsent: number; title: string; at: string }>

/** Words that the server did not take. `state`: the whole draft as it stood, in Yjs's bytes; null where the text may no longer be read. */
export type Aside = Readonly<{
  id: string
  at: string
  because: RefusalId
  title: string
  unsent: number
  state: Uint8Array | null
  /** What was typed since the server last had everything, without its place. */
  words: string
}>

/**
 * A copy as it is read: `base` is how the text stood when a page that has yet to send lost its line; `epoch` changes when the
 * copy is emptied, after which it must be written whole again.
 */
export type Copy = Readonly<{ updates: readonly Uint8Array[]; notes: readonly Note[]; base: Standing | null; epoch: number; generation: number }>

/** One text of which something is kept. */
export type KeptText = TextKey & Readonly<{ title: string; unsent: number; asides: readonly Aside[] }>

/** What one page writes: an update, what it has yet to send, what it set out from; null leaves each as it is. */
export type Writing = Readonly<{ update: Uint8Array | null; note: Note | null; base: Standing | null; writer: string; epoch: number; generation: number }>

/** The copy was emptied by another page: write it whole, under this epoch. */
export class Emptied extends Error {
  readonly epoch: number
  constructor(epoch: number) {
    super('The copy was emptied')
    this.epoch = epoch
  }
}

/** The person has signed out, or had everything forgotten: this page keeps nothing any more. */
export class Forgotten extends Error {
  constructor() {
    super('This page may keep nothing any more')
  }
}

/** What this browser keeps for one account. Every method rejects when the browser does not do it (no storage, no space). */
export type Kept = Readonly<{
  read: (key: TextKey) => Promise<Copy>
  /** Writes in one step. Rejects with `Emptied` or `Forgotten`, having written nothing. */
  write: (key: TextKey, writing: Writing) => Promise<void>
  /** Replaces the updates of a text by what `merge` makes of them. */
  trim: (key: TextKey, merge: (updates: Uint8Array[]) => Uint8Array) => Promise<void>
  /** Removes those of `notes` that stand as they were read. */
  settle: (key: TextKey, notes: readonly Note[]) => Promise<void>
  /** Keeps refused words under another name and empties the copy, in one step. */
  setAside: (key: TextKey, aside: Aside) => Promise<void>
  asides: (key: TextKey) => Promise<readonly Aside[]>
  dropAside: (key: TextKey, asideId: string) => Promise<void>
  /** All texts of which something is kept. */
  list: () => Promise<readonly KeptText[]>
  /** Forgets the copies of one text, refused words excepted. */
  forgetText: (key: TextKey) => Promise<void>
  /** Forgets everything but what `keep` says, and lets no open page write any more. */
  forget: (keep: (text: KeptText) => boolean) => Promise<void>
  close: () => void
}>

/** Everything below `parts`. */
const below = (...parts: readonly string[]): IDBKeyRange => IDBKeyRange.bound([...parts], [...parts, []])
const GENERATION = ['generation']
const epochKey = ({ memberId, textId }: TextKey): IDBValidKey => ['epoch', memberId, textId]
const numberAt = async ({ get }: Within, key: IDBValidKey): Promise<number> => Number((await get('state', key)) ?? 0)

const databaseOf = (accountId: string): string => `travaux/${accountId}`

/** Whether this browser has never kept anything for account `accountId`; false where that is not known for certain. */
export const keptNothingYet = (accountId: string): Promise<boolean> => lacksDatabase(databaseOf(accountId))

/** Opens what this browser keeps for account `accountId`; no other account's is in it. */
export async function openKept(accountId: string): Promise<Kept> {
  return keptIn(await openDatabase(databaseOf(accountId)))
}

function keptIn({ transact, close }: Database): Kept {
  let drawn = 0
  const empty = async (within: Within, key: TextKey): Promise<void> => {
    await within.delete('updates', below(key.memberId, key.textId))
    await within.delete('notes', below(key.memberId, key.textId))
    await within.delete('state', below('base', key.memberId, key.textId))
    await within.put('state', epochKey(key), (await numberAt(within, epochKey(key))) + 1)
  }
  const sent = async (within: Within, { memberId, textId }: TextKey, writer: string): Promise<void> => {
    await within.delete('notes', [memberId, textId, writer])
    await within.delete('state', ['base', memberId, textId, writer])
  }
  const values = async <T>({ entries }: Within, store: 'updates' | 'notes' | 'aside', { memberId, textId }: TextKey): Promise<T[]> =>
    (await entries(store, below(memberId, textId))).map(({ value }) => value as T) // written by `write` and `setAside` alone

  return {
    read: (key) =>
      transact('readonly', async (within) => ({
        updates: await values<Uint8Array>(within, 'updates', key),
        notes: await values<Note>(within, 'notes', key),
        base: ((await within.entries('state', below('base', key.memberId, key.textId)))[0]?.value as Standing | undefined) ?? null,
        epoch: await numberAt(within, epochKey(key)),
        generation: await numberAt(within, GENERATION),
      })),
    write: (key, { update, note, base, writer, epoch, generation }) =>
      transact('readwrite', async (within) => {
        if ((await numberAt(within, GENERATION)) !== generation) throw new Forgotten()
        const now = await numberAt(within, epochKey(key))
        if (now !== epoch) throw new Emptied(now)
        const { memberId, textId } = key
        if (update !== null) await within.put('updates', [memberId, textId, writer, ++drawn], update)
        if (base !== null) await within.put('state', ['base', memberId, textId, writer], base)
        if (note?.unsent === 0) await sent(within, key, writer)
        else if (note) await within.put('notes', [memberId, textId, writer], note)
      }),
    trim: (key, merge) =>
      transact('readwrite', async (within) => {
        const { memberId, textId } = key
        const updates = await values<Uint8Array>(within, 'updates', key)
        if (updates.length < 2) return
        await within.delete('updates', below(memberId, textId))
        await within.put('updates', [memberId, textId, '', 0], merge(updates))
      }),
    settle: (key, notes) =>
      transact('readwrite', async (within) => {
        for (const { writer, serial } of notes) {
          const standing = (await within.get('notes', [key.memberId, key.textId, writer])) as Note | undefined
          if (standing?.serial === serial) await sent(within, key, writer)
        }
      }),
    setAside: (key, aside) =>
      transact('readwrite', async (within) => {
        await within.put('aside', [key.memberId, key.textId, aside.id], aside)
        await empty(within, key)
      }),
    asides: (key) => transact('readonly', (within) => values<Aside>(within, 'aside', key)),
    dropAside: async ({ memberId, textId }, asideId) => {
      await transact('readwrite', (within) => within.delete('aside', [memberId, textId, asideId]))
    },
    list: () => transact('readonly', listed),
    forgetText: (key) => transact('readwrite', (within) => empty(within, key)),
    forget: (keep) =>
      transact('readwrite', async (within) => {
        for (const text of (await listed(within)).filter((each) => !keep(each))) {
          await empty(within, text)
          await within.delete('aside', below(text.memberId, text.textId))
        }
        await within.put('state', GENERATION, (await numberAt(within, GENERATION)) + 1)
      }),
    close,
  }
}

async function listed({ keys, entries }: Within): Promise<readonly KeptText[]> {
  const texts = new Map<string, KeptText>()
  const add = (key: IDBValidKey, change: (text: KeptText) => KeptText): void => {
    const [memberId, textId] = Array.isArray(key) ? key.map(String) : []
    if (memberId === undefined || textId === undefined) return
    const name = `${memberId}/${textId}`
    texts.set(name, change(texts.get(name) ?? { memberId, textId, title: '', unsent: 0, asides: [] }))
  }
  for (const key of await keys('updates')) add(key, (text) => text)
  for (const { key, value } of await entries('notes', null)) {
    const { unsent, title } = value as Note
    add(key, (text) => ({ ...text, title, unsent: text.unsent + unsent }))
  }
  for (const { key, value } of await entries('aside', null)) {
    const aside = value as Aside
    add(key, (text) => ({ ...text, title: aside.title, asides: [...text.asides, aside] }))
  }
  return [...texts.values()]
}
