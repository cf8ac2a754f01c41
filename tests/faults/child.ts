import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A real process of this project, told what to do by its arguments and heard by its lines. */
export type Child = Readonly<{
  process: ChildProcess
  /** The next line it prints; rejects with what it wrote to stderr when it ends without one. */
  line(): Promise<string>
  /** Kills it as a power cut would, and resolves when it is gone. */
  kill(): Promise<void>
  /** Resolves with its exit code when it ends by itself. */
  exit(): Promise<number | null>
}>

type Start = Readonly<{ script: string; args: readonly string[]; under?: readonly string[]; uid?: number; node?: readonly string[] }>

/** Starts `tests/faults/children/<script>`; `under` puts a command such as strace before it, `node` are options of Node itself. */
export function startChild({ script, args, under = [], uid, node = [] }: Start): Child {
  const file = new URL(`./children/${script}`, import.meta.url).pathname
  const [command = '', ...rest] = [...under, process.execPath, ...node, '--import', 'tsx', file, ...args]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'pipe'], ...(uid === undefined ? {} : { uid }) })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const gone = once(child, 'exit')
  return {
    process: child,
    async line() {
      const { value, done } = await lines.next()
      if (done === true) throw new Error(`The child said nothing more. ${complaint}`)
      return value
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async exit() {
      await gone
      return child.exitCode
    },
  }
}
