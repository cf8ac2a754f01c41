import { invariant } from '#shared/kernel/index.ts'
import type { Reason } from './types.ts'

export const FREE = -1

/** Two clauses by index. */
export type Couple = readonly [base: number, revised: number]

/** Which clause answers which, by index: at most one partner for each clause of either side (AL1). */
export class Pairing {
  readonly #revisedOf: Int32Array
  readonly #baseOf: Int32Array
  readonly #grounds = new Map<number, Readonly<{ confidence: number; reason: Reason }>>()

  readonly #apart: ReadonlySet<string>

  /** `apart`: clauses that are not to be taken for each other. */
  constructor(baseCount: number, revisedCount: number, apart: readonly Couple[] = []) {
    this.#apart = new Set(apart.map(String))
    this.#revisedOf = new Int32Array(baseCount).fill(FREE)
    this.#baseOf = new Int32Array(revisedCount).fill(FREE)
  }

  /** The partner of a base clause, or `FREE`. */
  revisedOf(base: number): number {
    return this.#revisedOf[base] ?? FREE
  }

  baseOf(revised: number): number {
    return this.#baseOf[revised] ?? FREE
  }

  /** Whether neither has a partner yet, and nobody said that they are not the same (AL24). */
  bothFree(base: number, revised: number): boolean {
    return this.revisedOf(base) === FREE && this.baseOf(revised) === FREE && !(this.#apart.size > 0 && this.#apart.has(`${base},${revised}`))
  }

  match(base: number, revised: number, grounds: Readonly<{ confidence: number; reason: Reason }>): void {
    invariant(this.bothFree(base, revised), 'a clause is matched once')
    this.#revisedOf[base] = revised
    this.#baseOf[revised] = base
    this.#grounds.set(base, { confidence: rounded(grounds.confidence), reason: roundedShare(grounds.reason) })
  }

  groundsOf(base: number): Readonly<{ confidence: number; reason: Reason }> | null {
    return this.#grounds.get(base) ?? null
  }

  /** The same pairs with the sides swapped. */
  mirrored(): Pairing {
    const mirror = new Pairing(this.#baseOf.length, this.#revisedOf.length)
    for (const [base, revised] of this.#revisedOf.entries()) {
      const grounds = this.#grounds.get(base)
      if (revised !== FREE && grounds !== undefined) mirror.match(revised, base, grounds)
    }
    return mirror
  }
}

/** Thousandths say enough, and keep the result small. */
export const rounded = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000

const roundedShare = (reason: Reason): Reason =>
  'share' in reason ? { ...reason, share: rounded(reason.share) } : reason
