import { describe, expect, test } from 'vitest'
import type { ClauseKind, ClauseText } from '#shared/clauses/index.ts'
import {
  indentClause,
  mergeWithNext,
  mergeWithPrevious,
  outdentClause,
  readDraft,
  removeClause,
  setKind,
  setNumber,
  splitClause,
  toggleEm,
  toggleStrong,
} from '#shared/document/index.ts'
import { countedIds, Desk, type Peer } from '../desk.ts'

type Sketch = readonly [kind: ClauseKind, depth: number, text: string]

function opened(...sketches: readonly Sketch[]): Peer {
  const newId = countedIds()
  const text: ClauseText = {
    title: 'Draft',
    settings: { style: 'un', language: 'en', articleWord: null },
    clauses: sketches.map(([kind, depth, words]) => ({ id: newId(), kind, depth, number: null, text: words, spans: [] })),
  }
  return new Desk(text, 1).peer(0)
}

/** What the draft then reads, as kind, depth and words. */
const outcome = (peer: Peer): string[] => readDraft(peer.doc).clauses.map(({ kind, depth, text }) => `${kind} ${depth} ${text}`.trim())

describe('Enter', () => {
  test('[DC11] behind an article’s heading begins a paragraph, behind a chapter’s an article', () => {
    const peer = opened(['chapter', 0, 'General'], ['article', 0, 'Scope'])
    peer.run(1, 5, splitClause)
    peer.run(0, 7, splitClause)
    expect(outcome(peer)).toEqual(['chapter 0 General', 'article 0', 'article 0 Scope', 'paragraph 0'])
  })

  test('[DC11] inside words leaves them what they are', () => {
    const peer = opened(['item', 2, 'one two'])
    peer.run(0, 4, splitClause)
    expect(outcome(peer)).toEqual(['item 2 one', 'item 2 two'])
    expect(peer.editor.state.selection.$from.index(0)).toBe(1)
  })

  test('[DC6] [DC11] at the start puts an empty clause before the words, which keep their id', () => {
    const peer = opened(['paragraph', 0, 'words'])
    const [id] = peer.ids()
    peer.run(0, 0, splitClause)
    expect(outcome(peer)).toEqual(['paragraph 0', 'paragraph 0 words'])
    expect(peer.ids()[1]).toBe(id)
    expect(peer.editor.state.selection.$from.index(0)).toBe(1)
  })

  test('[DC11] in an empty clause below others goes up a level, and on level 0 makes another', () => {
    const peer = opened(['paragraph', 0, 'one'], ['subparagraph', 1, ''])
    peer.run(1, 0, splitClause)
    expect(outcome(peer)).toEqual(['paragraph 0 one', 'paragraph 0'])
    peer.run(1, 0, splitClause)
    expect(outcome(peer)).toEqual(['paragraph 0 one', 'paragraph 0', 'paragraph 0'])
  })

  test('[DC11] replaces what is selected', () => {
    const peer = opened(['paragraph', 0, 'abcdef'], ['paragraph', 0, 'uvwxyz'])
    peer.select(peer.at(0, 2), peer.at(1, 3))
    peer.editor.run(splitClause)
    expect(outcome(peer)).toEqual(['paragraph 0 ab', 'paragraph 0 xyz'])
  })
})

describe('Backspace and Delete', () => {
  test('[DC11] merge at the seam and nowhere else', () => {
    const peer = opened(['paragraph', 0, 'one'], ['subparagraph', 1, 'two'])
    expect(peer.run(1, 1, mergeWithPrevious)).toBe(false)
    expect(peer.run(0, 0, mergeWithPrevious)).toBe(false)
    expect(peer.run(1, 3, mergeWithNext)).toBe(false)
    expect(peer.run(0, 3, mergeWithNext)).toBe(true)
    expect(outcome(peer)).toEqual(['paragraph 0 onetwo'])
  })

  test('[DC6] [DC11] where the first is empty it goes, and the words keep their id and kind', () => {
    const peer = opened(['article', 0, ''], ['paragraph', 0, 'two'])
    const [, id] = peer.ids()
    peer.run(1, 0, mergeWithPrevious)
    expect(outcome(peer)).toEqual(['paragraph 0 two'])
    expect(peer.ids()).toEqual([id])
  })
})

