import { describe, expect, test } from 'vitest'
import { readDraft } from '#shared/document/index.ts'
import { Fragment, Slice } from '@tiptap/pm/model'
import { twoAt, type Peer } from '../desk.ts'

const paste = (peer: Peer, [index, offset]: readonly [number, number], words: readonly string[]): void => {
  const { schema, tr } = peer.editor.state
  const nodes = words.map((text) => schema.node('clause', { kind: 'paragraph' }, schema.text(text)))
  const at = peer.at(index, offset)
  peer.editor.dispatch(tr.replaceRange(at, at, new Slice(Fragment.fromArray(nodes), 1, 1)))
}

const pasteBehind = (peer: Peer, index: number, words: readonly string[]): void => {
  const { schema, tr, doc } = peer.editor.state
  peer.editor.dispatch(tr.insert(peer.at(index, doc.child(index).content.size) + 1, words.map((text) => schema.node('clause', { kind: 'paragraph' }, schema.text(text)))))
}

describe('two people at the same moment', () => {
  test('[DC12] two splits at one place leave an empty clause, and undo by either removes it', () => {
    for (const undoer of [0, 1]) {
      const [a, b, desk] = twoAt('abcdef')
      a.split(0, 3)
      b.split(0, 3)
      expect(desk.exchange()).toEqual(['abc', '', 'def'])
      expect(desk.peer(undoer).sync.undo()).toBe(true)
      expect(desk.exchange()).toEqual(['abc', 'def'])
    }
  })

  test('[DC12] two splits at different places give three parts', () => {
    const [a, b, desk] = twoAt('abcdef')
    a.split(0, 2)
    b.split(0, 4)
    expect(desk.exchange()).toEqual(['ab', 'cd', 'ef'])
  })

  test('[DC12] typing in a tail that is split off stays in the tail', () => {
    const [a, b, desk] = twoAt('abcdef')
    a.split(0, 3)
    b.type(0, 5, '++')
    expect(desk.exchange()).toEqual(['abc', 'de++f'])
  })

  test('[DC12] the same merge by two is one merge', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.merge(1)
    b.merge(1)
    expect(desk.exchange()).toEqual(['onetwo'])
  })

  test('[DC12] two neighbouring merges give one clause, and undo separates', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three')
    a.merge(1)
    b.merge(2)
    expect(desk.exchange()).toEqual(['onetwothree'])
    b.sync.undo()
    expect(desk.exchange()).toEqual(['onetwo', 'three'])
    a.sync.undo()
    expect(desk.exchange()).toEqual(['one', 'two', 'three'])
  })

  test('[DC12] words typed in a clause that is merged away are visible in place', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.merge(1)
    b.type(1, 1, '++')
    expect(desk.exchange()).toEqual(['onet++wo'])
  })

  test('[DC12] two moves of one clause: the later stamp decides, and undo of each steps back', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three', 'four')
    a.down(0)
    b.down(0)
    b.down(1)
    expect(desk.exchange()).toEqual(['two', 'three', 'one', 'four'])
    b.sync.undo()
    expect(desk.exchange()).toEqual(['two', 'one', 'three', 'four'])
    b.sync.undo()
    expect(desk.exchange()).toEqual(['two', 'one', 'three', 'four'])
    a.sync.undo()
    expect(desk.exchange()).toEqual(['one', 'two', 'three', 'four'])
  })

  test('[DC12] a tail split off meanwhile goes along with the move; who knew the split moves the head alone', () => {
    const [a, b, desk] = twoAt('abcdef', 'two')
    a.down(0)
    b.split(0, 3)
    expect(desk.exchange()).toEqual(['two', 'abc', 'def'])
    const [c, , other] = twoAt('abcdef', 'two')
    c.split(0, 3)
    c.down(0)
    expect(other.exchange()).toEqual(['def', 'abc', 'two'])
  })

  test('[DC12] a merge wins over a move, words once; undo of the merge shows the move', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three')
    a.merge(1)
    b.down(1)
    expect(desk.exchange()).toEqual(['onetwo', 'three'])
    a.sync.undo()
    expect(desk.exchange()).toEqual(['one', 'three', 'two'])
  })

  test('[DC12] a clause merged and split at once: its head joins, its tail stands', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.merge(1)
    b.split(1, 1)
    expect(desk.exchange()).toEqual(['onet', 'wo'])
  })

  test('[DC12] a clause merged into one that is removed stands alone', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.merge(1)
    b.remove(0)
    expect(desk.exchange()).toEqual(['two'])
  })

  test('[DC12] removal wins over a move; undo shows the clause at its new place', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three')
    a.remove(0)
    b.down(0)
    expect(desk.exchange()).toEqual(['two', 'three'])
    a.sync.undo()
    expect(desk.exchange()).toEqual(['two', 'one', 'three'])
  })

  test('[DC12] words typed in a removed clause are kept, and undo shows them in place', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.remove(0)
    b.type(0, 1, '++')
    expect(desk.exchange()).toEqual(['two'])
    expect(b.doc.getText('body').toJSON()).toContain('o++ne')
    a.sync.undo()
    expect(desk.exchange()).toEqual(['o++ne', 'two'])
  })

  test('[DC12] a tail split off a clause that is removed stays visible', () => {
    const [a, b, desk] = twoAt('abcdef', 'two')
    a.remove(0)
    b.split(0, 3)
    expect(desk.exchange()).toEqual(['def', 'two'])
  })

  test('[DC12] words typed inside a stretch that is deleted across clauses stand at the seam', () => {
    const [a, b, desk] = twoAt('abcdef', 'two', 'uvwxyz')
    a.erase([0, 3], [2, 3])
    b.type(1, 1, '++')
    expect(desk.exchange()).toEqual(['abc++xyz'])
  })

  test('[DC12] undo of a split leaves what others typed in the tail visible', () => {
    const [a, b, desk] = twoAt('abcdef')
    a.split(0, 3)
    desk.exchange()
    b.type(1, 3, '<B>')
    desk.exchange()
    a.sync.undo()
    expect(desk.exchange()).toEqual(['abcdef<B>'])
  })

  test('[DC12] undo of a paste leaves what others typed in it at the end of the clause before', () => {
    const [a, b, desk] = twoAt('one', 'two')
    pasteBehind(a, 0, ['pasted'])
    desk.exchange()
    b.type(1, 3, '<B>')
    desk.exchange()
    a.sync.undo()
    expect(desk.exchange()).toEqual(['one<B>', 'two'])
  })

  test('[DC12] undo of a move does not bring back a clause that was removed since', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.down(0)
    desk.exchange()
    b.remove(1)
    desk.exchange()
    a.sync.undo()
    expect(desk.exchange()).toEqual(['two'])
  })
})

