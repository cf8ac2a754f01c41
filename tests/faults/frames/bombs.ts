import * as Y from 'yjs'
import type { Chance } from '../../simulation/chance.ts'
import { awarenessFrame, inRoot, struct, updateFrame, updateOf, vectorFrame, written, type Part } from './writing.ts'

/** The first byte of a struct of each kind of content, as Yjs writes it; 32: it has a key. */
const CONTENT = { gc: 0, deleted: 1, binary: 3, string: 4, embed: 5, format: 6, type: 7, any: 8, doc: 9, skip: 10 } as const
const WITH_KEY = 32
const WITH_ORIGIN = 128

const HUGE = Number.MAX_SAFE_INTEGER
const MANY = 2 ** 31
const ARRAY_OF_ONE = Uint8Array.of(117, 1)
const UNDEFINED = Uint8Array.of(127)

const times = <Item>(count: number, item: (n: number) => Item): Item[] => Array.from({ length: count }, (_, n) => item(n))
const deepJson = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
const body = inRoot('body')

/** Maps in maps, `depth` of them, each in the one before; then the outermost is deleted. */
const nest = (client: number, depth: number): Uint8Array => {
  const inner = (n: number): Part => (n === 0 ? struct(CONTENT.type | WITH_KEY, inRoot('nest'), 'k', 1) : struct(CONTENT.type | WITH_KEY, [0, client, n - 1], 'k', 1))
  return updateOf(client, times(depth, inner), { deletes: [1, client, 1, 0, 1] })
}

/** Small updates that are read into much, or that lead whoever applies them astray; `client` is one that nobody has. */
export const UPDATE_BOMBS: Readonly<Record<string, (client: number, chance: Chance) => Uint8Array>> = {
  'more clients than bytes': () => written(MANY, 1),
  'more structs than bytes': (client) => written(1, MANY, client, 0),
  'a clock at the end of numbers': (client) => updateOf(client, [struct(CONTENT.string, body, 'late')], { clock: HUGE - 4 }),
  'a gap as long as numbers go': (client) => updateOf(client, [struct(CONTENT.skip, HUGE)]),
  'rubbish as long as numbers go': (client) => updateOf(client, [struct(CONTENT.gc, HUGE)]),
  'rubbish, and words far behind it': (client) => updateOf(client, [struct(CONTENT.gc, 2 ** 40), struct(CONTENT.string, body, 'far')]),
  'a deletion as long as numbers go': (client) => updateOf(client, [struct(CONTENT.deleted, body, HUGE)]),
  'values in values': (client) => updateOf(client, [struct(CONTENT.any, body, 1, times(20_000, () => ARRAY_OF_ONE), UNDEFINED)]),
  'more values than bytes': (client) => updateOf(client, [struct(CONTENT.any, body, MANY)]),
  'an embed of brackets': (client) => updateOf(client, [struct(CONTENT.embed, body, deepJson(30_000))]),
  'an embed that is no JSON': (client) => updateOf(client, [struct(CONTENT.embed, body, '{"clause":')]),
  'a format of brackets': (client) => updateOf(client, [struct(CONTENT.format, body, 'em', deepJson(30_000))]),
  'words of 20,000 letters': (client) => updateOf(client, [struct(CONTENT.string, body, 'x'.repeat(20_000))]),
  'maps in maps': (client) => nest(client, 12),
  'maps in maps, deep': (client) => nest(client, 8_000),
  'documents in the document': (client) => updateOf(client, times(500, (n) => struct(CONTENT.doc, body, `guid${n}`, Uint8Array.of(118, 0)))),
  'a type that does not exist': (client) => updateOf(client, [struct(CONTENT.type, body, 99)]),
  'content that does not exist': (client) => updateOf(client, [struct(31, body, 1)]),
  'a root called __proto__': (client) => updateOf(client, [struct(CONTENT.any | WITH_KEY, inRoot('__proto__'), '__proto__', 1, UNDEFINED)]),
  'a root with a name of a million letters': (client) => updateOf(client, [struct(CONTENT.string, inRoot('n'.repeat(1_000_000)), 'x')]),
  'meta overwritten with values of no kind': (client) => updateOf(client, [struct(CONTENT.any | WITH_KEY, inRoot('meta'), 'style', 1, UNDEFINED)]),
  'a log of moves that are none': (client) => updateOf(client, times(100, () => struct(CONTENT.any, inRoot('moves'), 1, UNDEFINED))),
  'an entry that is a number': (client) => updateOf(client, [struct(CONTENT.any | WITH_KEY, inRoot('clauses'), 'c_0000000000', 1, Uint8Array.of(125, 1))]),
  'twenty thousand clients': (client) => written(20_000, times(20_000, (n) => [1, client + n, 0, struct(CONTENT.gc, 1)]), 0),
  'what stands on what never comes': (client, chance) => updateOf(client, [struct(CONTENT.string | WITH_ORIGIN, client, 5, 'hanging')], { clock: 1_000 + chance.below(1_000) }),
  'two who stand on each other': (client) =>
    written(2, [1, client, 0, struct(CONTENT.string | WITH_ORIGIN, client + 1, 0, 'a')], [1, client + 1, 0, struct(CONTENT.string | WITH_ORIGIN, client, 0, 'b')], 0),
  'what stands on itself': (client) => updateOf(client, [struct(CONTENT.string | WITH_ORIGIN, client, 0, 'self')]),
  'what is its own parent': (client) => updateOf(client, [struct(CONTENT.string, [0, client, 0], 'self')]),
  'what has words for a parent': (client) => updateOf(client, [struct(CONTENT.string, body, 'ab'), struct(CONTENT.string, [0, client, 0], 'child')]),
  'more deletions than bytes': () => written(0, MANY),
  'more ranges than bytes': (client) => written(0, 1, client, MANY),
  'everything of the seed deleted': () => updateOf(0, [], { deletes: [1, 1, 1, 0, HUGE] }),
  'everything of nobody deleted': (client) => updateOf(0, [], { deletes: [1, client, 1, 0, HUGE] }),
  'five thousand deletions': (client) => updateOf(0, [], { deletes: [1, client, 5_000, times(5_000, (n) => [n * 3, 1])] }),
  'an update of the second kind': (client) => {
    const doc = new Y.Doc()
    doc.clientID = client
    doc.getText('body').insert(0, 'second kind')
    return Y.encodeStateAsUpdateV2(doc)
  },
}

