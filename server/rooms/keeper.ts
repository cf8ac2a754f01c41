import { Refused, unreachable } from '#shared/kernel/index.ts'
import { CLOSE } from '#shared/protocol/index.ts'
import { nextStep, PACE } from './decide.ts'
import { mergeRows } from './merge-rows.ts'
import type { RoomPorts } from './ports.ts'
import type { Room } from './room.ts'

/**
 * Carries out one room's next steps (RM5): asks the pure decision whenever the room stirs, and again when it said to.
 * `unloaded` is called once, in the same turn in which the room ends, for whatever reason.
 */
export class Keeper {
  readonly #textId: string
  readonly #ports: RoomPorts
  readonly #unloaded: () => void
  #room: Room | null = null
  #busy = false
  #closing = false
  #toldAt: number
  #foldNotBefore = 0
  #cancel: (() => void) | null = null
  #finish: () => void = () => undefined
  readonly #finished: Promise<void>

  constructor({ textId, ports, unloaded }: Readonly<{ textId: string; ports: RoomPorts; unloaded(): void }>) {
    this.#textId = textId
    this.#ports = ports
    this.#unloaded = unloaded
    this.#toldAt = ports.now()
    this.#finished = new Promise((resolve) => {
      this.#finish = resolve
    })
  }

  /** Begins to keep `room`. */
  keep(room: Room): void {
    this.#room = room
    this.stir()
  }

  /** Unloads the room, without lingering, as soon as it is empty, stored and told; resolves then. */
  async close(): Promise<void> {
    this.#closing = true
    this.stir()
    await this.#finished
  }

  stir(): void {
    const room = this.#room
    this.#cancel?.()
    this.#cancel = null
    if (room === null) return
    if (room.ended) return this.#stop()
    const now = this.#ports.now()
    const step = nextStep({
      ...room.facts(),
      now,
      closing: this.#closing,
      busy: this.#busy,
      toldAt: this.#toldAt,
      foldNotBefore: this.#foldNotBefore,
    })
    switch (step.do) {
      case 'wait':
        if (step.until !== null) this.#cancel = this.#ports.after(Math.max(0, step.until - now), () => this.stir())
        return
      case 'tell':
        return this.#carryOut(() => this.#tell(room))
      case 'fold':
        return this.#carryOut(() => this.#fold(room))
      case 'unload':
        return room.end(CLOSE['shutting-down']) // it stirs as it ends
      default:
        return unreachable(step)
    }
  }

  #stop(): void {
    this.#room = null
    this.#unloaded()
    this.#finish()
  }

  #carryOut(step: () => Promise<void>): void {
    this.#busy = true
    void step().finally(() => {
      this.#busy = false
      this.stir()
    })
  }

  async #tell(room: Room): Promise<void> {
    this.#toldAt = this.#ports.now()
    const writers = room.takeWriters()
    try {
      await this.#ports.onChanged(this.#textId, await room.read(), writers)
    } catch (error) {
      if (!room.ended) this.#ports.log.error({ textId: this.#textId, err: error }, 'New wording could not be told')
    }
  }

  async #fold(room: Room): Promise<void> {
    try {
      const { snapshot, rows, bytes } = await room.snapshot()
      await this.#ports.drafts.compact({ textId: this.#textId, snapshot, through: 1 + rows, merge: mergeRows })
      room.folded({ rows, bytes })
    } catch (error) {
      this.#foldNotBefore = this.#ports.now() + PACE.foldRetryMs
      const refusal = error instanceof Refused ? error.id : 'internal'
      if (!room.ended) this.#ports.log.warn({ textId: this.#textId, refusal, err: error }, 'A long log could not be folded; it is kept as it is')
    }
  }
}