describe('one person', () => {
  test('[DC9] a keystroke is one insertion and touches nothing else', () => {
    const [a] = twoAt('abc', 'def')
    a.sent.length = 0
    a.type(1, 1, 'X')
    expect(a.sent).toHaveLength(1)
    expect(a.sent[0]?.length).toBeLessThan(30)
  })

  test('[DC9] a transaction of several steps is written step by step, as one change and one act', () => {
    const [a, b, desk] = twoAt('abc', 'def', 'ghi')
    const { tr } = a.editor.state
    tr.insertText('1', a.at(2, 1)).insertText('2', a.at(0, 1)).join(a.at(1, 0))
    a.sent.length = 0
    a.editor.dispatch(tr)
    expect(a.sent).toHaveLength(1)
    b.type(1, 1, '++')
    expect(desk.exchange()).toEqual(['a2bcd++ef', 'g1hi'])
    a.sync.undo()
    expect(desk.exchange()).toEqual(['abc', 'd++ef', 'ghi'])
  })

  test('[DC3] [DC4] a split inside merged clauses keeps everything behind the caret together', () => {
    const [a, , desk] = twoAt('one', 'two', 'three', 'four')
    a.down(0)
    a.merge(1)
    a.merge(1)
    expect(desk.exchange()).toEqual(['twoonethree', 'four'])
    a.split(0, 1)
    expect(desk.exchange()).toEqual(['t', 'woonethree', 'four'])
    a.split(1, 4)
    expect(desk.exchange()).toEqual(['t', 'woon', 'ethree', 'four'])
  })

  test('[DC4] a clause that stands alone only because what it continues is removed stays its own once it was moved', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three')
    a.merge(1)
    b.remove(0)
    expect(desk.exchange()).toEqual(['two', 'three'])
    a.down(0)
    desk.exchange()
    b.sync.undo()
    expect(desk.exchange()).toEqual(['one', 'three', 'two'])
  })

  test('[DC4] what was joined to a clause and is hidden stays with it when something is put between', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three')
    a.merge(1)
    b.remove(1)
    expect(desk.exchange()).toEqual(['one', 'three'])
    pasteBehind(a, 0, ['new'])
    desk.exchange()
    b.sync.undo()
    expect(desk.exchange()).toEqual(['onetwo', 'new', 'three'])
  })

  test('[DC5] a removed clause keeps its place among those that move', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three', 'four')
    b.remove(1)
    desk.exchange()
    a.down(1)
    a.down(0)
    expect(desk.exchange()).toEqual(['four', 'one', 'three'])
    b.sync.undo()
    expect(desk.exchange().toSorted()).toEqual(['four', 'one', 'three', 'two'])
  })

  test('[DC6] pasted clauses in the middle of words split them, and each gets an id of its own', () => {
    const [a, , desk] = twoAt('abcdef')
    paste(a, [0, 3], ['one', 'two', 'three'])
    expect(desk.exchange()).toEqual(['abcone', 'two', 'threedef'])
    expect(new Set(readDraft(a.doc).clauses.map(({ id }) => id)).size).toBe(3)
    a.sync.undo()
    expect(desk.exchange()).toEqual(['abcdef'])
    a.sync.redo()
    expect(desk.exchange()).toEqual(['abcone', 'two', 'threedef'])
  })

  test('[DC7] deleting everything leaves one empty clause that can be written in', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.editor.dispatch(a.editor.state.tr.delete(0, a.editor.state.doc.content.size))
    expect(desk.exchange()).toEqual([''])
    b.type(0, 0, 'new')
    expect(desk.exchange()).toEqual(['new'])
    a.sync.undo()
    expect(desk.exchange()).toEqual(['onenew', 'two'])
  })

  test('[DC7] two who removed the last two clauses see one empty clause, and can write in it', () => {
    const [a, b, desk] = twoAt('one', 'two')
    a.remove(0)
    b.remove(1)
    expect(desk.exchange()).toEqual([])
    expect(a.texts()).toEqual([''])
    a.type(0, 0, 'again')
    expect(desk.exchange()).toEqual(['again'])
  })
})
