import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { end } from '../support/child.ts'

/** The servers that are measured, ours first. */
export const SERVERS = ['travaux', 'y-websocket', 'hocuspocus'] as const
export type ServerName = (typeof SERVERS)[number]

/** What a process has used: milliseconds of processor time since its start, bytes now. */
export type Usage = z.infer<typeof usageField>
const usageField = z.object({ cpuMs: z.number(), heapBytes: z.number(), rssBytes: z.number() })

/** A server in a process of its own. `url`: its one room, for `travaux` with the schema in the query. */
export type RunningServer = Readonly<{ name: ServerName; url: string; usage(collect?: boolean): Promise<Usage>; close(): Promise<void> }>

const START_WITHIN_MS = 60_000
const ANSWER_WITHIN_MS = 20_000

const command: Readonly<Record<ServerName, (folder: string) => readonly string[]>> = {
  travaux: (folder) => ['--import', 'tsx', 'bench/crowd/serve.ts', folder],
  'y-websocket': () => ['bench/peer/websocket-server.mjs'],
  hocuspocus: (folder) => ['bench/peer/hocuspocus.mjs', join(folder, 'hocuspocus.sqlite')],
}

/** Starts `name` on a free port with its data in `folder`; `more` is for its script. */
export async function startServer(name: ServerName, folder: string, more: readonly string[] = []): Promise<RunningServer> {
  // The same Node and the same flags for all three; NODE_ENV as it would be in use.
  const args = ['--expose-gc', '--import', './bench/crowd/meter.mjs', ...command[name](folder), ...more]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, NODE_ENV: 'production' } })
  const within = <Result>(ms: number, what: string, start: (resolve: (result: Result) => void) => void): Promise<Result> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${name} ${what} within ${ms / 1_000} s`)), ms)
      const gone = (code: number | null): void => reject(new Error(`${name} ended with ${code}`))
      child.once('exit', gone)
      start((result) => {
        clearTimeout(late)
        child.off('exit', gone)
        resolve(result)
      })
    })
  try {
    const line = await within<string>(START_WITHIN_MS, 'did not start', (resolve) => {
      if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', resolve)
    })
    return {
      name,
      url: name === 'travaux' ? line : `ws://127.0.0.1:${line}`,
      async usage(collect = false) {
        const answer = await within<unknown>(ANSWER_WITHIN_MS, 'did not say what it uses', (resolve) => {
          child.once('message', resolve)
          child.send(collect ? 'gc' : 'now')
        })
        return usageField.parse(answer)
      },
      close: () => end(child),
    }
  } catch (error) {
    await end(child)
    throw error
  }
}
