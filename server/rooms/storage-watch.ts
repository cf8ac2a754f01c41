import { Refused } from '#shared/kernel/index.ts'
import type { After } from './ports.ts'

/** Whether the storage is known to fail just now (RM15). */
export type StorageWatch = Readonly<{
  /** Why a write would fail, as last seen; null when nothing is known against one. */
  trouble(): Refused | null
  /** A write has failed. */
  failed(refusal: Refused): void
  end(): void
}>

/** How often a failing storage is asked whether it has recovered, in milliseconds. */
const ASK_AGAIN_MS = 2_000

/** Watches a storage that `probe` asks: from a failed write on until a probe succeeds. */
export function watchStorage({ probe, after }: Readonly<{ probe(): Promise<void>; after: After }>): StorageWatch {
  let trouble: Refused | null = null
  let cancel: (() => void) | null = null

  const ask = async (): Promise<void> => {
    try {
      await probe()
      trouble = null
    } catch (error) {
      trouble = error instanceof Refused ? error : new Refused('storage-failed', String(error))
      askLater()
    }
  }
  const askLater = (): void => {
    cancel = after(ASK_AGAIN_MS, () => {
      cancel = null
      void ask()
    })
  }

  return {
    trouble: () => trouble,
    failed(refusal) {
      trouble = refusal
      if (cancel === null) askLater()
    },
    end: () => cancel?.(),
  }
}
