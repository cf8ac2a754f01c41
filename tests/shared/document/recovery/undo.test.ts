import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootsOf } from '#shared/document/yjs/roots.ts'
import { OwnUndo } from '#shared/document/recovery/undo.ts'
import { twoAt } from '../desk.ts'

function noting(pauseMs: number) {
  const [{ doc }] = twoAt('abc')
  const roots = rootsOf(doc)
  const origin = {}
  const undo = new OwnUndo({ doc, roots, origin, pauseMs })
  const write = (text: string) => doc.transact(() => roots.body.insert(1, text), origin)
  return { doc, roots, undo, write, text: () => roots.body.toJSON() }
}

test('[DC2] notes nothing before it starts and nothing after it stops', () => {
  const { undo, write, text } = noting(0)
  write('1')
  undo.start()
  write('2')
  expect(undo.undo()).toBe(true)
  expect(undo.undo()).toBe(false)
  expect(text()).toBe('1abc')
  undo.redo()
  undo.stop()
  write('3')
  expect(undo.undo()).toBe(false)
  expect(undo.state()).toEqual({ canUndo: false, canRedo: false })
  undo.start()
  write('4')
  expect(undo.undo()).toBe(true)
  expect(text()).toBe('321abc')
})

test('[DC2] takes writing within the pause as one act until a new one is said to begin', () => {
  const { undo, write, text } = noting(1_000_000)
  undo.start()
  write('1')
  write('2')
  undo.newAct()
  write('3')
  undo.undo()
  expect(text()).toBe('21abc')
  undo.undo()
  expect(text()).toBe('abc')
})

test('[DC2] leaves alone what others wrote', () => {
  const { doc, roots, undo, text } = noting(0)
  undo.start()
  doc.transact(() => roots.body.insert(1, 'theirs '), 'somebody')
  expect(undo.undo()).toBe(false)
  expect(text()).toBe('theirs abc')
})

test('knows its own transactions', () => {
  const { doc, undo, write } = noting(0)
  undo.start()
  write('1')
  const origins: boolean[] = []
  doc.on('afterTransaction', (transaction: Y.Transaction) => void origins.push(undo.isOwn(transaction.origin)))
  undo.undo()
  write('2')
  expect(origins).toContain(true)
  expect(origins.at(-1)).toBe(false)
})
