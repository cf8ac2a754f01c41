import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from './folder.ts'

const succeeds = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

/** Makes `folder` a mount of its own that can only be read; false where that is not allowed. */
export function mountReadOnly(folder: string): boolean {
  if (!succeeds('mount', '--bind', folder, folder)) return false
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return succeeds('mount', '-o', 'remount,ro,bind', folder)
}

/** A folder on a disk image of its own. */
export type Image = Readonly<{
  dataDir: string
  /** What a fault of the disk does to a file system: it can be read, and takes no write any more, from no open file either. */
  fail(): void
  /** Takes the disk out, repairs it, and puts it in again, for writing. */
  repair(): void
}>

/** Mounts a new ext4 image; null where that is not allowed. An orderly `remount,ro` is refused by the system while a file is open for writing. */
export function diskImage(): Image | null {
  const folder = tempFolder()
  const [image, mountPoint] = [join(folder, 'image'), join(folder, 'disk')]
  mkdirSync(mountPoint)
  const mount = (): boolean => succeeds('mount', '-o', 'loop', image, mountPoint)
  const isMade = succeeds('truncate', '-s', '24M', image) && succeeds('mkfs.ext4', '-q', '-F', image) && mount()
  if (!isMade) return null
  onTestFinished(() => void spawnSync('umount', ['-l', mountPoint]))
  const must = (done: boolean, what: string): void => {
    if (!done) throw new Error(`The image could not be ${what}`)
  }
  return {
    dataDir: join(mountPoint, 'data'),
    fail: () => must(succeeds('mount', '-o', 'remount,abort', mountPoint), 'made to fail'),
    repair() {
      must(succeeds('umount', mountPoint), 'taken out')
      spawnSync('fsck.ext4', ['-p', image]) // its exit code says that it repaired something
      must(mount(), 'put in again')
    },
  }
}

export const NO_IMAGE = 'Skipped: no disk image can be mounted here (it takes root and a loop device), so a disk that becomes read-only is not tried.'
export const NO_BIND = 'Skipped: nothing can be mounted here (it takes root), so a data folder on a read-only mount is not tried.'
