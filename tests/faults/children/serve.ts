// Serves live drafts from the folder given until told to stop; prints the address, and "stopped" when all is stored; on SIGUSR2 its memory.
import { startHarbour } from '../../server/ws/harbour.ts'
import { reportMemory } from './memory.ts'

const [dataDir = ''] = process.argv.slice(2)
const harbour = await startHarbour(dataDir)
process.once('SIGTERM', () => {
  void harbour.close().then(() => process.stdout.write('stopped\n'))
})
reportMemory()
process.stdout.write(`${harbour.url}\n`)