/** What presence and state vectors can do of that sort. */
export const OTHER_BOMBS: Readonly<Record<string, (client: number, chance: Chance) => Uint8Array>> = {
  'a vector with more clients than bytes': () => vectorFrame(written(MANY)),
  'a vector of ten thousand strangers': (client) => vectorFrame(written(10_000, times(10_000, (n) => [client + n, HUGE]))),
  'a vector of noise': (_client, chance) => vectorFrame(Uint8Array.from(times(64, () => chance.below(256)))),
  'more carets than bytes': () => awarenessFrame(written(MANY)),
  'a caret of brackets': (client) => awarenessFrame(written(1, client, 1, `{"caret":${deepJson(30_000)}}`)),
  'a caret of 70,000 letters': (client) => awarenessFrame(written(1, client, 1, JSON.stringify({ name: 'n'.repeat(70_000) }))),
  'a thousand carets': (client) => awarenessFrame(written(1_000, times(1_000, (n) => [client + n, 1, '{}']))),
  'a caret that is a list': (client) => awarenessFrame(written(1, client, 1, '[]')),
  'a caret that is no JSON': (client) => awarenessFrame(written(1, client, 1, '{')),
  'a caret called __proto__': (client) => awarenessFrame(written(1, client, 1, '{"__proto__":{"user":1},"constructor":1}')),
  'a caret at the end of clocks': (client) => awarenessFrame(written(1, client, HUGE, '{"user":{"name":"The Chair"}}')),
}

export const updateBombFrame = (name: string, client: number, chance: Chance): Uint8Array => updateFrame(UPDATE_BOMBS[name]?.(client, chance) ?? written(0, 0))
