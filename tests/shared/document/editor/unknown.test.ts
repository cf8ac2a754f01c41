import type { Command } from '@tiptap/pm/state'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ClauseId } from '#shared/clauses/index.ts'
import {
  draftSchema,
  indentClause,
  mergeWithNext,
  mergeWithPrevious,
  moveClauseUp,
  removeClause,
  setKind,
  setNumber,
  splitClause,
  toggleEm,
} from '#shared/document/index.ts'
import { entryOf, rootsOf } from '#shared/document/yjs/roots.ts'
import { isUnknownKind, keepsUnknown } from '#shared/document/editor/unknown.ts'
import { Desk, paragraphs, type Peer } from '../desk.ts'

/** Three clauses of which the middle one is of a kind that comes with a later program, with what that one says of it. */
let desk: Desk
let peer: Peer
let unknownId: ClauseId
beforeEach(() => {
  const text = paragraphs(['before', 'unknown', 'after'])
  unknownId = text.clauses[1]?.id ?? unknownId
  desk = new Desk(text)
  peer = desk.peer(0)
  desk.peer(1).doc.transact(() => {
    const entry = entryOf(rootsOf(desk.peer(1).doc).clauses, unknownId)
    entry?.set('kind', 'resolution')
    entry?.set('votes', { for: 40, against: 2 })
  })
  desk.exchange()
})

/** What the entry says; that it was taken out and put back in one act is noted beside. */
const entry = (): unknown => ({ removed: false, ...entryOf(rootsOf(peer.doc).clauses, unknownId)?.toJSON(), removals: [] })
const attempt = (act: () => void): Readonly<{ kept: number; texts: readonly string[] }> => {
  const was = entry()
  act()
  expect(entry()).toEqual(was)
  return { kept: peer.kept, texts: desk.exchange() }
}

describe('a clause of an unknown kind', () => {
  test('[DC16] is shown as text, and says that it is unknown', () => {
    const node = peer.editor.state.doc.child(1)
    expect([node.attrs['kind'], node.attrs['unknownKind'], node.textContent, isUnknownKind(node)]).toEqual(['text', 'resolution', 'unknown', true])
  })

  const over = (command: Command) => () => {
    peer.select(peer.at(0, 2), peer.at(2, 2))
    peer.editor.run(command)
  }
  const inside = (command: Command, offset = 3) => () => void peer.run(1, offset, command)
  test.each<readonly [string, () => void]>([
    ['typing in it', () => peer.type(1, 3, 'x')],
    ['deleting in it', () => peer.erase([1, 2], [1, 4])],
    ['deleting across it', () => peer.erase([0, 2], [2, 2])],
    ['typing over it', () => peer.editor.dispatch(peer.editor.state.tr.insertText('x', peer.at(0, 2), peer.at(2, 2)))],
    ['deleting up into it', () => peer.erase([0, 2], [1, 2])],
    ['splitting it', inside(splitClause)],
    ['merging it', inside(mergeWithPrevious, 0)],
    ['merging what follows', inside(mergeWithNext, 7)],
    ['another kind', inside(setKind('paragraph'))],
    ['a number', inside(setNumber('4 bis'))],
    ['another depth', inside(indentClause)],
    ['removing it', inside(removeClause)],
    ['removing it with others', over(removeClause)],
    ['making it italic with others', over(toggleEm)],
    ['a second one of it', () => peer.editor.dispatch(peer.editor.state.tr.insert(0, peer.editor.state.doc.child(1)))],
  ])('[DC16] stays as it is: %s is refused', (_what, act) => {
    expect(attempt(act)).toEqual({ kept: 1, texts: ['before', 'unknown', 'after'] })
  })

  test('[DC16] can be moved, and what stands beside it split, written, removed and undone', () => {
    expect(attempt(() => peer.run(1, 0, moveClauseUp))).toEqual({ kept: 0, texts: ['unknown', 'before', 'after'] })
    expect(attempt(() => peer.split(1, 2)).texts).toEqual(['unknown', 'be', 'fore', 'after'])
    expect(attempt(() => peer.type(1, 0, 'x')).texts).toEqual(['unknown', 'xbe', 'fore', 'after'])
    expect(attempt(() => peer.remove(2)).texts).toEqual(['unknown', 'xbe', 'after'])
    for (const texts of [['unknown', 'xbe', 'fore', 'after'], ['unknown', 'be', 'fore', 'after'], ['unknown', 'before', 'after'], ['before', 'unknown', 'after']]) {
      expect(attempt(() => peer.sync.undo()).texts).toEqual(texts)
    }
    expect(peer.kept).toBe(0)
  })

  test('[DC16] stands through an act that takes it out and puts it back, as a drag does', () => {
    const node = peer.editor.state.doc.child(1)
    const { tr } = peer.editor.state
    const from = peer.at(1, 0) - 1
    tr.delete(from, from + node.nodeSize)
    expect(attempt(() => peer.editor.dispatch(tr.insert(tr.doc.content.size, node))).texts).toEqual(['before', 'after', 'unknown'])
  })

  test('[DC16] follows what others do to it', () => {
    const { clauses, body } = rootsOf(desk.peer(1).doc)
    body.insert(10, 'quite ')
    entryOf(clauses, unknownId)?.set('depth', 2)
    desk.exchange()
    expect([peer.editor.state.doc.child(1).attrs['depth'], peer.texts()[1]]).toEqual([2, 'unquite known'])
    entryOf(clauses, unknownId)?.set('removed', true)
    expect(desk.exchange()).toEqual(['before', 'after'])
    expect(peer.kept).toBe(0)
  })
})

