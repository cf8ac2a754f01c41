// `npm start`: installs what is missing, builds what has changed, starts Travaux and prints its link.
import { spawn } from 'node:child_process'
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs'

checkNode()
await ensureInstalled()
await ensureBuilt()

const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // Ctrl-C reaches the server through the terminal as well; being told twice does it no harm.
  process.on(signal, () => server.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
}
server.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1))
