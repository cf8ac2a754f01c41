import type { Comparison } from '#shared/compare/index.ts'
import { compareInWorker } from './door.ts'
import { fewAtOnce } from './few-at-once.ts'

const MOST_WORKERS = 4

let turn: ReturnType<typeof fewAtOnce> | null = null

/** As `compareInWorker`, but of many asked for at once no more go on than leave the page a core of its own. */
export function compareInTurn(order: Parameters<typeof compareInWorker>[0]): Promise<Comparison> {
  turn ??= fewAtOnce(Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency - 1)))
  return turn(() => compareInWorker(order))
}
