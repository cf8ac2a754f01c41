import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { NO_WORDS, sumOf, type Tally } from './ledger.ts'
import type { Script } from './moves.ts'
import { playScript, scriptOf } from './script.ts'
import { shrink } from './shrink.ts'

/** `npm run simulate -- --runs N --seed S [--jobs J]`: plays the scripts of N seeds from S on, in J processes. */

type Fault = Readonly<{ seed: number; fault: string; shrunk: Script }>

/** What one process has to tell of some games. */
type News = Readonly<{ games: number; moves: number; tally: Tally; faults: readonly Fault[] }>

const TELL_EVERY = 50
const PROGRESS_LINES = 40

async function playSeed(seed: number): Promise<News> {
  const script = scriptOf(seed)
  const { fault, tally } = await playScript(script)
  const news = { games: 1, moves: script.moves.length, tally: tally ?? NO_WORDS }
  if (fault === null) return { ...news, faults: [] }
  const shrunk = await shrink(script, async (fewer) => (await playScript(fewer)).fault !== null)
  return { ...news, faults: [{ seed, fault: (await playScript(shrunk)).fault ?? fault, shrunk }] }
}

const sum = (one: News, other: News): News => ({
  games: one.games + other.games,
  moves: one.moves + other.moves,
  tally: sumOf(one.tally, other.tally),
  faults: [...one.faults, ...other.faults],
})

const NO_NEWS: News = { games: 0, moves: 0, tally: NO_WORDS, faults: [] }

/** Plays every `step`th seed of `first` to `end`. */
async function play(seeds: Readonly<{ first: number; end: number; step: number }>, tell: (news: News) => void): Promise<void> {
  let untold = NO_NEWS
  for (let seed = seeds.first; seed < seeds.end; seed += seeds.step) {
    untold = sum(untold, await playSeed(seed))
    if (untold.games < TELL_EVERY && untold.faults.length === 0 && seed + seeds.step < seeds.end) continue
    tell(untold)
    untold = NO_NEWS
  }
}

function playInAnother(job: number, args: readonly string[], tell: (news: News) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [...args, '--job', String(job)])
    child.on('message', (news) => tell(news as News))
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`process ${job} ended with ${code}`))))
  })
}

const many = (count: number): string => count.toLocaleString('en')

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '100000' }, jobs: { type: 'string', default: '1' }, job: { type: 'string' } },
  })
  const [runs, first, jobs] = [Number(values.runs), Number(values.seed), Number(values.jobs)]
  if (![runs, first, jobs].every((number) => Number.isSafeInteger(number) && number >= 0) || jobs === 0) throw new Error('--runs, --seed and --jobs are whole numbers, --jobs at least 1')
  const end = first + runs
  if (values.job !== undefined) {
    await play({ first: first + Number(values.job), end, step: jobs }, (news) => process.send?.(news))
    process.disconnect()
    return
  }
  const started = performance.now()
  let all = NO_NEWS
  let lines = 0
  const hear = (news: News): void => {
    all = sum(all, news)
    for (const { seed, fault, shrunk } of news.faults) console.log(`seed ${seed}: ${fault}\n  to pin: { found: '', script: ${JSON.stringify(shrunk)} },`)
    if (all.games * PROGRESS_LINES < runs * (lines + 1)) return
    lines = Math.floor((all.games * PROGRESS_LINES) / runs)
    const seconds = (performance.now() - started) / 1000
    console.log(`${many(all.games)} of ${many(runs)} games, ${all.faults.length} faults, ${(all.games / seconds).toFixed(0)} games a second`)
  }
  const args = ['--runs', String(runs), '--seed', String(first), '--jobs', String(jobs)]
  await Promise.all(Array.from({ length: jobs }, (_, job) => playInAnother(job, args, hear)))
  const { made, shown, deleted, rescued, restored } = all.tally
  console.log(
    `${many(all.games)} games of ${many(all.moves)} moves from seed ${first} in ${Math.round((performance.now() - started) / 1000)} s: ${all.faults.length} faults` +
      `${all.faults.length > 0 ? ` (seeds ${all.faults.map(({ seed }) => seed).join(', ')})` : ''}.\n` +
      `Words in the games without fault: ${many(made)} made; ${many(shown)} stand, ${many(deleted)} deleted on purpose, ${many(rescued)} rescued, 0 lost, 0 doubled; ${many(restored)} put back by undo.`,
  )
  process.exitCode = all.faults.length > 0 ? 1 : 0
}

await main()
