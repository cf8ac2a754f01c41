import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { readDraft } from '#shared/document/index.ts'
import { Desk, paragraphs, twoAt, type Peer } from '../desk.ts'

const reads = (peer: Peer): string[] => readDraft(peer.doc).clauses.map(({ id, text }) => `${id.slice(-4)} ${text}`)

function insert(peer: Peer, index: number, nodes: readonly Node[]): void {
  peer.editor.dispatch(peer.editor.state.tr.insert(peer.at(index, 0) - 1, nodes))
}

function clause(peer: Peer, id: string | null, text: string): Node {
  const { schema } = peer.editor.state
  return schema.node('clause', { id, kind: 'paragraph' }, text === '' ? [] : schema.text(text))
}

describe('the ids of clauses after a step', () => {
  test('[DC6] words keep theirs: a split leaves it in front, Enter at the start behind, a merge with the first', () => {
    const [a] = twoAt('abc', 'def')
    a.split(0, 1)
    expect(reads(a)).toEqual(['0000 a', '1000 bc', '0001 def'])
    a.split(2, 0)
    expect(reads(a)).toEqual(['0000 a', '1000 bc', '1001 ', '0001 def'])
    a.merge(1)
    expect(reads(a)).toEqual(['0000 abc', '1001 ', '0001 def'])
    a.merge(2)
    expect(reads(a)).toEqual(['0000 abc', '0001 def'])
  })

  test('[DC6] an id that is shown elsewhere, or that this draft never had, is not taken from a paste', () => {
    const [a] = twoAt('abc', 'def')
    insert(a, 2, [clause(a, 'c_0000000000', 'copied'), clause(a, 'c_9999999999', 'foreign'), clause(a, 'no id', 'odd')])
    expect(reads(a)).toEqual(['0000 abc', '0001 def', '1000 copied', '1001 foreign', '1002 odd'])
    expect(a.ids()).toEqual(readDraft(a.doc).clauses.map(({ id }) => id))
  })

  test('[DC6] a clause that is cut and pasted unchanged comes back with its id; changed, it is a new one', () => {
    const [a, b, desk] = twoAt('abc', 'def', 'ghi')
    const node = a.editor.state.doc.child(0)
    a.remove(0)
    insert(a, 2, [node])
    expect(desk.exchange()).toEqual(['def', 'ghi', 'abc'])
    expect(reads(b)).toEqual(['0001 def', '0002 ghi', '0000 abc'])
    a.remove(2)
    insert(a, 0, [clause(a, 'c_0000000000', 'abc!')])
    expect(reads(a)).toEqual(['1000 abc!', '0001 def', '0002 ghi'])
    a.sync.undo()
    a.sync.undo()
    expect(desk.exchange()).toEqual(['def', 'ghi', 'abc'])
  })

  test('[DC6] a clause does not come back over words that now stand in a clause of their own', () => {
    const [a, b, desk] = twoAt('abcdef', 'two')
    const node = a.editor.state.doc.child(0)
    a.remove(0)
    b.split(0, 3)
    b.sync.undo()
    expect(desk.exchange()).toEqual(['def', 'two'])
    insert(a, 2, [node])
    expect(reads(a)).toEqual(['2000 def', '0001 two', '1000 abcdef'])
    expect(desk.exchange()).toEqual(['def', 'two', 'abcdef'])
  })

  test('[DC6] a clause made of merged ones comes back whole', () => {
    const [a, , desk] = twoAt('one', 'two', 'three')
    a.merge(1)
    const node = a.editor.state.doc.child(0)
    a.remove(0)
    insert(a, 1, [node])
    expect(desk.exchange()).toEqual(['three', 'onetwo'])
    expect(reads(a)).toEqual(['0002 three', '0000 onetwo'])
  })

  test('[DC6] of two claimants of one id the one with the old words has it', () => {
    const [a] = twoAt('abc')
    const { doc, schema, tr } = a.editor.state
    const copy = schema.node('clause', { ...doc.child(0).attrs }, schema.text('copy'))
    a.editor.dispatch(tr.replace(0, 0, new Slice(Fragment.from(copy), 0, 0)))
    expect(reads(a)).toEqual(['1000 copy', '0000 abc'])
  })

  test('[DC6] an id that its maker gives twice is asked for again', () => {
    const desk = new Desk(paragraphs(['abc', 'def']), 1)
    const peer = desk.peer(0)
    for (let splits = 0; splits < 3; splits++) peer.split(0, 1)
    expect(new Set(readDraft(peer.doc).clauses.map(({ id }) => id)).size).toBe(5)
  })
})
