import { performance } from 'node:perf_hooks'
import { classesOf, Classifier, classifyLabel, compareTexts, hunksIn, type Classified, type Hunk, type Verdict } from '../../shared/compare/index.ts'
import { labelsOf, type ClauseText } from '../../shared/clauses/index.ts'
import type { ResolvedChange, Side } from './sample.ts'
import { PAIRS, textOf } from './texts.ts'

/** A labelled change with what the rules say of it. */
export type Judged = Readonly<{ change: ResolvedChange; verdict: Verdict }>

/** The verdict of the rules on each change, in the context of a comparison of its two texts. */
export function judged(changes: readonly ResolvedChange[]): readonly Judged[] {
  const courts = new Map<string, Court>()
  return changes.map((change) => {
    const key = String(change.pair)
    const court = courts.get(key) ?? courtFor(textOf(change.pair[0]), textOf(change.pair[1]))
    courts.set(key, court)
    return { change, verdict: court(change) }
  })
}

const sideOf = ({ clauses, settings }: ClauseText): Classified => ({ clauses, labels: labelsOf(clauses, settings), language: settings.language })

type Court = (change: ResolvedChange) => Verdict

function courtFor(base: ClauseText, revised: ClauseText): Court {
  const { rows } = compareTexts(base, revised)
  const classifier = new Classifier(sideOf(base), sideOf(revised), rows)
  return (change) => {
    const { base: was, revised: is } = change.sides
    if (change.form === 'label') return classifyLabel({ from: was?.words ?? '', to: is?.words ?? '' })
    if (was === null || is === null) return classifier.whole(was === null ? 'revised' : 'base', (change.base ?? change.revised)?.clause ?? -1)
    const row = rows.find((one) => one.base === was.clause.id && one.revised === is.clause.id)
    const hunk: Hunk = { base: sideIn(was), revised: sideIn(is) }
    const others = hunksIn(row?.redline?.runs ?? []).filter(({ base: side }) => side.before.length !== hunk.base.before.length)
    return classifier.change(hunk, { base: change.base?.clause ?? -1, revised: change.revised?.clause ?? -1 }, others)
  }
}

const sideIn = ({ words, before, after }: Side): Hunk['base'] => ({ words, before, after })

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5)

/** What classification alone takes, beside the comparison that holds it, for each pair that is quick enough to repeat. */
export function pairTimes(): readonly Readonly<Record<string, string | number>>[] {
  return PAIRS.filter(([base]) => !base.includes('aml-ctf')).map(([base, revised]) => {
    const [was, is] = [textOf(base), textOf(revised)]
    const { rows } = compareTexts(was, is)
    const [from, to] = [sideOf(was), sideOf(is)]
    return { pair: `${base} → ${revised}`, classes: least(() => classesOf(from, to, rows)), comparison: least(() => compareTexts(was, is)) }
  })
}

function least(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.round(Math.min(...times))
}
