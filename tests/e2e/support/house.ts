import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A Travaux process of its own: real server, real SQLite, a data folder that is thrown away at the end. */
export type House = Readonly<{
  url: string
  /** The one-time link that the first start printed. */
  setupLink: string
  /** Everything the server wrote so far, a line each. */
  output: () => readonly string[]
  /** Ends the process as a power cut would: SIGKILL, nothing said. */
  kill: () => Promise<void>
  /** Starts it again on the same folder and port. */
  restart: () => Promise<void>
  close: () => Promise<void>
}>

const STARTS_WITHIN_MS = 60_000

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/**
 * Opens a house on a free port of 127.0.0.1, on a new data folder or on `folder`; rejects with the server's output when it
 * does not come up.
 */
export async function openHouse(folder: string | null = null): Promise<House> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'travaux-e2e-')))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const lines: string[] = []
  let child: ChildProcess | null = null
  let setupLink = ''

  const start = async () => {
    const env = { ...process.env, TRAVAUX_HOST: '127.0.0.1', TRAVAUX_PORT: String(port), TRAVAUX_DATA: data, NODE_ENV: 'production' }
    const started = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = started
    for (const stream of [started.stdout, started.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        setupLink = /http:\/\/\S+\/setup#[\w-]+/.exec(line)?.[0] ?? setupLink
      })
    }
    await isUp(url, started, lines)
  }
  const kill = async () => {
    const running = child
    if (running === null || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGKILL')
    await ended
  }

  await start()
  return {
    url,
    get setupLink() {
      return setupLink
    },
    output: () => lines,
    kill,
    restart: start,
    close: async () => {
      await kill()
      if (folder === null) await rm(data, { recursive: true, force: true })
    },
  }
}

/** Asks `/healthz` until it answers 200; gives up when the process ends or takes too long. */
async function isUp(url: string, process: ChildProcess, lines: readonly string[]): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS
  while (Date.now() < until) {
    if (process.exitCode !== null) break
    const answer = await fetch(`${url}/healthz`).catch(() => null) // not listening yet
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server did not come up:\n${lines.join('\n')}`)
}
