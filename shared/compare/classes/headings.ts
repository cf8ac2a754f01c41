import { isDivision } from '#shared/clauses/index.ts'
import { groundsOf } from './grounds.ts'
import { spoken, type Hunk } from './hunk.ts'
import type { Reader } from './reader.ts'
import type { ClassSides } from './sides.ts'
import { excused, type Aspect, type Verdict } from './types.ts'

/** What a heading may say otherwise: how wide its rules reach and what they mean they say themselves. */
const SAID_BY_RULES: ReadonlySet<Aspect> = new Set(['scope', 'definition'])

/** A heading in other words over clauses that stay (CC17). Not where it names another body, number, power, condition or safeguard. */
export function byHeading(hunk: Hunk, isHeading: () => boolean, reader: Reader): Verdict | null {
  if (!groundsOf(hunk, reader).every(({ aspect }) => SAID_BY_RULES.has(aspect)) || !isHeading()) return null
  return excused('heading', spoken(hunk))
}

/** Whether clause `base` and clause `revised` are headings, and of the clauses directly below each more than half are below both. */
export function isOverKept({ base, revised }: ClassSides, was: number, is: number): boolean {
  const [from, to] = [base.clauses[was], revised.clauses[is]]
  if (from === undefined || to === undefined || !isDivision(from.kind) || !isDivision(to.kind)) return false
  const [below, belowRevised] = [childrenOf(base, was), childrenOf(revised, is)]
  const kept = below.filter((index) => revised.parents[base.partner[index] ?? -1] === is).length
  return kept > 0 && kept * 2 > Math.max(below.length, belowRevised.length)
}

/** Provisions stand in a row behind the heading that they belong to. */
function childrenOf({ clauses, parents }: ClassSides['base'], index: number): readonly number[] {
  const found: number[] = []
  const depth = parents[index] ?? -1
  for (let at = index + 1; at < clauses.length; at++) {
    const parent = parents[at] ?? -1
    if (parent === index) found.push(at)
    else if (parent <= depth) break
  }
  return found
}
