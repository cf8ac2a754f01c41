import fc from 'fast-check'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { draftSchema } from '#shared/document/index.ts'
import { DraftModel } from '#shared/document/model/model.ts'
import { nodesOf } from '#shared/document/model/projection.ts'
import { showStructure, showTouched } from '#shared/document/sync/remote.ts'
import { twoAt } from '../desk.ts'

const everything = () => true

test('[DC7] whatever an editor shows becomes the draft, and what keeps its place is not touched', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 6 }), fc.array(fc.nat(5), { maxLength: 6 }), (shown, wanted) => {
      const [{ doc }] = twoAt('a', 'b', 'c', 'd', 'e', 'f')
      const model = new DraftModel(doc)
      const blocksAt = (places: readonly number[]) => [...new Set(places)].flatMap((at) => model.blocks[at] ?? []).map((block, index) => ({ ...block, index }))
      const before = nodesOf(draftSchema, blocksAt(shown))
      model.blocks = blocksAt(wanted)
      const { tr } = EditorState.create({ doc: draftSchema.node('doc', null, [...before]) })
      showStructure(tr, model, everything)
      expect(tr.doc.toJSON()).toEqual(draftSchema.node('doc', null, [...nodesOf(draftSchema, model.blocks)]).toJSON())
      const kept = before.filter((node) => tr.doc.content.content.includes(node)).length
      const common = new Set(shown.filter((at) => wanted.includes(at)))
      const isEmpty = shown.length === 0 && wanted.length === 0 // the one empty clause stays
      expect(kept > 0).toBe(common.size > 0 || isEmpty)
      expect(tr.steps.length).toBeLessThanOrEqual(kept + 1)
    }),
  )
})

test('[DC7] a change of words touches their clause alone, one by one or many at once', () => {
  for (const count of [1, 12]) {
    const [{ doc, editor }] = twoAt(...Array.from({ length: 20 }, (_, at) => `clause ${at}`))
    const model = new DraftModel(doc)
    const touched = model.blocks.slice(0, count).map(({ head }) => head)
    for (const segment of touched) {
      doc.getText('body').insert(model.bodyIndex(segment), 'x')
      model.reread(segment)
    }
    const state = EditorState.create({ doc: editor.state.doc })
    const fresh = EditorState.create({ doc: draftSchema.node('doc', null, [...nodesOf(draftSchema, model.blocks)]) })
    const stale = EditorState.create({ doc: draftSchema.node('doc', null, Array.from({ length: 20 }, (_, at) => draftSchema.node('clause', state.doc.child(at).attrs, draftSchema.text(`clause ${at}`)))) })
    const { tr } = stale
    showTouched(tr, new Set(touched))
    expect(tr.doc.toJSON()).toEqual(fresh.doc.toJSON())
    expect(tr.steps).toHaveLength(count)
    expect(tr.doc.child(19)).toBe(stale.doc.child(19))
  }
})
