// Opens the folder given, makes a text unless there is one, and appends for ever; prints the number of each update once acknowledged.
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { textOf, withText } from '../../contracts/storage-rows.ts'
import { numbered } from './numbered.ts'

const [dataDir = ''] = process.argv.slice(2)
const { storage } = await openSqlite(dataDir)
if ((await storage.texts.get(textOf('t1').id)) === null) await withText(storage)
let next = (await storage.drafts.load('t1')).length
for (;;) {
  await storage.drafts.append([{ textId: 't1', update: numbered(next), memberId: 'm1', at: '2026-03-02T10:00:00.000Z', newClients: [] }])
  process.stdout.write(`${next}\n`)
  next++
}
