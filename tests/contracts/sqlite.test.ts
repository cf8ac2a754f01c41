import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { comparisonsContract } from './comparisons.contract.ts'
import { dismissalsContract } from './dismissals.contract.ts'
import { journalContract } from './journal.contract.ts'
import { storageContract, type StorageMedium } from './storage.contract.ts'

const sqlite: StorageMedium = {
  async fresh() {
    const dataDir = mkdtempSync(join(tmpdir(), 'travaux-contract-'))
    const { storage } = await openSqlite(dataDir)
    return {
      storage,
      async end() {
        await storage.close()
        rmSync(dataDir, { recursive: true })
      },
    }
  },
}

storageContract('SQLite', sqlite)
journalContract('SQLite', sqlite)
comparisonsContract('SQLite', sqlite)
dismissalsContract('SQLite', sqlite)
