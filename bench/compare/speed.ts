import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { clauseIdsFrom, type ClauseText } from '../../shared/clauses/index.ts'
import { compareSteps, compareTexts } from '../../shared/compare/index.ts'
import { median, type Figure } from '../report.ts'
import { lastLineOf } from '../support/child.ts'
import { ownFloor, referenceFloor } from './floor.ts'
import { goldText, readGold } from './gold.ts'
import { edit, randomFrom } from './synthetic.ts'

const ROUNDS = 5
const PAIR = 'Nice → Lisbon'
/** No step may hold a worker up for longer. */
const MOST_MS = 50

const timeOf = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** The median of five for each of `works`, which take turns, so that all meet the same weather; two turns before that do not count. */
function inTurn<Name extends string>(works: Readonly<Record<Name, () => unknown>>): Record<Name, number> {
  const names = Object.keys(works) as Name[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = -2; round < ROUNDS; round++)
    for (const name of names) {
      const time = timeOf(works[name])
      if (round >= 0) times.get(name)?.push(time)
    }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>
}

/**
 * The whole comparison of the largest pair (alignment, redlines, classes; parsing apart) against its floor and against
 * `wdiff` on the same two texts, where that is installed; its peak memory, in a process of its own; its longest step;
 * and how the time grows.
 */
export async function speedFigures(): Promise<readonly Figure[]> {
  const gold = readGold('eu-nice-lisbon')
  const [left, right] = [goldText(gold.left.clauses, 'l').text, goldText(gold.right.clauses, 'r').text]
  const folder = mkdtempSync(join(tmpdir(), 'travaux-bench-'))
  try {
    const files = [left, right].map(({ clauses }, i) => {
      const file = join(folder, `${i}.txt`)
      writeFileSync(file, clauses.map(({ text }) => text).join('\n'))
      return file
    })
    const hasWdiff = spawnSync('wdiff', ['--version']).error === undefined
    if (!hasWdiff) console.warn('wdiff is not installed: not measured against it')
    const { ours, reference, own, wdiff } = inTurn({
      ours: () => compareTexts(left, right),
      reference: () => referenceFloor(gold),
      own: () => ownFloor(gold),
      wdiff: () => (hasWdiff ? spawnSync('wdiff', files, { maxBuffer: 2 ** 28 }) : null),
    })
    const whole = { what: `${PAIR}, whole comparison`, unit: 'ms', ours }
    const against = (name: string, value: number, atMost: number): Figure => ({ ...whole, peer: { name, value }, toReach: { atMost } })
    return [
      against('floor, reference parts', reference, 2),
      against('floor, own parts', own, 2),
      ...(hasWdiff ? [against('wdiff', wdiff, 0.5)] : []),
      await peakFigure(),
      stepFigure(PAIR, left, right),
      ...growthFigures(left, right),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function peakFigure(): Promise<Figure> {
  const line = await lastLineOf('bench/compare/peak.ts', [], 120_000)
  const { megabytes } = z.object({ megabytes: z.number() }).parse(JSON.parse(line ?? 'null'))
  return { what: `${PAIR}, peak memory above the baseline`, unit: 'MB', ours: megabytes, peer: { name: 'aim', value: 80 }, toReach: { atMost: 1 } }
}

/** The longest step: of each step the median of five comparisons, so that a collection of garbage does not count for it. */
function stepFigure(what: string, base: ClauseText, revised: ClauseText): Figure {
  const times: number[][] = []
  for (let round = -1; round < ROUNDS; round++) {
    const steps = compareSteps(base, revised)
    for (let at = 0; ; at++) {
      const began = performance.now()
      const { done } = steps.next()
      if (round >= 0) (times[at] ??= []).push(performance.now() - began)
      if (done === true) break
    }
  }
  return { what: `${what}, longest of ${times.length} steps`, unit: 'ms', ours: Math.max(...times.map(median)), peer: { name: 'aim', value: MOST_MS }, toReach: { atMost: 1 } }
}

function growthFigures(left: ClauseText, right: ClauseText): readonly Figure[] {
  const pairs = [1, 4].map((times) => {
    const base = repeated(right, times)
    return { base, revised: edit(base, left, 1).revised, words: words(base) }
  })
  const [small, large] = pairs
  if (small === undefined || large === undefined) return []
  const times = inTurn({ small: () => compareTexts(small.base, small.revised), large: () => compareTexts(large.base, large.revised) })
  const exponent = Math.log(times.large / times.small) / Math.log(large.words / small.words)
  console.log(`${small.words} words a side: ${times.small.toFixed(0)} ms; ${large.words}: ${times.large.toFixed(0)} ms`)
  return [
    { what: `exponent of growth up to ${large.words} words a side`, unit: '', ours: exponent, peer: { name: 'aim', value: 1.2 }, toReach: { atMost: 1 } },
    stepFigure(`${large.words} words a side`, large.base, large.revised),
  ]
}

/** `text` so many times over, each time with other words for some of its own, and ids of its own. */
function repeated({ clauses, ...rest }: ClauseText, times: number): ClauseText {
  const random = randomFrom(times)
  const newId = clauseIdsFrom((below) => Math.floor(random() * below))
  return {
    ...rest,
    clauses: Array.from({ length: times }, (_, copy) =>
      clauses.map((clause) => ({
        ...clause,
        id: newId(),
        text: clause.text.replace(/\p{L}{5,}/gv, (word) => (random() < 0.6 ? `${word.slice(0, 4)}${String.fromCharCode(97 + copy)}${word.slice(4, 6)}` : word)),
      })),
    ).flat(),
  }
}

const words = ({ clauses }: ClauseText): number => clauses.reduce((sum, { text }) => sum + text.split(/\s+/v).length, 0)
