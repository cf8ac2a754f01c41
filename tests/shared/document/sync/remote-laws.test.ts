import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClauseId } from '#shared/clauses/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { longestRise } from '#shared/document/writing/order.ts'
import { nodesOf } from '#shared/document/model/projection.ts'
import { showStructure } from '#shared/document/sync/remote.ts'
import { draftSchema } from '#shared/document/editor/schema.ts'
import { draftWith } from '../../../support/drafts.ts'
import { idNamed, named, par } from '../../../support/treaty.ts'

/** Clauses by their names, in this order; those of `changed` say more than in other drafts. */
type Sketch = Readonly<{ names: readonly string[]; changed: readonly string[] }>
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
const anySketch: fc.Arbitrary<Sketch> = fc.record({ names: fc.shuffledSubarray(NAMES, { minLength: 1 }), changed: fc.subarray(NAMES) })

const modelOf = ({ names, changed }: Sketch) => new DraftModel(draftWith(...names.map((name) => named(name, par(`${name} says${changed.includes(name) ? ' more' : ''}`)))))
const transactionOn = (model: DraftModel) => EditorState.create({ doc: draftSchema.node('doc', null, [...nodesOf(draftSchema, model.blocks)]) }).tr
const idsIn = ({ blocks }: DraftModel): readonly ClauseId[] => blocks.map(({ head }) => head.id)

test('[DC7] an editor comes to show any draft from any other; of what keeps its place the node stays unless its words changed', () => {
  fc.assert(
    fc.property(anySketch, anySketch, (before, after) => {
      const [old, model] = [modelOf(before), modelOf(after)]
      const tr = transactionOn(old)
      showStructure(tr, model, () => true)
      tr.doc.check()
      expect(tr.doc.toJSON()).toEqual(transactionOn(model).doc.toJSON())
      const ranks = idsIn(model).map((id) => idsIn(old).indexOf(id))
      const pairs = [...longestRise(ranks)].map((index) => [tr.before.child(ranks[index] ?? 0), tr.doc.child(index)] as const)
      expect(pairs.every(([was, is]) => (was === is) === was.eq(is))).toBe(true)
    }),
  )
})

test('[DC7] a gap is one step, and words outside it keep their positions', () => {
  const tr = transactionOn(modelOf({ names: ['a', 'b', 'c', 'd'], changed: [] }))
  showStructure(tr, modelOf({ names: ['a', 'e', 'd'], changed: [] }), () => true)
  expect(tr.steps).toHaveLength(1)
  expect([3, tr.before.content.size - 3].map((pos) => tr.mapping.map(pos))).toEqual([3, tr.doc.content.size - 3])
})

test('[DC7] a clause that cannot differ is not looked at', () => {
  const tr = transactionOn(modelOf({ names: ['a', 'b'], changed: ['a', 'b'] }))
  showStructure(tr, modelOf({ names: ['a', 'b'], changed: [] }), ({ head }) => head.id === idNamed('b'))
  expect([tr.doc.child(0).textContent, tr.doc.child(1).textContent]).toEqual(['a says more', 'b says'])
})
