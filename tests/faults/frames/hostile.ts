import * as Y from 'yjs'
import { MESSAGE } from '#shared/protocol/index.ts'
import type { Chance } from '../../simulation/chance.ts'
import { OTHER_BOMBS, UPDATE_BOMBS, updateBombFrame } from './bombs.ts'
import { awarenessFrame, updateFrame, vectorFrame, written } from './writing.ts'

/** Something that an attacker sends: a message of the websocket, or bytes past the websocket's own framing. */
export type Hostile = Readonly<{ kind: string; send: Uint8Array | string; raw?: true }>

/** What an attacker has seen: the draft as it was at some moment, and a client id of somebody else's. */
export type Seen = Readonly<{ draft: Uint8Array; honestClient: number }>

const noise = (chance: Chance, length: number): Uint8Array => Uint8Array.from({ length }, () => chance.below(256))
const stranger = (chance: Chance): number => 2 ** 40 + chance.below(2 ** 40)

/** A frame that would be in order if it came from whoever may send it. */
function honestLike(chance: Chance, { draft }: Seen): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draft)
  doc.clientID = stranger(chance)
  const before = Y.encodeStateVector(doc)
  doc.getText('body').insert(5, 'noise ')
  if (chance.below(2) === 0) doc.getText('body').delete(6, 2)
  const update = Y.encodeStateAsUpdate(doc, before)
  const caret = awarenessFrame(written(1, doc.clientID, 1, '{"caret":{"clause":"c_0000000000","offset":3}}'))
  doc.destroy()
  return chance.pick([updateFrame(update), vectorFrame(before), caret])
}

/** An update of a document that has nothing to do with this one but the names of its roots. */
function fromAnotherDocument(chance: Chance): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = stranger(chance)
  doc.getText('body').insert(0, 'of another treaty')
  doc.getMap('clauses').set(`c_${chance.below(10 ** 9)}`, new Y.Map([['kind', 'article']]))
  doc.getArray('moves').push([{ id: 'c_0000000000', after: null, stamp: [1, 1] }])
  doc.getText('body').delete(0, 3)
  const update = Y.encodeStateAsUpdate(doc)
  // Without its beginning it stands on what never comes.
  return chance.below(2) === 0 ? update : Y.diffUpdate(update, Y.encodeStateVector(new Map([[doc.clientID, 5]])))
}

function forged({ draft, honestClient }: Seen): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, draft)
  doc.clientID = honestClient
  const before = Y.encodeStateVector(doc)
  doc.getText('body').insert(5, 'under another name')
  return Y.encodeStateAsUpdate(doc, before)
}

function flipped(chance: Chance, frame: Uint8Array): Uint8Array {
  const copy = frame.slice()
  for (let flips = 1 + chance.below(4); flips > 0; flips--) copy[chance.below(copy.length)] = chance.below(256)
  return copy
}

/** Bytes that are no frame of a websocket: reserved bits, an unknown kind, no mask, a length beyond all numbers, words that are no UTF-8. */
const BROKEN_FRAMING: readonly Uint8Array[] = [
  Uint8Array.of(0xf2, 0x80, 0, 0, 0, 0),
  Uint8Array.of(0x83, 0x80, 0, 0, 0, 0),
  Uint8Array.of(0x82, 0x01, 0x00),
  Uint8Array.of(0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0),
  Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0),
  Uint8Array.of(0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe),
  Uint8Array.of(0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0),
]

/** Beyond what a draft takes in one frame. */
const OVERSIZED = new Uint8Array(16 * 1024 * 1024 + 1)

/** The next thing an attacker sends. */
export function nextHostile(chance: Chance, seen: Seen): Hostile {
  const dice = chance.below(1_000)
  if (dice < 200) return { kind: 'noise', send: noise(chance, chance.below(300)) }
  if (dice < 300) return { kind: 'noise behind a type', send: written(chance.pick([0, 1, 2, 3, 4, 10, 11]), noise(chance, chance.below(60))) }
  if (dice < 450) return { kind: 'flipped', send: flipped(chance, honestLike(chance, seen)) }
  if (dice < 550) {
    const whole = honestLike(chance, seen)
    return { kind: 'truncated', send: whole.subarray(0, chance.below(whole.length)) }
  }
  if (dice < 600) return { kind: 'two in one', send: written(honestLike(chance, seen), honestLike(chance, seen)) }
  if (dice < 700) return { kind: 'another document', send: updateFrame(fromAnotherDocument(chance)) }
  if (dice < 750) return { kind: 'forged', send: updateFrame(forged(seen)) }
  if (dice < 760) return { kind: 'said by the server', send: written(MESSAGE.stored, 5) }
  if (dice < 800) return { kind: 'text', send: chance.pick(['', '{}', 'x'.repeat(5_000)]) }
  if (dice < 850) return { kind: 'broken framing', send: chance.pick(BROKEN_FRAMING), raw: true }
  if (dice < 851) return { kind: 'oversized', send: OVERSIZED }
  const bombs = chance.below(3) === 0 ? OTHER_BOMBS : UPDATE_BOMBS
  const kind = chance.pick(Object.keys(bombs))
  return { kind, send: bombs === UPDATE_BOMBS ? updateBombFrame(kind, stranger(chance), chance) : (bombs[kind]?.(stranger(chance), chance) ?? written(0)) }
}
