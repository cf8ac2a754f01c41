import * as Y from 'yjs'
import type { Roots } from './roots.ts'
import type { UndoState } from './sync-types.ts'
import { undoMayDelete } from './yjs-internals.ts'

const NOTHING: UndoState = { canUndo: false, canRedo: false }

/** Undo of one's own acts in a draft (DC2): what `origin` wrote, grouped into acts. */
export class OwnUndo {
  readonly #roots: Roots
  readonly #origin: object
  readonly #pauseMs: number
  readonly #listeners = new Set<() => void>()
  #yjs: Y.UndoManager | null = null
  #state = NOTHING

  constructor({ roots, origin, pauseMs }: Readonly<{ roots: Roots; origin: object; pauseMs: number }>) {
    this.#roots = roots
    this.#origin = origin
    this.#pauseMs = pauseMs
  }

  /** Begins to note acts; nothing when it does so already. */
  start(): void {
    if (this.#yjs) return
    const { body, moves, clauses } = this.#roots
    this.#yjs = new Y.UndoManager([body, moves, clauses], {
      captureTimeout: this.#pauseMs,
      trackedOrigins: new Set([this.#origin]),
      deleteFilter: (item) => undoMayDelete(item, { body, clauses }),
    })
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) this.#yjs.on(event, () => this.#look())
  }

  stop(): void {
    this.#yjs?.destroy()
    this.#yjs = null
    this.#look()
  }

  /** What follows is an act of its own. */
  newAct(): void {
    this.#yjs?.stopCapturing()
  }

  isOwn(origin: unknown): boolean {
    return this.#yjs !== null && origin === this.#yjs
  }

  undo(): boolean {
    return (this.#yjs?.undo() ?? null) !== null
  }

  redo(): boolean {
    return (this.#yjs?.redo() ?? null) !== null
  }

  state(): UndoState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #look(): void {
    const next = { canUndo: this.#yjs?.canUndo() ?? false, canRedo: this.#yjs?.canRedo() ?? false }
    if (next.canUndo === this.#state.canUndo && next.canRedo === this.#state.canRedo) return
    this.#state = next
    for (const listener of this.#listeners) listener()
  }
}
