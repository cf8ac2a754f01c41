import { expect, test } from 'vitest'
import { openGate } from '#server/storage/sqlite/gate.ts'

test('one at a time, in the order in which they came', async () => {
  const gate = openGate()
  const trace: string[] = []
  const visit = async (name: string): Promise<void> => {
    const leave = await gate.enter()
    trace.push(`${name} in`)
    await Promise.resolve()
    trace.push(`${name} out`)
    leave()
  }
  await Promise.all([visit('a'), visit('b'), visit('c')])
  expect(trace).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
})
