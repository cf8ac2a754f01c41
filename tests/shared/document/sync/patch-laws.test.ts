import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DraftModel, type Absorbed } from '#shared/document/model/model.ts'
import { patchClause } from '#shared/document/sync/patch.ts'
import { nodeOf, nodesOf } from '#shared/document/model/projection.ts'
import { entryOf, rootsOf } from '#shared/document/yjs/roots.ts'
import { draftSchema } from '#shared/document/editor/schema.ts'
import { markerOf } from '#shared/document/yjs/yjs-internals.ts'
import { draftWith } from '../../../support/drafts.ts'
import { idNamed, par } from '../../../support/treaty.ts'

/** Each letter stands once, so that what stays is known by its letter. */
const LETTERS = 'abcdefghijkl'

/** A clause of two segments in an editor, and the steps that show what somebody else's transaction did to it. */
function patched(act: (body: Y.Text) => void, { knowsSplices = true }: Readonly<{ knowsSplices?: boolean }> = {}) {
  const doc = draftWith(par(LETTERS.slice(0, 6)), par(LETTERS.slice(6)))
  entryOf(rootsOf(doc).clauses, idNamed('2'))?.set('joined', '<')
  const model = new DraftModel(doc)
  const { tr } = EditorState.create({ doc: draftSchema.node('doc', null, [...nodesOf(draftSchema, model.blocks)]) })
  const heard: Absorbed[] = []
  doc.once('afterTransaction', (transaction: Y.Transaction) => heard.push(model.absorb(transaction)))
  doc.transact(() => act(rootsOf(doc).body))
  const [block] = model.blocks
  if (!block) throw new Error('the draft has a clause')
  patchClause(tr, 0, { block, touched: knowsSplices ? (heard[0]?.touched ?? null) : null })
  return { tr, expected: nodeOf(draftSchema, block) }
}

const anyAct = fc.record({
  what: fc.constantFrom('type', 'delete', 'format'),
  at: fc.nat(5),
  length: fc.integer({ min: 1, max: 4 }),
  second: fc.boolean(),
})
type Act = typeof anyAct extends fc.Arbitrary<infer One> ? One : never

/** The body index of the marker between both segments. */
function secondMarker(body: Y.Text): number {
  let index = 0
  for (let item = body._start; item !== null; item = item.right) {
    if (markerOf(item) === idNamed('2')) return index
    if (!item.deleted && item.countable) index += item.length
  }
  throw new Error('the marker stands')
}

/** Changes words or formatting in front of or behind that marker. */
function play(body: Y.Text, { what, at, length, second }: Act): void {
  const marker = secondMarker(body)
  const [start, end] = second ? [marker + 1, body.length] : [1, marker]
  const index = Math.min(start + at, end)
  const size = Math.min(length, end - index)
  if (what === 'type') body.insert(index, 'XYZ'.slice(0, length))
  else if (size > 0 && what === 'delete') body.delete(index, size)
  else if (size > 0) body.format(index, size, { strong: true })
}

test('[DC7] a clause of several segments shows what the draft says, with or without knowing the splices', () => {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 5 }), fc.boolean(), (acts, knowsSplices) => {
      const { tr, expected } = patched((body) => acts.forEach((act) => play(body, act)), { knowsSplices })
      expect(tr.doc.child(0).toJSON()).toEqual(expected.toJSON())
    }),
  )
})

test('[DC7] what stays is carried by the steps to where it now stands', () => {
  fc.assert(
    fc.property(fc.array(anyAct.filter(({ what }) => what !== 'format'), { maxLength: 4 }), (acts) => {
      const { tr, expected } = patched((body) => acts.forEach((act) => play(body, act)))
      const kept = Array.from(LETTERS).filter((letter) => expected.textContent.includes(letter))
      const now = kept.map((letter) => tr.mapping.mapResult(1 + LETTERS.indexOf(letter), 1))
      expect(now.map(({ pos }) => pos)).toEqual(kept.map((letter) => 1 + expected.textContent.indexOf(letter)))
    }),
  )
})

test('[DC7] two far splices are two steps, and what stands between them is touched by neither', () => {
  const { tr } = patched((body) => {
    body.insert(12, '++')
    body.delete(2, 1)
  })
  expect(tr.steps).toHaveLength(2)
  expect(tr.mapping.map(5)).toBe(4)
})
