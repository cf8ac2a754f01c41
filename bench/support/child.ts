import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Runs a script of this folder in a process of its own; resolves with the last line it printed, or null when `withinMs` was not enough. */
export function lastLineOf(script: string, args: readonly string[], withinMs: number): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let last = ''
    let isLate = false
    const deadline = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, withinMs)
    createInterface({ input: child.stdout }).on('line', (line) => {
      last = line
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(deadline)
      if (isLate) resolve(null)
      else if (code === 0) resolve(last)
      else reject(new Error(`${script} ended with ${code}`))
    })
  })
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
