import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { LoadRequest } from './load.ts'
import type { RunningServer } from './servers.ts'

const heardField = z.object({
  p50: z.number().nullable(),
  p99: z.number().nullable(),
  share: z.number(),
  storedP50: z.number().nullable(),
  storedP99: z.number().nullable(),
  generatorCpu: z.number(),
})

/** What one round gave; latencies in milliseconds (Infinity when that share never came), processor time in per cent of one core. */
export type Round = Readonly<{ p50: number; p99: number; share: number; storedP50: number | null; storedP99: number | null; cpu: number; generatorCpu: number }>

export type RoundOptions = Omit<LoadRequest, 'server' | 'url'>

/** Loads the room of `server` once. Rejects when the load did not come to an end in time. */
export function roundAt(server: RunningServer, options: RoundOptions): Promise<Round> {
  const request: LoadRequest = { ...options, server: server.name, url: server.url }
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', 'bench/crowd/load.ts', JSON.stringify(request)], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => child.kill('SIGKILL'), options.forMs + 60_000)
    const marks: Promise<Readonly<{ cpuMs: number; at: number }>>[] = []
    const mark = async () => ({ cpuMs: (await server.usage()).cpuMs, at: performance.now() })
    let last = ''
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = line
      if (line !== 'begin' && line !== 'end') return
      const marked = mark()
      marked.catch((error: unknown) => {
        child.kill('SIGKILL') // a server too busy to answer will not get better by more of the load
        reject(error)
      })
      marks.push(marked)
    })
    const finish = async (code: number | null): Promise<Round> => {
      const [begin, end] = await Promise.all(marks)
      if (code !== 0 || begin === undefined || end === undefined) throw new Error(`the load on ${server.name} at ${options.perSecond} a second ended with ${code}`)
      const heard = heardField.parse(JSON.parse(last))
      return { ...heard, p50: heard.p50 ?? Infinity, p99: heard.p99 ?? Infinity, cpu: (100 * (end.cpuMs - begin.cpuMs)) / (end.at - begin.at) }
    }
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(deadline)
      finish(code).then(resolve, reject)
    })
  })
}
