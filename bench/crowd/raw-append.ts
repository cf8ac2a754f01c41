import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Appends of 2 kB with a flush each, per second, over `forMs`: what this disk can do, to read commit figures against. */
export function rawAppendsPerSecond(folder: string, forMs: number): number {
  const file = openSync(join(folder, 'baseline'), 'a')
  const block = new Uint8Array(2_048).fill(7)
  const began = performance.now()
  let appends = 0
  while (performance.now() - began < forMs) {
    writeSync(file, block)
    fdatasyncSync(file)
    appends++
  }
  const seconds = (performance.now() - began) / 1_000
  closeSync(file)
  return appends / seconds
}
