import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { storageContract } from './storage.contract.ts'

storageContract('SQLite', {
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
})
