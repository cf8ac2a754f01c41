import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { draftSchema } from '#shared/document/index.ts'
import { takePending, withPending } from '#shared/document/editor/pending.ts'

test('[DC9] what is taken to be written comes in its order, once, and does not hold on to what came before', () => {
  const { tr } = EditorState.create({ doc: draftSchema.node('doc', null, [draftSchema.node('clause')]) })
  const [one, two, three] = [tr, tr.setMeta('two', true), tr.setMeta('three', true)]
  const first = withPending(one, null)
  const second = withPending(two, first)
  expect(takePending(second)).toEqual([one, two])
  expect([second.before, takePending(second), takePending(null)]).toEqual([null, [], []])
  expect(takePending(withPending(three, second))).toEqual([three])
})
