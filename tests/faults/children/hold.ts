// Opens the folder given and holds it until killed. Prints "held", or why not, and ends then.
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { Refused } from '#shared/kernel/index.ts'

const [dataDir = ''] = process.argv.slice(2)
try {
  await openSqlite(dataDir)
  process.stdout.write('held\n')
  process.stdin.resume()
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.stdout.write(`${error instanceof Refused ? `${error.id}: ${error.detail}` : String(error)}\n`)
}
