import { expect, test } from 'vitest'
import { Spell } from '#client/features/room/spell.ts'
import { Desk, paragraphs, twoAt, type Peer } from '../../../shared/document/desk.ts'

/** One drafter without a line, another at work; answers the report when both are back, and the first's changes are stored. */
function spellOf(acts: Readonly<{ mine: (me: Peer) => void; theirs: (them: Peer) => void }>) {
  const desk = new Desk(paragraphs(['first', 'second', 'third']))
  const [me, them] = [desk.peer(0), desk.peer(1)]
  const spell = new Spell(me.doc, () => '2026-11-24T10:00:00.000Z')
  me.doc.on('beforeTransaction', ({ local }: { local: boolean }) => void (local && spell.beforeChange()))
  acts.mine(me)
  acts.theirs(them)
  spell.beforeMerge()
  desk.exchange()
  spell.merged()
  return { spell, me, them, desk }
}

test('words typed into a clause that others deleted meanwhile are named in the report, one\'s own alone', () => {
  const { spell } = spellOf({
    mine: (me) => me.type(1, 6, ' of mine'),
    theirs: (them) => {
      them.type(1, 0, 'their ')
      them.remove(1)
      them.type(1, 0, 'their ')
    },
  })
  const report = spell.end()
  expect(report?.since).toBe('2026-11-24T10:00:00.000Z')
  expect(report?.lines.map(({ verdict, rescued }) => [verdict, rescued])).toEqual([
    ['rescued', ' of mine'],
    ['theirs', ''],
  ])
  expect(spell.end()).toBeNull() // told once
})

test('there is no report when one changed nothing, when nobody else did, and when the changes were refused', () => {
  expect(spellOf({ mine: () => undefined, theirs: (them) => them.type(0, 0, 'x') }).spell.end()).toBeNull()
  expect(spellOf({ mine: (me) => me.type(0, 0, 'x'), theirs: () => undefined }).spell.end()).toBeNull()
  const { spell } = spellOf({ mine: (me) => me.type(0, 0, 'x'), theirs: (them) => them.type(0, 0, 'y') })
  spell.drop()
  expect(spell.end()).toBeNull()
})

test('what earlier pages set out from is what counts, however often one comes and goes', () => {
  const { spell, me, them, desk } = spellOf({ mine: (peer) => peer.type(0, 0, 'x'), theirs: (peer) => peer.type(0, 5, 'y') })
  expect(spell.end()?.lines).toHaveLength(1)
  me.type(2, 0, 'again ')
  them.type(2, 5, ' too')
  spell.beforeMerge()
  desk.exchange()
  spell.merged()
  expect(spell.end()?.lines.map(({ verdict }) => verdict)).toEqual(['both'])
})

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
