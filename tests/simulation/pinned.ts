import type { Act, Move, Script } from './moves.ts'

/** A script that once showed a fault, shrunk, with what it found. */
export type Pinned = Readonly<{ found: string; script: Script }>

const at = (clause: number, from = 0.3, to = 0.7) => ({ clause, from, to })
const act = (by: number, act: Act): Move => ({ by, act })
const MEET: Move = { house: { do: 'meet' } }
const both = (act: Act): readonly Move[] => [
  { by: 0, act },
  { by: 1, act },
]

/** Kept for good: a fault found is shrunk and pinned here. */
export const PINNED: readonly Pinned[] = [
  {
    found: 'words that two deleted and two put back stood twice',
    script: { drafters: 2, moves: [...both({ do: 'erase', where: at(0.1) }), MEET, ...both({ do: 'undo' })] },
  },
  {
    found: 'they stood twice also where the room did not know them: of restorations made at once the later may come first in the list',
    script: {
      drafters: 2,
      moves: [act(1, { do: 'erase-across', where: at(0.1, 0.1), until: at(0.9, 0.1) }), act(1, { do: 'undo' }), act(0, { do: 'erase', where: at(0.1, 0.1) }), act(0, { do: 'undo' }), { by: 1, line: { do: 'send', count: 6, twice: false } }],
    },
  },
  {
    found: 'the sender of an update was never told what Yjs tidied in the room, and its Y.Doc stayed another',
    script: {
      drafters: 2,
      moves: [
        act(1, { do: 'erase-across', where: at(0.457, 0.17), until: at(0.149, 0.51) }),
        { house: { do: 'restart' } },
        { by: 0, line: { do: 'return' } },
        act(0, { do: 'em', where: at(0.1, 0.79, 0.986), until: null }),
      ],
    },
  },
  {
    found: 'whoever held back what another typed while reconnecting repeated it, and was refused as a forger',
    script: {
      drafters: 2,
      moves: [
        act(0, { do: 'replace-all' }),
        { by: 0, line: { do: 'leave' } },
        { by: 0, line: { do: 'return' } },
        act(0, { do: 'split-at-end', where: at(0.05) }),
        { by: 0, line: { do: 'send', count: 4, twice: false } },
        { house: { do: 'pass', ms: 10 } },
        { by: 1, line: { do: 'hear', count: 4, how: 'in-order' } },
        { house: { do: 'restart' } },
        { by: 1, line: { do: 'return' } },
        { by: 1, line: { do: 'hear', count: 5, how: 'in-order' } },
      ],
    },
  },
  {
    found: 'a redo in a clause that another had removed was noted as removed on purpose, and its words were not offered',
    script: {
      drafters: 2,
      moves: [
        act(0, { do: 'cut', where: at(0.27), what: 'clauses', count: 1 }),
        act(1, { do: 'type', where: at(0.27), count: 5, emoji: true }),
        act(1, { do: 'undo' }),
        MEET,
        act(1, { do: 'redo' }),
      ],
    },
  },
  {
    found: 'a clause that was cut and pasted drew words back from the clause in which they now stood',
    script: {
      drafters: 2,
      moves: [
        act(1, { do: 'cut', where: at(0.277), what: 'clauses', count: 1 }),
        act(0, { do: 'paste', where: at(0.277), clauses: 3, ids: 'known' }),
        act(0, { do: 'undo' }),
        MEET,
        act(1, { do: 'paste-clipboard', where: at(0.53) }),
      ],
    },
  },
  {
    found: 'words put back before the room heard that they were gone were taken out as put back twice, and lost',
    script: {
      drafters: 2,
      moves: [{ house: { do: 'restart' } }, act(0, { do: 'erase', where: at(0.62, 0.1, 0.5) }), { by: 0, line: { do: 'return' } }, act(0, { do: 'undo' })],
    },
  },
  {
    found: 'the same for words that had been put back once before',
    script: {
      drafters: 2,
      moves: [
        act(1, { do: 'erase', where: at(0.62, 0.1, 0.5) }),
        act(1, { do: 'undo' }),
        MEET,
        { by: 0, line: { do: 'leave' } },
        act(0, { do: 'erase', where: at(0.62, 0.1, 0.5) }),
        { by: 0, line: { do: 'return' } },
        act(0, { do: 'undo' }),
      ],
    },
  },
  {
    found: 'words that one act typed and removed again were not accounted for: a fault of the table',
    script: {
      drafters: 2,
      moves: [
        act(1, {
          do: 'several',
          deeds: [
            { what: 'join', where: at(0.0738, 0.122, 0.68) },
            { what: 'split', where: at(0.1145, 0.0719, 0.836) },
            { what: 'insert', where: at(0.1755, 0.34, 0.348) },
            { what: 'delete', where: at(0.3169, 0.0567, 0.941) },
          ],
        }),
      ],
    },
  },
  {
    found: 'a clause cut and pasted was typed anew, and stood twice when two did so',
    script: { drafters: 2, moves: [...both({ do: 'cut', where: at(0.3), what: 'clauses', count: 1 }), ...both({ do: 'paste-clipboard', where: at(0.9) })] },
  },
  {
    found: 'edits beside formatted words went astray where Yjs had forgotten that the body bears formatting',
    script: {
      drafters: 2,
      moves: [
        { house: { do: 'restart' } },
        MEET,
        ...both({ do: 'strong', where: at(0.5, 0.2, 0.8), until: null }),
        act(1, { do: 'type', where: at(0.5, 0.8), count: 3, emoji: false }),
        act(0, { do: 'erase', where: at(0.5, 0.1, 0.3) }),
        MEET,
        act(0, { do: 'type', where: at(0.5, 0.2), count: 3, emoji: true }),
      ],
    },
  },
  {
    found: 'what two had put back, and one deleted again as both, came back as both',
    script: {
      drafters: 3,
      moves: [
        act(2, { do: 'erase', where: at(0.2241, 0.2104, 0.5581) }),
        act(0, { do: 'erase', where: at(0.2241, 0.1052, 0.4052) }),
        act(2, { do: 'undo' }),
        act(0, { do: 'undo' }),
        { by: 2, line: { do: 'send', count: 9, twice: false } },
        { house: { do: 'pass', ms: 10 } },
        { by: 0, line: { do: 'hear', count: 1, how: 'in-order' } },
        act(0, { do: 'redo' }),
        act(0, { do: 'undo' }),
      ],
    },
  },
  {
    found: 'clauses pasted where nothing was left stood beside a placeholder that was none',
    script: {
      drafters: 4,
      moves: [
        act(2, { do: 'several', deeds: [{ what: 'insert', where: at(0.8129, 0.3206, 0.4285) }, { what: 'insert', where: at(0.4825, 0.0645, 0.2224) }, { what: 'join', where: at(0.5175) }, { what: 'join', where: at(0.4234) }] }),
        act(2, { do: 'erase-across', where: at(0.48, 0.2091, 0.4834), until: at(0.9359, 0.1129, 0.3402) }),
        { by: 2, line: { do: 'send', count: 4, twice: false } },
        act(2, { do: 'up', where: at(0.9133) }),
        act(2, { do: 'cut', where: at(0.9697), what: 'clauses', count: 2 }),
        act(0, { do: 'cut', where: at(0.7258), what: 'clauses', count: 2 }),
        { by: 2, line: { do: 'send', count: 5, twice: true } },
        { house: { do: 'pass', ms: 10 } },
        { by: 0, line: { do: 'hear', count: 4, how: 'in-order' } },
        act(0, { do: 'paste-clipboard', where: at(0.1488, 0.2106, 0.7522) }),
      ],
    },
  },
]
