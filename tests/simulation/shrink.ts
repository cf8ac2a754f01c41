import type { Script } from './moves.ts'

/**
 * A script as short as taking moves away can make it while `fails` still says yes: stretches of half its moves, then
 * quarters, down to single ones, over again until none can be spared.
 */
export async function shrink(script: Script, fails: (script: Script) => Promise<boolean>): Promise<Script> {
  let { moves } = script
  for (let size = Math.ceil(moves.length / 2); size > 0; ) {
    let spared = false
    for (let at = 0; at < moves.length; ) {
      const fewer = moves.toSpliced(at, size)
      if (await fails({ ...script, moves: fewer })) {
        moves = fewer
        spared = true
      } else at += size
    }
    if (size > 1) size = Math.floor(size / 2)
    else if (!spared) break
  }
  return { ...script, moves }
}
