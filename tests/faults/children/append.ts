// Opens the folder given, makes a text unless there is one, and appends for ever, folding now and then; prints the number of
// each update once acknowledged.
import { openSqlite } from '#server/storage/sqlite/index.ts'
import { ANA, textOf, withText } from '../../contracts/storage-rows.ts'
import { numbered } from './numbered.ts'

const [dataDir = ''] = process.argv.slice(2)
const { storage } = await openSqlite(dataDir)
if ((await storage.texts.get(textOf('t1').id)) === null) await withText(storage)
let next = (await storage.drafts.log('t1')).length
for (;;) {
  await storage.drafts.append([{ textId: 't1', update: numbered(next), ...ANA, at: '2026-03-02T10:00:00.000Z', newClients: [] }])
  process.stdout.write(`${next}\n`)
  // A snapshot says here through which update it stands; it follows every tenth.
  if (next % 10 === 0)
    await storage.drafts.compact({ textId: 't1', snapshot: numbered(next), through: (await storage.drafts.load('t1')).length, merge: (rows) => rows })
  next++
}
