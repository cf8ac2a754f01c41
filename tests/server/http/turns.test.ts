import { expect, test } from 'vitest'
import { openTurns } from '#server/http/turns.ts'

test('acts under one key follow each other, whatever became of the one before; others do not wait', async () => {
  const turns = openTurns()
  const order: string[] = []
  const release: (() => void)[] = []
  const first = turns('a', async () => {
    order.push('first begins')
    await new Promise<void>((resolve) => release.push(resolve))
    order.push('first ends')
    throw new Error('no')
  })
  const second = turns('a', async () => {
    order.push('second')
    return 2
  })
  const other = turns('b', async () => {
    order.push('other')
  })
  await other
  expect(order).toEqual(['first begins', 'other'])
  release[0]?.()
  await expect(first).rejects.toThrow('no')
  expect(await second).toBe(2)
  expect(order).toEqual(['first begins', 'other', 'first ends', 'second'])
})
