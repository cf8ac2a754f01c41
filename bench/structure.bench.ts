/*
 * What changes the structure of a draft of 2,000 clauses and 60,000 words: split, merge, move, remove, a paste of 500 clauses and
 * its undo, each with the time it takes in the editor that does it and in one that hears of it. Editors without a view, ours
 * beside y-tiptap's binding (what Tiptap's collaboration runs on) at the same words and places, in processes of their own, in
 * turns; medians over the rounds.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { median, percentile, report, type Figure } from './report.ts'
import { lastLineOf } from './support/child.ts'
import { placesOf, textsOf, WORKS, type Times, type Work } from './structure/works.ts'

const CLAUSES = 2_000
const PLACES = 60
const LARGE = 3
const ROUNDS = 3
const LIMIT_MS = 10 * 60_000
const PEER = 'y-tiptap 3.0.9'

/**
 * What a prototype with one Y.Text a clause took at the same size, p50 in ms, on another machine (November 2026): we are to
 * need no more than twice that. Its keys took 0.16-0.17 and 0.32-0.36, which tells how that machine compares with this one.
 */
const PER_CLAUSE: Readonly<Partial<Record<Work, string>>> = {
  split: '0.8-1.5',
  'split, remote': '1.4-2.3',
  'paste of 500': '105',
  'undo of the paste': '24',
}

const timesField = z.record(z.enum(WORKS), z.array(z.number()))

async function timesFrom(script: string, input: string): Promise<Times> {
  const line = await lastLineOf(script, [input], LIMIT_MS)
  if (line === null) throw new Error(`${script} did not end within ${LIMIT_MS} ms`)
  return timesField.parse(JSON.parse(line))
}

const folder = mkdtempSync(join(tmpdir(), 'travaux-structure-'))
try {
  const input = join(folder, 'input.json')
  writeFileSync(input, JSON.stringify({ texts: textsOf(CLAUSES), places: placesOf(5, PLACES), large: LARGE }))
  const rounds: Readonly<{ ours: Times; peer: Times }>[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ ours: await timesFrom('tests/support/structure-times.ts', input), peer: await timesFrom('bench/peer/tiptap-structure.mjs', input) })
  }
  const over = (work: Work, side: 'ours' | 'peer', of: (times: readonly number[]) => number) => median(rounds.map((round) => of(round[side][work])))
  const figures = WORKS.flatMap((work): readonly Figure[] =>
    [['p50', median] as const, ['p95', (times: readonly number[]) => percentile(times, 0.95)] as const].map(([what, of]) => ({
      what: `${work}, ${what}`,
      unit: 'ms',
      ours: over(work, 'ours', of),
      peer: { name: PEER, value: over(work, 'peer', of) },
    })),
  )
  report(`Structure of a draft of ${CLAUSES} clauses, editors without a view, medians of ${ROUNDS} rounds in turns`, figures)
  for (const [work, ms] of Object.entries(PER_CLAUSE)) console.log(`${work}: one text a clause took ${ms} ms on another machine`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
