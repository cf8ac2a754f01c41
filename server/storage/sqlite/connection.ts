import Database from 'libsql'
import { invariant } from '#shared/kernel/index.ts'
import { asRefusal } from './faults.ts'
import { openGate, type Gate } from './gate.ts'

export type Row = Readonly<Record<string, unknown>>
export type Value = string | number | null | Uint8Array

/**
 * The one connection to `travaux.db`. Reads run at once; each write is one immediate transaction behind the gate, durable
 * when its promise resolves. Faults come out as `Refused('storage-full' | 'storage-failed')`, with nothing written.
 */
export type Connection = Readonly<{
  database: Database.Database
  gate: Gate
  dataDir: string
  all(sql: string, ...values: Value[]): readonly Row[]
  get(sql: string, ...values: Value[]): Row | null
  /** Runs one writing statement inside a `write`; returns how many rows it changed. */
  run(sql: string, ...values: Value[]): number
  write<Result>(work: () => Result): Promise<Result>
}>

/** Opens `file` in `dataDir` for one process: write-ahead log, every commit flushed to the disk, references checked. */
export function connect(dataDir: string, file: string): Connection {
  const database = new Database(file)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec('PRAGMA synchronous = FULL')
  database.exec('PRAGMA foreign_keys = ON')
  return connectionOn(database, dataDir)
}

/** The connection that `database` is, over the folder `dataDir`. */
export function connectionOn(database: Database.Database, dataDir: string): Connection {
  const gate = openGate()
  const statements = new Map<string, Database.Statement>()

  const statement = (sql: string): Database.Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const reading = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw asRefusal(error, dataDir)
    }
  }

  return {
    database,
    gate,
    dataDir,
    all: (sql, ...values) => reading(() => statement(sql).all(values).map(asRow)),
    get: (sql, ...values) =>
      reading(() => {
        const row = statement(sql).get(values)
        return row === undefined ? null : asRow(row)
      }),
    run: (sql, ...values) => statement(sql).run(values).changes,
    async write(work) {
      const leave = await gate.enter()
      try {
        return inTransaction(database, work)
      } catch (error) {
        throw asRefusal(error, dataDir)
      } finally {
        leave()
      }
    },
  }
}

export function asRow(raw: unknown): Row {
  invariant(typeof raw === 'object' && raw !== null, 'a row is an object')
  return raw as Row
}

/** A connection whose writes wait, and the one commit that makes them all. */
export type Gathering = Readonly<{ inside: Connection; commit(): Promise<void> }>

/** Gathers writes on `db` for one commit. Reads go through; a write after the commit has begun throws. */
export function gather(db: Connection): Gathering {
  type Waiting = Readonly<{ work(): unknown; done(result: unknown): void; failed(error: unknown): void }>
  const waiting: Waiting[] = []
  let isOver = false
  const write = <Result>(work: () => Result): Promise<Result> => {
    invariant(!isOver, 'what belongs to one commit is asked for before it begins')
    return new Promise<Result>((resolve, failed) => {
      waiting.push({ work, done: (result) => resolve(result as Result), failed })
    })
  }
  return {
    inside: { ...db, write },
    async commit() {
      isOver = true
      try {
        const results = await db.write(() => waiting.map(({ work }) => work()))
        for (const [at, { done }] of waiting.entries()) done(results[at])
      } catch (error) {
        for (const { failed } of waiting) failed(error)
      }
    },
  }
}

/** Runs `work` in one transaction that is rolled back when `work` or the commit throws. */
export function inTransaction<Result>(database: Database.Database, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // A full disk makes SQLite roll back by itself, and a second rollback would hide the first fault.
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}
