import { describe, expect, test } from 'vitest'
import { placeAt, resolvePlace, readDraft, type Spot } from '#shared/document/index.ts'
import { twoAt, type Peer } from '../desk.ts'

/** The clause texts with a bar where `spot` is. */
function shown(peer: Peer, spot: Spot | null): string {
  return readDraft(peer.doc)
    .clauses.map(({ id, text }) => (spot?.clauseId === id ? `${text.slice(0, spot.offset)}|${text.slice(spot.offset)}` : text))
    .join(' ')
}

function placed(peer: Peer, index: number, offset: number): () => string {
  const clause = readDraft(peer.doc).clauses[index]
  if (!clause) throw new Error(`no clause ${index}`)
  const place = placeAt(peer.doc, clause.id, offset)
  return () => shown(peer, resolvePlace(peer.doc, place))
}

describe('a place', () => {
  test('[DC10] resolves to where it was made, at every offset', () => {
    const [a] = twoAt('abc', '', 'd😀')
    for (const [index, offset] of [[0, 0], [0, 1], [0, 3], [1, 0], [2, 0], [2, 3]] as const) {
      const clause = readDraft(a.doc).clauses[index]
      if (!clause) throw new Error('no clause')
      expect(resolvePlace(a.doc, placeAt(a.doc, clause.id, offset))).toEqual({ clauseId: clause.id, offset })
    }
  })

  test('[DC10] keeps to the character before it through typing, split, its undo, merge and move', () => {
    const [a, b, desk] = twoAt('abcdef', 'two', 'three')
    const tail = placed(a, 0, 5)
    b.type(0, 1, '++')
    desk.exchange()
    expect(tail()).toBe('a++bcde|f two three')
    b.split(0, 4)
    desk.exchange()
    expect(tail()).toBe('a++b cde|f two three')
    b.sync.undo()
    desk.exchange()
    expect(tail()).toBe('a++bcde|f two three')
    const second = placed(a, 1, 1)
    b.merge(1)
    desk.exchange()
    expect(second()).toBe('a++bcdeft|wo three')
    b.down(0)
    desk.exchange()
    expect(second()).toBe('three a++bcdeft|wo')
  })

  test('[DC10] is null while its clause is hidden, and back after undo', () => {
    const [a, b, desk] = twoAt('abc', 'two')
    const words = placed(a, 0, 2)
    b.remove(0)
    desk.exchange()
    expect(words()).toBe('two')
    b.sync.undo()
    desk.exchange()
    expect(words()).toBe('ab|c two')
  })

  test('[DC10] falls back to what stands before words that were deleted', () => {
    const [a, b, desk] = twoAt('abcdef')
    const words = placed(a, 0, 4)
    b.erase([0, 1], [0, 5])
    desk.exchange()
    expect(words()).toBe('a|f')
    b.sync.undo()
    desk.exchange()
    expect(words()).toBe('abcde|f') // only where the undo was made does Yjs know the restored words for the deleted ones
    expect(shown(b, resolvePlace(b.doc, placeAt(b.doc, readDraft(b.doc).clauses[0]?.id ?? fail(), 4)))).toBe('abcd|ef')
  })

  test('bytes that are no place resolve to nothing; a clause that is not shown has none', () => {
    const [a] = twoAt('abc')
    expect(resolvePlace(a.doc, Uint8Array.from([9, 9, 9]))).toBe(null)
    expect(resolvePlace(a.doc, new Uint8Array())).toBe(null)
    const id = readDraft(a.doc).clauses[0]?.id ?? fail()
    const [b] = twoAt('x', 'y')
    b.remove(0)
    expect(() => placeAt(b.doc, id, 0)).toThrow('no clause')
  })
})

function fail(): never {
  throw new Error('no clause')
}
