import * as Y from 'yjs'
import { retakeFlags, flagChanges, type FlagChange } from './reflag.ts'
import { Restorations, type Stretch } from './restored.ts'
import type { Roots } from '../yjs/roots.ts'
import { restoredBehind, undoMayDelete } from '../yjs/yjs-internals.ts'

/** What can be undone and redone of one's own work; the same object until it changes. */
export type UndoState = Readonly<{ canUndo: boolean; canRedo: boolean }>

const NOTHING: UndoState = { canUndo: false, canRedo: false }
const FLAGS = 'flags'

type Act = Y.UndoManager['undoStack'][number]
type Way = 'undo' | 'redo'

const flagsOf = ({ meta }: Act): readonly FlagChange[] => (meta.get(FLAGS) ?? []) as readonly FlagChange[]

/** Undo of one's own acts in a draft (DC2): what `origin` wrote, grouped into acts. */
export class OwnUndo {
  readonly #roots: Roots
  readonly #doc: Y.Doc
  readonly #origin: object
  readonly #pauseMs: number
  readonly #listeners = new Set<() => void>()
  #yjs: Y.UndoManager | null = null
  #state = NOTHING

  constructor({ doc, roots, origin, pauseMs }: Readonly<{ doc: Y.Doc; roots: Roots; origin: object; pauseMs: number }>) {
    this.#doc = doc
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
    for (const event of ['stack-item-added', 'stack-item-updated'] as const) {
      this.#yjs.on(event, ({ stackItem, changedParentTypes }) => {
        const events = [...changedParentTypes].find(([type]) => Object.is(type, clauses))?.[1] ?? []
        if (events.length > 0) stackItem.meta.set(FLAGS, [...flagsOf(stackItem), ...flagChanges(events, clauses)])
        this.#look()
      })
    }
    this.#yjs.on('stack-cleared', () => this.#look())
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

  /** Takes back the last act, and no other, as one transaction; false when there was none. */
  undo(): boolean {
    return this.#turn('undo')
  }

  /** Does again what was undone last; false when there was none. */
  redo(): boolean {
    return this.#turn('redo')
  }

  #turn(way: Way): boolean {
    const yjs = this.#yjs
    const act = way === 'undo' ? yjs?.undoStack.at(-1) : yjs?.redoStack.at(-1)
    if (!yjs || !act) return false
    const mode = way === 'undo' ? 'undoing' : 'redoing'
    this.#doc.transact(() => {
      const since = Y.getState(this.#doc.store, this.#doc.clientID)
      const restorations = new Restorations(this.#doc)
      if (!restorations.isEmpty) followTwins(act, restorations)
      turnOnly(yjs, act, way)
      retakeFlags(flagsOf(act), act.insertions)
      restorations.note(restoredBehind(this.#doc, this.#roots.body, { ranges: stretchesOf(act.deletions), since }))
      yjs[mode] = true // Yjs has just cleared it, but looks at it once more when this transaction ends
    }, yjs)
    yjs[mode] = false
    this.#look()
    return true
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

/** What the act wrote goes wherever it stands; what it deleted comes back once, where it stands nowhere (DC15). */
function followTwins(act: Act, restorations: Restorations): void {
  const deleted = restorations.eachOnce(stretchesOf(act.deletions))
  const standing = deleted.flatMap((stretch) => restorations.standingElsewhere(stretch))
  const others = stretchesOf(act.insertions).flatMap((stretch) => restorations.twinsOf(stretch).map(({ twin }) => twin))
  act.deletions = without(setOf(deleted), setOf(standing))
  act.insertions = Y.mergeDeleteSets([act.insertions, setOf(others)])
}

/**
 * Lets Yjs turn `act` alone: where it finds nothing to do it would go on with the act before. Those beneath wait in the
 * other stack, where Yjs still looks for one's own deletions.
 */
function turnOnly(yjs: Y.UndoManager, act: Act, way: Way): void {
  const { undoStack, redoStack } = yjs
  const beneath = (way === 'undo' ? undoStack : redoStack).slice(0, -1)
  if (way === 'undo') {
    yjs.undoStack = [act]
    yjs.redoStack = [...beneath, ...redoStack]
  } else {
    yjs.redoStack = [act]
    yjs.undoStack = [...beneath, ...undoStack]
  }
  try {
    yjs[way]()
  } finally {
    yjs.undoStack = way === 'undo' ? beneath : undoStack
    yjs.redoStack = way === 'undo' ? redoStack : beneath
  }
}

type Ranges = Act['deletions']

const stretchesOf = ({ clients }: Ranges): readonly Stretch[] =>
  [...clients].flatMap(([client, ranges]) => ranges.map(({ clock, len }) => ({ client, clock, length: len })))

function setOf(stretches: readonly Stretch[]): Ranges {
  const set = Y.createDeleteSet()
  for (const { client, clock, length } of stretches) {
    const known = set.clients.get(client)
    if (known) known.push({ clock, len: length })
    else set.clients.set(client, [{ clock, len: length }])
  }
  return Y.mergeDeleteSets([set])
}

/** `ranges` without what is in `gone`; both are in order. */
function without(ranges: Ranges, gone: Ranges): Ranges {
  const left: Stretch[] = []
  for (const [client, list] of ranges.clients) {
    const cuts = gone.clients.get(client) ?? []
    let next = 0
    for (const { clock, len } of list) {
      let from = clock
      while (next < cuts.length && ends(cuts[next]) <= clock) next++
      for (let at = next; at < cuts.length; at++) {
        const cut = cuts[at]
        if (!cut || cut.clock >= clock + len) break
        if (cut.clock > from) left.push({ client, clock: from, length: cut.clock - from })
        from = Math.max(from, ends(cut))
      }
      if (from < clock + len) left.push({ client, clock: from, length: clock + len - from })
    }
  }
  return setOf(left)
}

const ends = (range: Readonly<{ clock: number; len: number }> | undefined): number => (range ? range.clock + range.len : Infinity)
