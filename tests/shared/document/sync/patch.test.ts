import fc from 'fast-check'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { draftSchema } from '#shared/document/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { patchClause, replaceClauses } from '#shared/document/sync/patch.ts'
import { nodeOf } from '#shared/document/model/projection.ts'
import { twoAt } from '../desk.ts'

const anyEdit = fc.record({ at: fc.nat(5), length: fc.nat(3), text: fc.stringMatching(/^[ab]{0,3}$/), mark: fc.constantFrom(null, 'em', 'b:one') })

/** A clause of 'abcabc' before and after `edits` of its body. */
function edited(edits: readonly Readonly<{ at: number; length: number; text: string; mark: string | null }>[]) {
  const [{ doc, editor }] = twoAt('abcabc')
  editor.detach()
  const body = doc.getText('body')
  for (const { at, length, text, mark } of edits) {
    const from = Math.min(1 + at, body.length)
    const size = Math.min(length, body.length - from)
    if (mark !== null) body.format(from, size, { [mark]: { by: 'A' } })
    else body.delete(from, size)
    body.insert(Math.min(from, body.length), text)
  }
  const [block] = new DraftModel(doc).blocks
  if (!block) throw new Error('no clause')
  return { block, tr: EditorState.create({ doc: editor.state.doc }).tr }
}

test('[DC7] [DC8] a clause becomes what its block says', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 4 }), (edits) => {
      const { block, tr } = edited(edits)
      patchClause(tr, 0, { block, touched: null })
      expect(tr.doc.child(0).toJSON()).toEqual(nodeOf(draftSchema, block).toJSON())
    }),
  )
})

test('[DC7] nothing to change is no step, and an attribute is one', () => {
  const { block, tr } = edited([])
  patchClause(tr, 0, { block, touched: null })
  expect(tr.steps).toHaveLength(0)
  tr.setNodeAttribute(0, 'depth', 4)
  patchClause(tr, 0, { block, touched: new Set() })
  expect(tr.steps).toHaveLength(2)
  expect(tr.doc.child(0).attrs['depth']).toBe(0)
  replaceClauses(tr, { from: 0, to: 0 }, [])
  expect(tr.steps).toHaveLength(2)
  expect(() => patchClause(tr, 99, { block, touched: null })).toThrow('Position 99')
})
