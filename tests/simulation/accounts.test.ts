import { expect, test } from 'vitest'
import { drawRandom } from './draw.ts'
import { Chance } from './chance.ts'
import { scriptOf, playScript } from './script.ts'

test('a script is data: the same seed draws the same, printed and read again it is the same, and it plays the same', async () => {
  const script = scriptOf(8)
  expect(scriptOf(8)).toEqual(script)
  const read = JSON.parse(JSON.stringify(script)) as typeof script
  expect(read).toEqual(script)
  expect(await playScript(read)).toEqual(await playScript(script))
})

test('every word is accounted for once', async () => {
  const { fault, tally } = await playScript(drawRandom(new Chance(3), 'undoing'))
  expect(fault).toBeNull()
  expect(tally && tally.shown + tally.deleted + tally.rescued).toBe(tally?.made)
})
