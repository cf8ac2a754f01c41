import { randomBytes } from 'node:crypto'
import { chmod, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '#shared/kernel/index.ts'

const FILE = 'secret'

/**
 * The key that signs session cookies, kept in the data folder and readable by its owner alone; made when there is none.
 * Throws `Refused('storage-failed')` when it can be neither read nor made.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE)
  try {
    const kept = await readFile(path, 'utf8').catch(absent)
    if (kept !== null && kept.trim() !== '') {
      await chmod(path, 0o600)
      return kept.trim()
    }
    return await makeSecret(path)
  } catch (error) {
    throw new Refused('storage-failed', `The secret in ${path} can be neither read nor made (${reasonOf(error)}). Give this user the right to read and write it.`)
  }
}

async function makeSecret(path: string): Promise<string> {
  const secret = randomBytes(48).toString('base64url')
  const file = await open(path, 'w', 0o600)
  try {
    await file.chmod(0o600)
    await file.writeFile(`${secret}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  return secret
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