describe('Tab and Shift-Tab', () => {
  test('[DC11] move depth and kind together, with what belongs to the clause', () => {
    const peer = opened(['paragraph', 0, 'a'], ['paragraph', 0, 'b'], ['subparagraph', 1, 'c'], ['paragraph', 0, 'd'])
    expect(peer.run(1, 0, indentClause)).toBe(true)
    expect(outcome(peer)).toEqual(['paragraph 0 a', 'subparagraph 1 b', 'item 2 c', 'paragraph 0 d'])
    expect(peer.run(1, 0, outdentClause)).toBe(true)
    expect(outcome(peer)).toEqual(['paragraph 0 a', 'paragraph 0 b', 'subparagraph 1 c', 'paragraph 0 d'])
  })

  test('[DC11] stop at the top, at the bottom, at a division, and one level below the clause before', () => {
    const peer = opened(['article', 0, 'x'], ['paragraph', 0, 'a'], ['text', 1, 'b'])
    expect(peer.run(1, 0, outdentClause)).toBe(false)
    expect(peer.run(0, 0, indentClause)).toBe(false)
    expect(peer.run(2, 0, indentClause)).toBe(false)
    expect(peer.run(1, 0, indentClause)).toBe(true)
    expect(peer.run(1, 0, indentClause)).toBe(false)
    expect(outcome(peer)).toEqual(['article 0 x', 'subparagraph 1 a', 'text 2 b'])
  })

  test('[DC2] [DC11] of a clause with what belongs to it is one act', () => {
    const peer = opened(['paragraph', 0, 'a'], ['paragraph', 0, 'b'], ['subparagraph', 1, 'c'])
    peer.run(1, 0, indentClause)
    peer.sync.undo()
    expect(outcome(peer)).toEqual(['paragraph 0 a', 'paragraph 0 b', 'subparagraph 1 c'])
  })
})

test('[DC11] a kind brings its depth, a number can be set, hidden and derived again', () => {
  const peer = opened(['paragraph', 0, 'a'], ['item', 3, 'b'])
  peer.run(0, 0, setKind('subparagraph'))
  peer.run(1, 0, setKind('article'))
  expect(outcome(peer)).toEqual(['subparagraph 1 a', 'article 0 b'])
  expect(peer.run(1, 0, setKind('article'))).toBe(false)
  const numbers = () => readDraft(peer.doc).clauses.map(({ number }) => number)
  peer.run(1, 0, setNumber('4 bis'))
  expect(numbers()).toEqual([null, '4 bis'])
  peer.run(1, 0, setNumber(''))
  expect(numbers()).toEqual([null, ''])
  expect(peer.run(1, 0, setNumber(''))).toBe(false)
  peer.run(1, 0, setNumber(null))
  expect(numbers()).toEqual([null, null])
})

test('[DC6] removing takes the clause and leaves what belonged to it; the last one only loses its words', () => {
  const peer = opened(['paragraph', 0, 'a'], ['subparagraph', 1, 'b'])
  peer.run(0, 0, removeClause)
  expect(outcome(peer)).toEqual(['subparagraph 1 b'])
  expect(peer.run(0, 0, removeClause)).toBe(true)
  expect(outcome(peer)).toEqual(['subparagraph 1'])
  expect(peer.run(0, 0, removeClause)).toBe(false)
})

test('[DC8] bold and italic toggle over clauses', () => {
  const peer = opened(['paragraph', 0, 'abc'], ['paragraph', 0, 'def'])
  peer.select(peer.at(0, 1), peer.at(1, 2))
  peer.editor.run(toggleEm)
  peer.editor.run(toggleStrong)
  const spans = () => readDraft(peer.doc).clauses.map((clause) => clause.spans)
  expect(spans()).toEqual([
    [{ from: 1, to: 3, mark: 'em' }, { from: 1, to: 3, mark: 'strong' }],
    [{ from: 0, to: 2, mark: 'em' }, { from: 0, to: 2, mark: 'strong' }],
  ])
  peer.editor.run(toggleEm)
  peer.editor.run(toggleStrong)
  expect(spans()).toEqual([[], []])
})