describe('unknown atoms and marks', () => {
  beforeEach(() => {
    const { body } = rootsOf(desk.peer(1).doc)
    body.format(1, 3, { 'b:1': { by: 'Fiji' } }) // "bef"
    body.insertEmbed(6, { footnote: 7 }) // "befor□e"
    desk.exchange()
  })

  test('[DC16] an atom is deleted by nothing, alone or with words, and goes along with them', () => {
    for (const act of [() => peer.erase([0, 5], [0, 6]), () => peer.erase([0, 4], [0, 7]), () => peer.remove(0)]) {
      expect(attempt(act).texts).toEqual(['befor\ufffce', 'unknown', 'after'])
    }
    expect(peer.kept).toBe(3)
    expect(attempt(() => peer.split(0, 3)).texts).toEqual(['bef', 'or\ufffce', 'unknown', 'after'])
    expect(attempt(() => peer.merge(1)).texts).toEqual(['befor\ufffce', 'unknown', 'after'])
    expect(attempt(() => peer.down(0)).texts).toEqual(['unknown', 'befor\ufffce', 'after'])
  })

  test('[DC16] words under a mark can be edited, but the last of them not taken away', () => {
    expect(attempt(() => peer.erase([0, 0], [0, 2])).texts[0]).toBe('for\ufffce')
    expect(attempt(() => peer.type(0, 1, 'x')).texts[0]).toBe('fxor\ufffce')
    expect(attempt(() => peer.erase([0, 0], [0, 2]))).toEqual({ kept: 1, texts: ['fxor\ufffce', 'unknown', 'after'] })
    peer.select(peer.at(0, 0), peer.at(0, 3))
    expect(attempt(() => peer.editor.run(toggleEm)).kept).toBe(1)
    const delta = rootsOf(peer.doc).body.toDelta() as readonly unknown[]
    expect(delta[1]).toEqual({ insert: 'fx', attributes: { 'b:1': { by: 'Fiji' }, em: true } })
  })
})

test('[DC16] only what differs is looked at, and what is known may go', () => {
  const clause = (text: string, attrs = {}) => draftSchema.node('clause', attrs, draftSchema.text(text))
  const page = (...nodes: Parameters<typeof draftSchema.node>[2][]) => draftSchema.node('doc', null, nodes.flatMap((node) => (node ? [node] : [])) as never)
  const [one, unknown, two] = [clause('one'), clause('two', { unknownKind: 'x' }), clause('three')]
  const base = page(one, unknown, two)
  expect([page(unknown), page(two, unknown), page(unknown, clause('new'), one)].map((revised) => keepsUnknown(base, revised))).toEqual([true, true, true])
  expect([page(one, two), page(one, clause('two', { unknownKind: 'x' })), page(one, clause('two', { unknownKind: 'y' }), two)].map((revised) => keepsUnknown(base, revised))).toEqual([false, false, false])
  expect(keepsUnknown(page(one, two), page(one, unknown))).toBe(false)
})
