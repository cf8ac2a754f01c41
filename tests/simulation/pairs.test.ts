import { expect, test } from 'vitest'
import { TROUBLE } from './duel.ts'
import type { Act, Move } from './moves.ts'
import { playScript } from './script.ts'

const WHERE = { clause: 0.3, from: 0.35, to: 0.7 }
const MEET: Move = { house: { do: 'meet' } }
const both = (one: Act, other: Act): readonly Move[] => [
  { by: 0, act: one },
  { by: 1, act: other },
]
const UNDO: Act = { do: 'undo' }
const REDO: Act = { do: 'redo' }
const PUT_BACK: Act = { do: 'put-back', which: 0, way: 'clause' }

/** What may follow when two have acted at one place without hearing each other. */
const ENDINGS: readonly (readonly Move[])[] = [
  [],
  [MEET, { by: 0, act: UNDO }],
  [MEET, { by: 1, act: UNDO }, MEET, { by: 0, act: UNDO }, MEET, { by: 1, act: REDO }],
  [MEET, ...both(UNDO, UNDO), MEET, ...both(REDO, REDO)],
  [...both(UNDO, UNDO), MEET, ...both(REDO, UNDO)],
  [MEET, ...both(PUT_BACK, { ...PUT_BACK, way: 'words' }), MEET, ...both(UNDO, PUT_BACK), MEET, { by: 1, act: UNDO }],
]

const nameOf = (act: Act): string => ('what' in act ? `${act.do} ${act.what}` : act.do)

test.each(TROUBLE.map((make) => ({ one: make(WHERE), name: nameOf(make(WHERE)) })))('[DC12] [DC15] $name against everything at the same place, undone and done again', async ({ one }) => {
  for (const make of TROUBLE) {
    for (const ending of ENDINGS) {
      // A clipboard to paste from, and words that both have seen.
      const opening: readonly Move[] = [...both({ do: 'copy', where: WHERE, what: 'words', count: 1 }, { do: 'copy', where: WHERE, what: 'clauses', count: 1 }), MEET]
      const script = { drafters: 2, moves: [...opening, ...both(one, make(WHERE)), ...ending] }
      expect({ script, fault: (await playScript(script)).fault }).toEqual({ script, fault: null })
    }
  }
})
