import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startChild } from './child.ts'
import { tempFolder } from './folder.ts'

const NO_STRACE = 'Skipped: strace is not installed or may not trace here, so the flushes of a commit are not counted.'
const canTrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0

/** Flushes of the write-ahead log between the marks that the child writes around its groups. */
function flushesBetweenMarks(trace: string): number[] {
  const counts: number[] = []
  let counting = false
  for (const line of trace.split('\n')) {
    if (line.includes('MARK begin')) {
      counting = true
      counts.push(0)
    } else if (line.includes('MARK end')) counting = false
    else if (counting && /\b(fsync|fdatasync)\(\d+(?!.*unfinished)|\b(fsync|fdatasync)\(\d+ <unfinished/.test(line)) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1
  }
  return counts
}

test('[RM14] [ST3] one flush to the disk for each group, however many updates and rooms are in it', async ({ skip }) => {
  if (!canTrace) {
    console.warn(NO_STRACE)
    skip(NO_STRACE)
    return
  }
  const folder = tempFolder()
  const traceFile = join(folder, 'trace')
  const under = ['strace', '-f', '-e', 'trace=fsync,fdatasync,write', '-e', 'signal=none', '-s', '64', '-o', traceFile]
  const child = startChild({ script: 'groups.ts', args: [join(folder, 'data')], under })
  const sizes = JSON.parse(await child.line()) as number[]
  await child.exit()
  expect(sizes.length).toBeGreaterThan(5)
  expect(Math.max(...sizes)).toBeGreaterThan(20)
  expect(flushesBetweenMarks(readFileSync(traceFile, 'utf8'))).toEqual(sizes.map(() => 1))
})
