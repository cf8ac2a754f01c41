import { Refused } from '#shared/kernel/index.ts'
import type { DraftStore } from '#server/storage/port.ts'

/** A real draft store that a test can make full, or slow: a held append ends when it is let go. */
export class Disk {
  readonly drafts: DraftStore
  isFull = false
  isHeld = false
  /** The process behind it has died: what it still wants to write never gets there. */
  isDead = false
  groups: number[] = []
  #held: (() => void)[] = []

  constructor(store: DraftStore) {
    this.drafts = {
      load: store.load,
      log: store.log,
      clients: store.clients,
      append: async (group) => {
        if (this.isDead) await new Promise<never>(() => undefined)
        if (this.isHeld) await new Promise<void>((resolve) => this.#held.push(resolve))
        if (this.isDead) await new Promise<never>(() => undefined)
        if (this.isFull) throw new Refused('storage-full')
        this.groups.push(group.length)
        await store.append(group)
      },
      compact: async (fold) => {
        if (this.isDead) await new Promise<never>(() => undefined)
        if (this.isFull) throw new Refused('storage-full')
        await store.compact(fold)
      },
    }
  }

  async probe(): Promise<void> {
    if (this.isFull) throw new Refused('storage-full')
    await Promise.resolve()
  }

  letGo(): void {
    this.isHeld = false
    for (const go of this.#held.splice(0)) go()
  }
}
