import { describe, expect, test } from 'vitest'
import type { ClauseKind } from '#shared/clauses/index.ts'
import { moveClauseDown, moveClauseUp, readDraft } from '#shared/document/index.ts'
import { countedIds, Desk, twoAt } from '../desk.ts'

const LAW: readonly (readonly [ClauseKind, number, string])[] = [
  ['article', 0, 'A'],
  ['paragraph', 0, 'a1'],
  ['subparagraph', 1, 'a1a'],
  ['paragraph', 0, 'a2'],
  ['article', 0, 'B'],
  ['paragraph', 0, 'b1'],
]

function law() {
  const newId = countedIds()
  const clauses = LAW.map(([kind, depth, text]) => ({ id: newId(), kind, depth, number: null, text, spans: [] }))
  return new Desk({ title: '', settings: { style: 'un', language: 'en', articleWord: null }, clauses })
}

const reads = (desk: Desk): string => desk.exchange().join(' ')

describe('Alt-Up and Alt-Down', () => {
  test('[DC11] move a clause with what belongs to it over its neighbour and what belongs to that', () => {
    const desk = law()
    const [a] = [desk.peer(0)]
    a.run(4, 0, moveClauseUp)
    expect(reads(desk)).toBe('B b1 A a1 a1a a2')
    a.run(0, 0, moveClauseDown)
    expect(reads(desk)).toBe('A a1 a1a a2 B b1')
    a.run(1, 0, moveClauseDown)
    expect(reads(desk)).toBe('A a2 a1 a1a B b1')
    a.run(2, 1, moveClauseUp)
    expect(reads(desk)).toBe('A a1 a1a a2 B b1')
  })

  test('[DC11] step over a heading above or below alone', () => {
    const desk = law()
    const [a] = [desk.peer(0)]
    a.run(3, 0, moveClauseDown)
    expect(reads(desk)).toBe('A a1 a1a B a2 b1')
    a.run(4, 0, moveClauseUp)
    expect(reads(desk)).toBe('A a1 a1a a2 B b1')
  })

  test('[DC11] stop at either end', () => {
    const desk = law()
    expect(desk.peer(0).run(0, 0, moveClauseUp)).toBe(false)
    expect(desk.peer(0).run(5, 0, moveClauseDown)).toBe(false)
  })

  test('[DC5] write one entry of the log for each clause they move, and keep the caret with its clause', () => {
    const desk = law()
    const [a] = [desk.peer(0)]
    a.run(1, 1, moveClauseDown)
    expect(a.doc.getArray('moves').length).toBe(2)
    expect(a.editor.state.selection.$from.parent.textContent).toBe('a1')
    expect(a.editor.state.selection.$from.parentOffset).toBe(1)
    a.sync.undo()
    expect(reads(desk)).toBe('A a1 a1a a2 B b1')
    expect(a.doc.getArray('moves').length).toBe(0)
  })

  test('[DC5] words typed in a moved clause at the same moment move along', () => {
    const [a, b, desk] = twoAt('one', 'two', 'three')
    a.run(0, 0, moveClauseDown)
    b.type(0, 1, '++')
    b.type(2, 0, '--')
    expect(desk.exchange()).toEqual(['two', 'o++ne', '--three'])
    expect(new Set(readDraft(a.doc).clauses.map(({ id }) => id)).size).toBe(3)
  })
})
