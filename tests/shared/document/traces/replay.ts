import type { ConcurrentTrace, SequentialTrace } from './trace.ts'
import { emptyDraft, Typist } from './typist.ts'

/** What everybody shows and what is read from each draft, at the end: one text when all is well. */
export type Ending = Readonly<{ texts: ReadonlySet<string>; patches: number }>

const endingOf = (typists: readonly Typist[], patches: number): Ending => ({ texts: new Set(typists.flatMap((typist) => [typist.shown(), typist.read()])), patches })

/** Types `trace` into one editor; a second follows by what the first sends, `batch` patches at a time. */
export function replaySequential(trace: SequentialTrace, batch: number): Ending {
  const start = emptyDraft()
  const [typist, follower] = [new Typist(0, start), new Typist(1, start)]
  trace.patches.forEach((patch, index) => {
    typist.type(patch)
    if ((index + 1) % batch === 0) follow(typist, follower)
  })
  follow(typist, follower)
  return endingOf([typist, follower], trace.patches.length)
}

function follow(typist: Typist, follower: Typist): void {
  const update = typist.take()
  if (update) follower.hear(update)
}

/** Who has seen which acts. */
class Seen {
  readonly #acts = new Set<number>()
  readonly #parents: readonly (readonly number[])[]

  constructor(parents: readonly (readonly number[])[]) {
    this.#parents = parents
  }

  note(act: number): void {
    this.#acts.add(act)
  }

  /** The acts at and behind `parents` that were not seen, in their order; they are seen now. */
  missing(parents: readonly number[]): readonly number[] {
    const found: number[] = []
    const pending = [...parents]
    for (let act = pending.pop(); act !== undefined; act = pending.pop()) {
      if (this.#acts.has(act)) continue
      this.#acts.add(act)
      found.push(act)
      pending.push(...(this.#parents[act] ?? []))
    }
    return found.toSorted((a, b) => a - b)
  }
}

/**
 * Types `trace` into an editor for each of its agents. Before each act its agent hears exactly what the act's parents knew, so
 * that its patches mean what they meant when they were recorded; in the end everybody hears everything.
 */
export function replayConcurrent({ agents, acts }: ConcurrentTrace): Ending {
  const start = emptyDraft()
  const parents = acts.map((act) => act.parents)
  const desks = Array.from({ length: agents }, (_, seat) => ({ typist: new Typist(seat, start), seen: new Seen(parents) }))
  const updates: (Uint8Array | null)[] = []
  let patches = 0
  acts.forEach((act, index) => {
    const desk = desks[act.agent]
    if (!desk) throw new Error(`no agent ${act.agent}`)
    for (const missing of desk.seen.missing(act.parents)) hear(desk.typist, updates[missing])
    for (const patch of act.patches) desk.typist.type(patch)
    patches += act.patches.length
    updates.push(desk.typist.take())
    desk.seen.note(index)
  })
  for (const { typist, seen } of desks) for (const missing of seen.missing(acts.map((_, index) => index))) hear(typist, updates[missing])
  return endingOf(desks.map(({ typist }) => typist), patches)
}

function hear(typist: Typist, update: Uint8Array | null | undefined): void {
  if (update) typist.hear(update)
}
