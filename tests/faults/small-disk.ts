import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from './folder.ts'

/** A folder on a disk of its own that can be filled to the last byte and freed again. */
export type SmallDisk = Readonly<{ dataDir: string; fill(): void; free(): void; grow(sizeMiB: number): void }>

/** Mounts a file system of `sizeMiB` in memory for one test; null where that is not allowed. */
export function smallDisk(sizeMiB: number): SmallDisk | null {
  const dataDir = tempFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMiB}m`, 'tmpfs', dataDir])
  if (mounted.status !== 0) return null
  onTestFinished(() => void spawnSync('umount', ['-l', dataDir]))
  const ballast = join(dataDir, 'ballast')
  return {
    dataDir,
    fill() {
      const file = openSync(ballast, 'w')
      const { bavail, bsize } = statfsSync(dataDir)
      writeSync(file, Buffer.alloc(bavail * bsize, 1))
      fsyncSync(file)
      closeSync(file)
    },
    free: () => rmSync(ballast),
    grow: (sizeMiB) => void spawnSync('mount', ['-o', `remount,size=${sizeMiB}m`, dataDir]),
  }
}

/** Says aloud why a test is skipped. */
export const NO_MOUNT = 'Skipped: no file system can be mounted here (it takes root). The page limit of SQLite stands in for it elsewhere.'
