import { describe, expect, test } from 'vitest'
import { setKind } from '#shared/document/index.ts'
import { twoAt, type Peer } from '../desk.ts'

/** Every undo or redo of `peer` that its editor did not show. */
function unseenBy(peer: Peer): string[] {
  const unseen: string[] = []
  peer.sync.onUnseen((way) => unseen.push(way))
  return unseen
}

const kindsOf = (peer: Peer) => peer.texts().map((_, index) => peer.editor.state.doc.child(index).attrs['kind'] as unknown)

describe('what both did', () => {
  for (const [first, second] of [
    [0, 1],
    [1, 0],
  ] as const) {
    test(`[DC2] [DC12] a removal by both comes back with the first undo, be it by ${first}; the other’s says that it found nothing`, () => {
      const [, , desk] = twoAt('one', 'two')
      const [a, b] = [desk.peer(first), desk.peer(second)]
      const unseen = unseenBy(b)
      a.remove(0)
      b.remove(0)
      expect(desk.exchange()).toEqual(['two'])
      expect(a.sync.undo()).toBe(true)
      expect(desk.exchange()).toEqual(['one', 'two'])
      expect(b.sync.undo()).toBe(false)
      expect(unseen).toEqual(['undo'])
      expect(desk.exchange()).toEqual(['one', 'two'])
      expect(a.sync.redo()).toBe(true)
      expect(desk.exchange()).toEqual(['two'])
    })

    test(`[DC2] [DC12] a merge by both is separated by the first undo, be it by ${first}; the other’s says that it found nothing`, () => {
      const [, , desk] = twoAt('one', 'two')
      const [a, b] = [desk.peer(first), desk.peer(second)]
      const unseen = unseenBy(b)
      a.merge(1)
      b.merge(1)
      expect(desk.exchange()).toEqual(['onetwo'])
      expect(a.sync.undo()).toBe(true)
      expect(desk.exchange()).toEqual(['one', 'two'])
      expect(b.sync.undo()).toBe(false)
      expect(unseen).toEqual(['undo'])
      a.sync.redo()
      expect(desk.exchange()).toEqual(['onetwo'])
    })

    test(`[DC2] a kind given by both is taken back by the first undo, be it by ${first}`, () => {
      const [, , desk] = twoAt('one', 'two')
      const [a, b] = [desk.peer(first), desk.peer(second)]
      a.run(0, 0, setKind('article'))
      b.run(0, 0, setKind('article'))
      desk.exchange()
      expect(a.sync.undo()).toBe(true)
      desk.exchange()
      expect(kindsOf(b)).toEqual(['paragraph', 'paragraph'])
      expect(b.sync.undo()).toBe(false)
    })
  }

  test('[DC2] a kind that somebody gave again knowing of mine is not mine to take back', () => {
    const [a, b, desk] = twoAt('one')
    a.run(0, 0, setKind('article'))
    desk.exchange()
    b.run(0, 0, setKind('chapter'))
    b.run(0, 0, setKind('article'))
    desk.exchange()
    expect(a.sync.undo()).toBe(false)
    desk.exchange()
    expect(kindsOf(b)).toEqual(['article'])
  })

  test('[DC12] [DC15] words that both deleted come back once, with the first undo; the other’s says that it found nothing', () => {
    const [a, b, desk] = twoAt('abcdef')
    const unseen = unseenBy(b)
    a.erase([0, 3], [0, 6])
    b.erase([0, 2], [0, 5])
    expect(desk.exchange()).toEqual(['ab'])
    expect(a.sync.undo()).toBe(true)
    expect(desk.exchange()).toEqual(['abdef'])
    expect(b.sync.undo()).toBe(true)
    expect(desk.exchange()).toEqual(['abcdef'])
    expect(unseen).toEqual([])
    a.sync.redo()
    expect(desk.exchange()).toEqual(['abc'])
    a.erase([0, 0], [0, 1])
    b.erase([0, 0], [0, 1])
    desk.exchange()
    a.sync.undo()
    desk.exchange()
    expect(b.sync.undo()).toBe(false)
    expect(unseen).toEqual(['undo'])
    expect(desk.exchange()).toEqual(['abc'])
  })
})

describe('a word put back is the same word', () => {
  test('[DC15] what somebody else deleted and put back goes with the undo of its typing, and comes back with the redo', () => {
    const [a, b, desk] = twoAt('abc')
    a.type(0, 3, 'XYZ')
    desk.exchange()
    b.erase([0, 3], [0, 6])
    b.sync.undo()
    expect(desk.exchange()).toEqual(['abcXYZ'])
    expect(a.sync.undo()).toBe(true)
    expect(desk.exchange()).toEqual(['abc'])
    expect(a.sync.redo()).toBe(true)
    expect(desk.exchange()).toEqual(['abcXYZ'])
  })

  test('[DC15] however often it went and came', () => {
    const [a, b, desk] = twoAt('abc')
    for (const peer of [a, b, a]) {
      peer.erase([0, 1], [0, 2])
      desk.exchange()
      peer.sync.undo()
      expect(desk.exchange()).toEqual(['abc'])
    }
    a.erase([0, 0], [0, 3])
    b.erase([0, 1], [0, 3])
    desk.exchange()
    b.sync.undo()
    desk.exchange()
    a.sync.undo()
    expect(desk.exchange()).toEqual(['abc'])
    b.sync.redo()
    expect(desk.exchange()).toEqual(['a'])
  })
})

describe('an undo that changes nothing to be seen', () => {
  test('[DC2] is told, and leaves the act before it alone', () => {
    const [a, b, desk] = twoAt('one', 'two')
    const unseen = unseenBy(a)
    a.type(1, 0, 'X')
    a.type(0, 0, 'Y')
    desk.exchange()
    b.erase([0, 0], [0, 1])
    desk.exchange()
    expect(a.sync.undo()).toBe(false)
    expect(unseen).toEqual(['undo'])
    expect(desk.exchange()).toEqual(['one', 'Xtwo'])
    expect(a.sync.undo()).toBe(true)
    expect(desk.exchange()).toEqual(['one', 'two'])
  })

  test('[DC2] is told where the clause was removed since; what is redone there is not taken for removed on purpose', () => {
    const [a, b, desk] = twoAt('one', 'two')
    const unseen = unseenBy(a)
    a.type(0, 0, 'X')
    b.remove(0)
    desk.exchange()
    expect(a.sync.undo()).toBe(false)
    expect(a.sync.redo()).toBe(false)
    expect(unseen).toEqual(['undo', 'redo'])
    expect(JSON.stringify(a.doc.getMap('clauses').toJSON())).not.toContain('"with":"c_0000000000","seen":{"1"')
  })

  test('is told to nobody who has stopped listening, nor where there was no act', () => {
    const [a] = twoAt('one')
    const unseen: string[] = []
    const stop = a.sync.onUnseen((way) => unseen.push(way))
    expect(a.sync.undo()).toBe(false)
    stop()
    expect(a.sync.redo()).toBe(false)
    expect(unseen).toEqual([])
  })
})
