import { Chance } from './chance.ts'
import type { Act, HouseDeed, LineDeed, Move, Script, Where } from './moves.ts'

export function drawWhere(chance: Chance): Where {
  const [one, other] = [chance.fraction(), chance.fraction()]
  return { clause: chance.fraction(), from: Math.min(one, other), to: Math.max(one, other) }
}

const STRUCTURE = ['split', 'split', 'split-at-start', 'split-at-end', 'merge-back', 'merge-back', 'merge-on', 'remove', 'up', 'down', 'up', 'down', 'indent', 'outdent', 'kind', 'number'] as const

/** Something to do in an editor, at `where` if it has one place. */
export function drawAct(chance: Chance, where: Where): Act {
  const roll = chance.below(70)
  if (roll < 20) return { do: 'type', where, count: 1 + chance.below(5), emoji: chance.below(5) === 0 }
  if (roll < 25) return { do: chance.pick(['erase', 'replace']), where }
  if (roll < 29) return { do: 'erase-across', where, until: drawWhere(chance) }
  if (roll < 51) return { do: chance.pick(STRUCTURE), where }
  if (roll < 54) return { do: 'paste', where, clauses: 1 + chance.below(3), ids: chance.pick(['none', 'foreign', 'known']) }
  if (roll < 57) return { do: chance.pick(['cut', 'cut', 'copy']), where, what: chance.pick(['words', 'clauses']), count: 1 + chance.below(2) }
  if (roll < 60) return { do: 'paste-clipboard', where }
  if (roll < 65) return { do: chance.pick(['em', 'strong']), where, until: chance.below(3) === 0 ? drawWhere(chance) : null }
  if (roll < 66) return { do: 'newer-client', where, what: chance.pick(['mark', 'atom']) }
  if (roll < 67) return { do: 'replace-all' }
  const one = () => ({ what: chance.pick(['insert', 'delete', 'split', 'join'] as const), where: drawWhere(chance) })
  return { do: 'several', deeds: Array.from({ length: 2 + chance.below(3) }, one) }
}

export function drawHearing(chance: Chance): LineDeed {
  const roll = chance.below(12)
  return { do: 'hear', count: 1 + chance.below(6), how: roll === 0 ? 'reversed' : roll === 1 ? 'twice' : roll === 2 ? 'as-one' : 'in-order' }
}

function drawLineDeed(chance: Chance): LineDeed {
  const roll = chance.below(25)
  if (roll < 2) return { do: 'leave' }
  if (roll < 5) return { do: 'return' }
  return roll < 11 ? { do: 'send', count: 1 + chance.below(6), twice: chance.below(15) === 0 } : drawHearing(chance)
}

function drawHouseDeed(chance: Chance): HouseDeed {
  if (chance.below(5) < 3) return { do: 'pass', ms: chance.pick([3, 10, 10, 40_000]) }
  return { do: chance.pick(['restart', 'restart', 'hold', 'let-go', 'fill', 'free', 'free']) }
}

export const drawPutBack = (chance: Chance): Act => ({ do: 'put-back', which: chance.fraction(), way: chance.pick(['clause', 'words']) })

/** The kinds of script there are; `strict` has no undo, so that no word is written again. */
export type Kind = 'strict' | 'undoing'

/** Anything, by anybody, in any order. */
export function drawRandom(chance: Chance, kind: Kind): Script {
  const drafters = 2 + chance.below(4)
  const count = 40 + chance.below(50)
  const draw = (): Move => {
    const roll = chance.below(100)
    if (roll < 9) return { house: drawHouseDeed(chance) }
    const by = chance.below(drafters)
    if (roll < 36) return { by, line: drawLineDeed(chance) }
    if (roll < 45 && kind === 'undoing') return { by, act: { do: chance.pick(['undo', 'undo', 'redo']) } }
    return { by, act: roll < 48 ? drawPutBack(chance) : drawAct(chance, drawWhere(chance)) }
  }
  return { drafters, moves: Array.from({ length: count }, draw) }
}
