import {
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import { invariant } from '#shared/kernel/index.ts'
import type { Connection } from './connection.ts'
import { asRefusal } from './faults.ts'

/**
 * A Kysely dialect on the same connection as the storage, for the identity library's tables. It holds the write gate while
 * Kysely holds its connection, so its transactions and ours never mix: a write to `Storage` from inside an
 * identity transaction (a database hook, say) would wait for itself, and must come after it.
 */
export function dialectOn(connection: Connection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => gatedDriver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

function gatedDriver(connection: Connection): Driver {
  const { database, gate } = connection
  const driver = new SqliteDriver({ database: { prepare: (sql) => adaptStatement(connection, sql), close: () => undefined } })
  let leave: (() => void) | null = null
  return {
    init: () => driver.init(),
    async acquireConnection() {
      const out = await gate.enter()
      const inner = await driver.acquireConnection()
      leave = out
      return withFaults(inner, connection.dataDir)
    },
    beginTransaction: async () => {
      database.exec('BEGIN IMMEDIATE')
    },
    commitTransaction: async () => {
      database.exec('COMMIT')
    },
    rollbackTransaction: async () => {
      if (database.inTransaction) database.exec('ROLLBACK')
    },
    async releaseConnection() {
      invariant(leave !== null, 'a connection is released once')
      const out = leave
      leave = null
      await driver.releaseConnection()
      out()
    },
    destroy: async () => undefined, // the storage closes the database
  }
}

function adaptStatement({ database }: Connection, sql: string): {
  readonly reader: boolean
  all(parameters: readonly unknown[]): unknown[]
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint }
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>
} {
  const statement = database.prepare(sql)
  return {
    reader: statement.reader,
    all: (parameters) => statement.all([...parameters]),
    run: (parameters) => statement.run([...parameters]),
    iterate: (parameters) => statement.iterate([...parameters]),
  }
}

const withFaults = (inner: DatabaseConnection, dataDir: string): DatabaseConnection => ({
  async executeQuery<Result>(query: CompiledQuery): Promise<QueryResult<Result>> {
    try {
      return await inner.executeQuery<Result>(query)
    } catch (error) {
      throw asRefusal(error, dataDir)
    }
  },
  streamQuery: <Result>(query: CompiledQuery, chunkSize?: number) => inner.streamQuery<Result>(query, chunkSize),
})
