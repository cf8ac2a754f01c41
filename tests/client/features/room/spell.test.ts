import { expect, test } from 'vitest'
import { Spell } from '#client/features/room/spell.ts'
import { twoAt } from '../../../shared/document/desk.ts'

test('[DC20] words typed without a line into a clause that others removed are told as rescued, and theirs are not', () => {
  const [one, two, desk] = twoAt('First.', 'The Parties shall consult.', 'Third.', 'Fourth.')
  // Before one's own time without a line, somebody else's words were rescued.
  one.remove(3)
  two.type(3, 6, ' Theirs.')
  desk.exchange()
  const spell = new Spell(two.doc, () => '2026-11-24T14:00:00.000Z')
  spell.beforeChange()
  two.type(1, 'The Parties shall'.length, ', on request,')
  one.remove(1)
  spell.beforeMerge()
  desk.exchange()
  spell.merged()
  const report = spell.end()
  expect(report?.lines.filter(({ verdict }) => verdict === 'rescued').map(({ rescued }) => rescued)).toEqual([', on request,'])
  expect(report?.lines.some(({ rescued }) => rescued.includes('Theirs'))).toBe(false)
})
