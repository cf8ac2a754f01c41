import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { percentile } from '../report.ts'
import { tallyField } from './ledger.ts'
import type { LoadRequest } from './load.ts'
import type { RunningServer } from './servers.ts'

const heardField = tallyField.extend({ generatorCpu: z.number() })
type Heard = z.infer<typeof heardField>

/**
 * What one round gave; latencies in milliseconds (Infinity when that share never came), processor time in per cent of one core:
 * the server's, and that of the busiest process of the crowd.
 */
export type Round = Readonly<{ p50: number; p99: number; share: number; storedP50: number | null; storedP99: number | null; cpu: number; generatorCpu: number }>

/** `processes`: over how many the crowd is spread, evenly. */
export type RoundOptions = Omit<LoadRequest, 'server' | 'url'> & Readonly<{ processes: number }>

/** Loads the room of `server` once. Rejects when the load did not come to an end in time. */
export async function roundAt(server: RunningServer, { processes, ...whole }: RoundOptions): Promise<Round> {
  const { sockets, writers, probes, perSecond } = whole
  const part = { sockets: sockets / processes, writers: writers / processes, probes: probes / processes, perSecond: perSecond / processes }
  const request: LoadRequest = { ...whole, ...part, server: server.name, url: server.url }
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['--expose-gc', '--import', 'tsx', 'bench/crowd/load.ts', JSON.stringify(request)], { stdio: ['pipe', 'pipe', 'inherit'] }),
  )
  const kill = (): void => {
    for (const child of children) child.kill('SIGKILL')
  }
  const deadline = setTimeout(kill, whole.forMs + 60_000)
  const mark = async () => ({ cpuMs: (await server.usage()).cpuMs, at: performance.now() })
  const said = { ready: 0, begin: 0, end: 0 }
  const marks: ReturnType<typeof mark>[] = []
  /** The server is measured while all of the crowd writes. */
  const onWord = (word: keyof typeof said): void => {
    said[word]++
    if (word === 'ready' && said.ready === processes) for (const { stdin } of children) stdin.write('go\n')
    if ((word === 'begin' && said.begin === processes) || (word === 'end' && said.end === 1)) marks.push(mark())
    for (const each of marks) each.catch(kill) // a server too busy to answer will not get better by more of the load
  }
  try {
    const heard = await Promise.all(children.map((child) => heardBy(child, onWord)))
    const [begin, end] = await Promise.all(marks)
    if (begin === undefined || end === undefined) throw new Error('the crowd did not write')
    return { ...summed(heard), cpu: (100 * (end.cpuMs - begin.cpuMs)) / (end.at - begin.at) }
  } catch (error) {
    kill()
    throw new Error(`the load on ${server.name} at ${perSecond} a second did not come to an end`, { cause: error })
  } finally {
    clearTimeout(deadline)
  }
}

function heardBy(child: ChildProcess, onWord: (word: 'ready' | 'begin' | 'end') => void): Promise<Heard> {
  return new Promise((resolve, reject) => {
    let last = ''
    if (child.stdout === null) return reject(new Error('the crowd has no output'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = line
      if (line === 'ready' || line === 'begin' || line === 'end') onWord(line)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`it ended with ${code}`))
      try {
        resolve(heardField.parse(JSON.parse(last)))
      } catch (error) {
        reject(error)
      }
    })
  })
}

/** What never came counts as late without end. */
function summed(parts: readonly Heard[]): Omit<Round, 'cpu'> {
  const heardMs = parts.flatMap((part) => part.heardMs)
  const storedMs = parts.flatMap((part) => part.storedMs)
  const due = parts.reduce((sum, part) => sum + part.due, 0)
  const all = [...heardMs, ...Array.from({ length: Math.max(0, due - heardMs.length) }, () => Infinity)]
  const stored = (share: number): number | null => (storedMs.length === 0 ? null : percentile(storedMs, share))
  return {
    p50: percentile(all, 0.5),
    p99: percentile(all, 0.99),
    share: heardMs.length / due,
    storedP50: stored(0.5),
    storedP99: stored(0.99),
    generatorCpu: Math.max(...parts.map(({ generatorCpu }) => generatorCpu)),
  }
}
