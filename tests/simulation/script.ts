import { drawMoves, scriptOf, type Move, type Script } from './moves.ts'
import { Table } from './table.ts'
import type { Tally } from './checks.ts'

/** How a run ended: `fault` null when every check held. */
export type Outcome = Readonly<{ seed: number; fault: string | null; tally: Tally | null; undo: boolean }>

/** Plays `moves` and then everything that is still on the lines. Throws the first fault. */
export function playAll(script: Script, moves: readonly Move[]): Tally {
  const table = new Table(script)
  moves.forEach((move, at) => {
    try {
      table.play(move)
    } catch (error) {
      throw new Error(`move ${at} ${JSON.stringify(move)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, { cause: error })
    }
  })
  table.settle()
  const tally = table.tally()
  if (tally.lost.length > 0) throw new Error(`${tally.lost.length} characters lost: ${tally.lost.join('')}`)
  return tally
}

/** Runs the script of `seed`. Without undo, no character may stand twice. */
export function runSeed(seed: number): Outcome {
  const script = scriptOf(seed)
  const { undo } = script
  try {
    const tally = playAll(script, drawMoves(script))
    const fault = !undo && tally.doubled.length > 0 ? `characters doubled: ${tally.doubled.join('')}` : null
    return { seed, fault, tally, undo }
  } catch (error) {
    return { seed, fault: error instanceof Error ? error.message : String(error), tally: null, undo }
  }
}
