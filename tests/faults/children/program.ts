// Runs the whole program on the folder given until told to stop. Prints its port and first link as JSON, and "stopped" when all is stored;
// on SIGUSR2 a line of JSON with what memory it takes, in bytes.
import { startTravaux } from '#server/program.ts'
import { reportMemory } from './memory.ts'

const [dataDir = ''] = process.argv.slice(2)
const travaux = await startTravaux({ host: '127.0.0.1', port: 0, dataDir, secret: null, publicUrl: null }, { writeLog: () => undefined })
process.once('SIGTERM', () => {
  void travaux.close().then(() => process.stdout.write('stopped\n'))
})
reportMemory()
process.stdout.write(`${JSON.stringify({ port: travaux.port, setupLink: travaux.setupLink })}\n`)
