import { Chance } from './chance.ts'
import { drawRandom } from './draw.ts'
import { drawDuel } from './duel.ts'
import type { Tally } from './ledger.ts'
import type { Script } from './moves.ts'
import { Table, type Parts } from './table.ts'

/** How a game ended: `fault` null when every check held. */
export type Outcome = Readonly<{ fault: string | null; tally: Tally | null }>

/** The script that `seed` stands for: duels and games of any moves in turn, half of them without undo. */
export function scriptOf(seed: number): Script {
  const chance = new Chance(seed)
  const kind = seed % 4 < 2 ? 'undoing' : 'strict'
  return seed % 2 === 0 ? drawDuel(chance, kind) : drawRandom(chance, kind)
}

/** Plays `script` to its end. */
export async function playScript({ drafters, moves }: Script, parts?: Partial<Parts>): Promise<Outcome> {
  let at = 'before the first move'
  try {
    const table = await Table.lay(drafters, parts)
    for (const [index, move] of moves.entries()) {
      at = `move ${index} ${JSON.stringify(move)}`
      await table.play(move)
    }
    at = 'at the end'
    return { fault: null, tally: await table.end() }
  } catch (error) {
    return { fault: `${at}: ${error instanceof Error ? error.message : String(error)}`, tally: null }
  }
}
