import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BOUNDS, isBeyondBounds } from '#shared/document/yjs/bounds.ts'
import { inspectUpdate } from '#shared/document/yjs/inspect.ts'
import { UPDATE_BOMBS } from '../../../faults/frames/bombs.ts'
import { Chance } from '../../../simulation/chance.ts'
import { copyOf, draftWith } from '../../../support/drafts.ts'
import { par } from '../../../support/treaty.ts'

const draft = draftWith(par('The Parties'), par('shall cooperate'))
const CLIENT = 2 ** 40

/** What the guard says of what client 2 makes of the draft. */
function refusalOf(act: (doc: Y.Doc) => void) {
  const writer = copyOf(draft, 2)
  act(writer)
  return inspectUpdate(draft, Y.encodeStateAsUpdate(writer, Y.encodeStateVector(draft))).refusal
}

/** Maps in maps, so many of them, below a key of a root. */
function nest(doc: Y.Doc, maps: number): void {
  let around: Y.Map<unknown> = doc.getMap('meta')
  for (let n = 0; n < maps; n++) {
    const inner = new Y.Map<unknown>()
    around.set('k', inner)
    around = inner
  }
}

describe('[DC18] what is beyond the bounds is refused', () => {
  const refused = ['an embed of brackets', 'a format of brackets', 'maps in maps', 'documents in the document', 'rubbish as long as numbers go', 'a gap as long as numbers go',
    'a deletion as long as numbers go', 'a clock at the end of numbers', 'a root with a name of a million letters', 'everything of nobody deleted'] as const
  test.each(refused)('%s', (name) => {
    expect(inspectUpdate(draft, UPDATE_BOMBS[name]?.(CLIENT, new Chance(1)) ?? Uint8Array.of(0, 0)).refusal).toBe('frame-malformed')
  })

  test('too many new clients at once', () => {
    expect(inspectUpdate(draft, UPDATE_BOMBS['twenty thousand clients']?.(CLIENT, new Chance(1)) ?? Uint8Array.of(0, 0)).refusal).toBe('too-large')
  })

  test('shared types in one another, also when they come one by one', () => {
    expect(refusalOf((doc) => nest(doc, BOUNDS.typesDeep - 1))).toBeNull()
    expect(refusalOf((doc) => nest(doc, BOUNDS.typesDeep + 1))).toBe('frame-malformed')
    const grown = copyOf(draft, 2)
    nest(grown, BOUNDS.typesDeep)
    const before = Y.encodeStateVector(grown)
    const standing = copyOf(grown, 3)
    let deepest: unknown = grown.getMap('meta')
    while (deepest instanceof Y.Map && deepest.get('k') instanceof Y.Map) deepest = deepest.get('k')
    if (deepest instanceof Y.Map) deepest.set('k', new Y.Map())
    expect(inspectUpdate(standing, Y.encodeStateAsUpdate(grown, before)).refusal).toBe('frame-malformed')
  })

  test('two who stand on each other are looked at once, not for ever', () => {
    expect(inspectUpdate(draft, UPDATE_BOMBS['two who stand on each other']?.(CLIENT, new Chance(1)) ?? Uint8Array.of(0, 0)).refusal).toBeNull()
  })
})

test('[DC18] what honest work makes is within them', () => {
  const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(draft))
  expect(structs.filter(isBeyondBounds)).toEqual([])
  expect(refusalOf((doc) => doc.getText('body').insert(3, 'x', { em: { a: [1] } }))).toBeNull()
})
