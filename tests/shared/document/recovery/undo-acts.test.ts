import { Fragment, Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { indentClause, readDraft, toggleEm } from '#shared/document/index.ts'
import { twoAt, type Desk, type Peer } from '../desk.ts'

const TEXTS = ['abcdef', 'two', 'three', 'four']

function pasteMany(peer: Peer, count: number): void {
  const { schema, tr } = peer.editor.state
  const type = schema.nodes['clause']
  if (!type) throw new Error('no clause in the schema')
  const nodes = Array.from({ length: count }, (_, at) => type.create({ id: null, kind: 'paragraph' }, schema.text(`pasted ${at}`)))
  peer.editor.dispatch(tr.replace(peer.at(1, 1), peer.at(1, 2), new Slice(Fragment.fromArray(nodes), 1, 1)))
}

function replaceInAll(peer: Peer): void {
  const { tr } = peer.editor.state
  for (let index = TEXTS.length - 1; index >= 0; index--) tr.insertText('REPLACED', peer.at(index, 1), peer.at(index, 2))
  peer.editor.dispatch(tr)
}

function formatAll(peer: Peer): void {
  peer.select(peer.at(0, 2), peer.at(2, 3))
  peer.editor.run(toggleEm)
}

const ACTS: readonly (readonly [name: string, act: (peer: Peer) => void])[] = [
  ['a move', (peer) => peer.down(0)],
  ['a move of several clauses', (peer) => {
    peer.select(peer.at(0, 1), peer.at(1, 1))
    peer.down(0)
  }],
  ['a split', (peer) => peer.split(0, 3)],
  ['a merge', (peer) => peer.merge(1)],
  ['a removal', (peer) => peer.remove(1)],
  ['a paste of twenty clauses', (peer) => pasteMany(peer, 20)],
  ['a change of formatting across clauses', formatAll],
  ['an indentation', (peer) => peer.run(1, 0, indentClause)],
  ['a deletion across clauses', (peer) => peer.erase([0, 3], [2, 2])],
  ['find and replace in every clause', replaceInAll],
]

/** What the draft says, with kinds, depths and formatting. */
const said = ({ doc }: Peer) => readDraft(doc).clauses.map(({ kind, depth, text, spans }) => ({ kind, depth, text, spans }))

/** Somebody else types beside, and in, what was done. */
function typeAround(desk: Desk, index: number): void {
  const peer = desk.peer(1)
  const at = Math.min(index, peer.texts().length - 1)
  peer.type(at, peer.texts()[at]?.length ?? 0, '+')
  desk.exchange()
}

test.each(ACTS)('[DC2] %s is one act of undo and one of redo', (_name, act) => {
  const [a, , desk] = twoAt(...TEXTS)
  const before = said(a)
  act(a)
  desk.exchange()
  const after = said(a)
  expect(after).not.toEqual(before)
  expect(a.sync.undo()).toBe(true)
  desk.exchange()
  expect(said(a)).toEqual(before)
  expect(a.sync.undoState()).toEqual({ canUndo: false, canRedo: true })
  expect(a.sync.redo()).toBe(true)
  desk.exchange()
  expect(said(a)).toEqual(after)
})

test.each(ACTS)('[DC2] %s is undone in one act also after somebody wrote next to it, whose words stay', (_name, act) => {
  for (const index of [0, 1, 3]) {
    const [a, , desk] = twoAt(...TEXTS)
    act(a)
    desk.exchange()
    typeAround(desk, index)
    expect(a.sync.undo()).toBe(true)
    const undone = desk.exchange()
    expect(undone.join('').replace('+', '')).toBe(TEXTS.join(''))
    expect(undone.join('').split('+')).toHaveLength(2)
    expect(undone).toHaveLength(TEXTS.length)
    expect(a.sync.undoState().canUndo).toBe(false)
  }
})
