import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCaret, encodeCaret, positionOf, spotOf } from '#shared/document/sync/caret.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { twoAt } from '../desk.ts'

test('a caret survives being sent, and what is none is none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 30 }), fc.uint8Array({ minLength: 1, maxLength: 30 }), (anchor, head) => {
      expect(decodeCaret(JSON.parse(JSON.stringify(encodeCaret({ anchor, head }))))).toEqual({ anchor: Uint8Array.from(anchor), head: Uint8Array.from(head) })
    }),
  )
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      expect(decodeCaret(raw)).toBe(null)
    }),
  )
  expect(decodeCaret({ anchor: 'aa'.repeat(1000), head: 'aa' })).toBe(null)
})

test('positions inside clauses and spots are the same places', () => {
  const [{ doc, editor }] = twoAt('abc', '', 'de')
  const model = new DraftModel(doc)
  for (let pos = 0; pos <= editor.state.doc.content.size; pos++) {
    const spot = spotOf(editor.state.doc, pos)
    const isInside = editor.state.doc.resolve(pos).depth === 1
    expect(spot && positionOf(model, editor.state.doc, spot)).toBe(isInside ? pos : null)
  }
  const first = spotOf(editor.state.doc, 1)
  expect(first && positionOf(model, editor.state.doc, { ...first, offset: 99 })).toBe(4)
})
