import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { compareTexts } from '../../shared/compare/index.ts'
import { median, timed, type Figure } from '../report.ts'
import { lastLineOf } from '../support/child.ts'
import { budapestMannerSample, clausesOf, comprehensiveSample, fromCorpus, rollingSample, wordingOf, type Source } from '../support/corpus.ts'

const LIMIT_MS = 90_000
const timesField = z.object({ first: z.number(), warm: z.number().nullable() })

type Peer = Readonly<{ engine: 'jsdiff' | 'dmp'; name: string }>
const PEERS: readonly Peer[] = [
  { engine: 'jsdiff', name: 'jsdiff 9.0.0 diffWordsWithSpace' },
  { engine: 'dmp', name: 'diff-match-patch 1.0.5 by words' },
]

type Pair = Readonly<{ base: Source; revised: Source; peerRounds: number; folder: string }>

async function compared({ base, revised, peerRounds, folder }: Pair): Promise<readonly Figure[]> {
  const [left, right] = [clausesOf(base, 1), clausesOf(revised, 2)]
  const began = performance.now()
  const { rows } = compareTexts(left, right)
  const first = performance.now() - began
  const warm = median(timed(() => compareTexts(left, right)))
  const files = [left, right].map((text, i) => {
    const file = join(folder, `${i}.txt`)
    writeFileSync(file, wordingOf(text))
    return file
  })
  const pair = `${base.name} ↔ ${revised.name}`
  console.log(`${pair}: ${left.clauses.length} and ${right.clauses.length} clauses, ${rows.length} rows`)
  const figures: Figure[] = []
  for (const { engine, name } of PEERS) {
    const line = await lastLineOf('bench/peer/whole-text-diff.mjs', [engine, ...files, String(peerRounds)], LIMIT_MS)
    const times = line === null ? null : timesField.parse(JSON.parse(line))
    if (times === null) figures.push({ what: `${pair}, first run`, unit: 'ms', ours: first, peer: { name, value: LIMIT_MS, atLeast: true } })
    else if (times.warm === null) figures.push({ what: `${pair}, first run`, unit: 'ms', ours: first, peer: { name, value: times.first } })
    else figures.push({ what: `${pair}, warm`, unit: 'ms', ours: warm, peer: { name, value: times.warm } })
  }
  if (peerRounds === 1) figures.push({ what: `${pair}, warm`, unit: 'ms', ours: warm, peer: null })
  return figures
}

/**
 * Two texts to their comparison. The peers diff the same words as two whole strings, which gives a redline without
 * alignment; each runs in a process of its own, at most 90 s.
 */
export async function endToEndFigures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'travaux-bench-'))
  try {
    const budapest = fromCorpus('treaties/budapest-ets185-en.txt', 'Budapest', budapestMannerSample)
    const uncac = fromCorpus('treaties/uncac-en.txt', 'UNCAC', comprehensiveSample)
    const unrelated = await compared({ base: budapest, revised: uncac, peerRounds: 1, folder })
    const older = fromCorpus('versions/antidoping-v2014-01-01-en.txt', 'Anti-Doping 2014', rollingSample)
    const newer = fromCorpus('versions/antidoping-v2015-06-25-en.txt', 'Anti-Doping 2015', rollingSample)
    return [...unrelated, ...(await compared({ base: older, revised: newer, peerRounds: 7, folder }))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
