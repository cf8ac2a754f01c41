import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeReport, standingOf, type ReportLine, type Standing } from '#shared/document/index.ts'
import { draftWith } from '#tests/support/drafts.ts'
import { editedSequence } from '#tests/support/edits.ts'
import { idNamed, par } from '#tests/support/treaty.ts'
import { Desk, paragraphs, type Peer } from '../desk.ts'

const standing = (clauses: Standing['clauses']): Standing => ({ clauses, joinedTo: new Map() })
const inBrief = (lines: readonly ReportLine[]) => lines.map(({ id, verdict, mine, theirs }) => [id.slice(-1), verdict, mine.join(), theirs.join()])

/** Two drafters at one draft, one of whom goes offline; answers the report when both are back. */
function away(texts: readonly string[], acts: Readonly<{ mine: (me: Peer) => void; theirs: (them: Peer) => void }>) {
  const desk = new Desk(paragraphs(texts))
  const [me, them] = [desk.peer(0), desk.peer(1)]
  const base = standingOf(me.doc)
  acts.mine(me)
  acts.theirs(them)
  const local = standingOf(me.doc)
  desk.exchange()
  return mergeReport({ base, local, merged: standingOf(me.doc), rescued: [] })
}

test('[DC31] by clause: mine, theirs, both; changed, moved, removed, added', () => {
  const lines = away(['first', 'second', 'third', 'fourth', 'fifth'], {
    mine: (desk) => {
      desk.type(0, 5, ' of mine')
      desk.type(1, 6, ' of mine')
      desk.type(4, 0, 'my ')
    },
    theirs: (desk) => {
      desk.type(1, 0, 'their ')
      desk.remove(4)
      desk.up(3)
      desk.split(0, 2)
    },
  })
  expect(inBrief(lines)).toEqual([
    ['0', 'both', 'changed', 'changed'],
    ['0', 'theirs', '', 'added'], // the other half of the split
    ['1', 'both', 'changed', 'changed'],
    ['3', 'theirs', '', 'moved'],
    ['4', 'both', 'changed', 'removed'],
  ])
})

test('[DC31] a clause that was joined to another is not called removed', () => {
  const lines = away(['first', 'second'], { mine: (desk) => desk.type(1, 6, '!'), theirs: (desk) => desk.merge(1) })
  expect(inBrief(lines)).toEqual([
    ['0', 'theirs', '', 'changed'],
    ['1', 'both', 'changed', 'joined'],
  ])
  expect(lines[1]?.into).toBe(idNamed('0'))
})

test('[DC31] rescued words name their clause, though it stands no more', () => {
  const doc = draftWith(par('first'), par('second'))
  const before = standingOf(doc)
  const rescued = [{ clauseId: idNamed('2'), words: 'of mine' }]
  const merged = standing(before.clauses.slice(0, 1))
  expect(mergeReport({ base: before, local: before, merged, rescued })).toMatchObject([{ id: idNamed('2'), verdict: 'rescued', theirs: ['removed'], rescued: 'of mine' }])
})

test('[DC31] every clause that differs is in it once, and none that does not', () => {
  fc.assert(
    fc.property(editedSequence, editedSequence, ({ base, revised }, { revised: other }) => {
      const states = { base: standing(base), local: standing(revised), merged: standing(other) }
      const lines = mergeReport({ ...states, rescued: [] })
      const ids = lines.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const own = (of: Standing['clauses']) => new Map(of.map((clause) => [clause.id, JSON.stringify(clause)]))
      const [was, mine, is] = [own(base), own(revised), own(other)]
      for (const id of new Set([...was.keys(), ...mine.keys(), ...is.keys()])) {
        const line = lines.find((each) => each.id === id)
        const differs = was.get(id) !== mine.get(id) || mine.get(id) !== is.get(id)
        const doings = [...(line?.mine ?? []), ...(line?.theirs ?? [])].filter((deed) => deed !== 'moved')
        expect(doings.length > 0).toBe(differs)
      }
      expect(mergeReport({ base: states.base, local: states.base, merged: states.base, rescued: [] })).toEqual([])
    }),
  )
})
