import { expect, test } from 'vitest'
import type { Move, Script } from './moves.ts'
import { shrink } from './shrink.ts'

const pass = (ms: number): Move => ({ house: { do: 'pass', ms } })
const spans = ({ moves }: Script) => moves.map((move) => ('house' in move && move.house.do === 'pass' ? move.house.ms : 0))

test('a script is shrunk to the moves that it fails by, in their order', async () => {
  const script: Script = { drafters: 2, moves: Array.from({ length: 40 }, (_, at) => pass(at)) }
  let asked = 0
  const shrunk = await shrink(script, (fewer) => {
    asked++
    const left = spans(fewer)
    return Promise.resolve([3, 17, 31].every((span) => left.includes(span)))
  })
  expect(spans(shrunk)).toEqual([3, 17, 31])
  expect(asked).toBeLessThan(150)
})

test('a script whose every move is needed stays whole', async () => {
  const script: Script = { drafters: 2, moves: [pass(1), pass(2), pass(3)] }
  expect(await shrink(script, (fewer) => Promise.resolve(fewer.moves.length === 3))).toEqual(script)
})
