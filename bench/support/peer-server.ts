import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { end } from './child.ts'

/** Starts @y/websocket-server in a process of its own, in memory, on a free port. */
export async function openPeerServer(): Promise<Readonly<{ url: string; close(): Promise<void> }>> {
  const child = spawn(process.execPath, ['bench/peer/websocket-server.mjs'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the peer's server ended with ${code}`)))
    createInterface({ input: child.stdout }).once('line', resolve)
  })
  return { url: `ws://127.0.0.1:${port}`, close: () => end(child) }
}
