const STORES = ['updates', 'notes', 'aside', 'state'] as const
export type StoreName = (typeof STORES)[number]

/** What a transaction is done with: one request, answered. Nothing but requests may be awaited inside a transaction. */
export type Within = Readonly<{
  get: (store: StoreName, key: IDBValidKey) => Promise<unknown>
  keys: (store: StoreName) => Promise<readonly IDBValidKey[]>
  entries: (store: StoreName, range: IDBKeyRange | null) => Promise<readonly Readonly<{ key: IDBValidKey; value: unknown }>[]>
  put: (store: StoreName, key: IDBValidKey, value: unknown) => Promise<unknown>
  delete: (store: StoreName, range: IDBKeyRange | IDBValidKey) => Promise<unknown>
}>

/** One database of this browser. */
export type Database = Readonly<{
  /** Runs `act` in one transaction, all or nothing, in turn with those of other pages; rejects when it did not come about. */
  transact: <Result>(mode: IDBTransactionMode, act: (within: Within) => Promise<Result>) => Promise<Result>
  close: () => void
}>

/** Whether this browser has no database called `name` yet; false also where it does not say. Much quicker than to make one. */
export async function lacksDatabase(name: string): Promise<boolean> {
  try {
    return !(await indexedDB.databases()).some((known) => known.name === name)
  } catch {
    return false // it is opened, and what it holds is read
  }
}

/** Opens the database called `name`. Rejects where the browser keeps nothing (some private windows, storage switched off). */
export async function openDatabase(name: string): Promise<Database> {
  const opening = indexedDB.open(name, 1)
  opening.addEventListener('upgradeneeded', () => {
    for (const store of STORES) opening.result.createObjectStore(store)
  })
  const database = await answered(opening)
  // Another page wants it changed or gone: holding on to it would leave that page waiting for ever.
  database.addEventListener('versionchange', () => database.close())
  return {
    transact: (mode, act) => transact(database.transaction([...STORES], mode), act),
    close: () => database.close(),
  }
}

async function transact<Result>(transaction: IDBTransaction, act: (within: Within) => Promise<Result>): Promise<Result> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new DOMException('The transaction was given up', 'AbortError')))
  })
  const store = (name: StoreName) => transaction.objectStore(name)
  const [done, kept] = await Promise.allSettled([
    act({
      get: (name, key) => answered(store(name).get(key)),
      keys: (name) => answered(store(name).getAllKeys()),
      entries: (name, range) => entriesOf(store(name), range),
      put: (name, key, value) => answered(store(name).put(value, key)),
      delete: (name, range) => answered(store(name).delete(range)),
    }).catch((failure: unknown) => {
      giveUp(transaction)
      throw failure
    }),
    ended,
  ])
  if (done.status === 'rejected') throw done.reason
  if (kept.status === 'rejected') throw kept.reason
  return done.value
}

function giveUp(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    return // it has ended already, by the very failure that brings us here
  }
}

async function entriesOf(store: IDBObjectStore, range: IDBKeyRange | null) {
  const [keys, values] = await Promise.all([answered(store.getAllKeys(range)), answered<unknown[]>(store.getAll(range))])
  return keys.map((key, index) => ({ key, value: values[index] }))
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new DOMException('The request failed', 'UnknownError')))
  })
