import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** One figure of a benchmark: ours, and the peer's from the same run. Times in milliseconds unless `unit` says otherwise. */
export type Figure = Readonly<{
  what: string
  unit: string
  ours: number
  /** `atLeast`: the peer was stopped at `value`, so the ratio is a bound. */
  peer: Readonly<{ name: string; value: number; atLeast?: boolean }> | null
  /** What the ratio ours / peer is to be. */
  toReach?: Readonly<{ atMost: number }> | Readonly<{ atLeast: number }>
}>

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

/** The value below which `share` (0–1) of `values` lie. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** Milliseconds that each of `rounds` runs of `work` took, after `warmup` runs that do not count. */
export function timed(work: () => unknown, { rounds = 9, warmup = 3 } = {}): readonly number[] {
  for (let i = 0; i < warmup; i++) work()
  return Array.from({ length: rounds }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
}

/** Prints the figures as a table and keeps them as JSON where `TRAVAUX_BENCH_REPORT` says. */
export function report(title: string, figures: readonly Figure[]): void {
  const rows = figures.map(({ what, unit, ours, peer, toReach }) => ({
    what,
    ours: `${round(ours)} ${unit}`,
    peer: peer === null ? '–' : `${peer.name}: ${peer.atLeast === true ? '> ' : ''}${round(peer.value)} ${unit}`,
    'ours / peer': peer === null ? '–' : `${peer.atLeast === true ? '< ' : ''}${round(ours / peer.value)}`,
    'to reach': peer === null || toReach === undefined ? '' : verdict(ours / peer.value, toReach),
  }))
  console.log(`\n${title}`)
  console.table(rows)
  const file = process.env['TRAVAUX_BENCH_REPORT']
  if (file === undefined) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify({ title, node: process.version, at: new Date().toISOString(), figures }, null, 2)}\n`)
}

function verdict(ratio: number, toReach: NonNullable<Figure['toReach']>): string {
  const isMet = 'atMost' in toReach ? ratio <= toReach.atMost : ratio >= toReach.atLeast
  const bound = 'atMost' in toReach ? `≤ ${toReach.atMost}` : `≥ ${toReach.atLeast}`
  return `${bound}: ${isMet ? 'met' : 'missed'}`
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(3))
