import { expect, test } from 'vitest'
import { parseClauseId } from '#shared/clauses/index.ts'
import { meaningToMove, moversOf } from '#shared/document/editor/movers.ts'
import { twoAt } from '../desk.ts'

test('[DC5] a transaction names the clauses it means to move, and only clauses', () => {
  const [{ editor }] = twoAt('abc')
  const id = parseClauseId('c_0000000000')
  if (!id) throw new Error('no id')
  expect(moversOf(editor.state.tr)).toEqual(new Set())
  expect(moversOf(meaningToMove(editor.state.tr, [id]))).toEqual(new Set([id]))
  expect(moversOf(editor.state.tr.setMeta('draftMovers', ['no id', 5]))).toEqual(new Set())
  expect(moversOf(editor.state.tr.setMeta('draftMovers', 'c_0000000000'))).toEqual(new Set())
})
