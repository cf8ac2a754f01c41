import { expect, test } from 'vitest'
import { clauseEntries } from '#server/history/clause.ts'
import { playHistory } from '#server/history/timeline.ts'
import { parseClauseId } from '#shared/clauses/index.ts'
import { MADE_AT, Writing, breathe } from './log.ts'

const idAt = (index: number) => {
  const id = parseClauseId(`c_000000000${index}`)
  if (id === null) throw new Error('a clause id')
  return id
}

test('[HI4] the history of a clause goes with it through moves, and back into the clause it was split off', async () => {
  const writing = new Writing(['one', 'two', 'three'])
  let tail: unknown = null
  writing.does(0, 20, (ana) => ana.type(0, 3, ' four five'))
  writing.does(1, 20, (bo) => bo.type(1, 0, 'elsewhere '))
  writing.does(0, 20, (ana) => {
    ana.split(0, 8)
    tail = ana.ids()[1]
  })
  writing.does(0, 20, (ana) => ana.type(0, 0, 'later in the first part: '))
  writing.does(1, 20, (bo) => bo.down(1))
  writing.does(1, 20, (bo) => bo.type(2, 5, '!'))
  const { sessions } = await playHistory(writing.log, { madeAt: MADE_AT, breathe })
  const id = parseClauseId(tail)
  if (id === null) throw new Error('the split made a clause')
  const told = clauseEntries(sessions, { id, most: 10 })
  expect(told.entries.map(({ hand, work }) => `${hand.name}: ${work.base?.text ?? '∅'} → ${work.revised?.text ?? '∅'}${work.moved ? ' moved' : ''}`)).toEqual([
    'Bo:  five →  five!',
    'Bo:  five →  five moved',
    'Ana: ∅ →  five',
    'Ana: one four five → one four',
    'Ana: one → one four five',
  ])
  expect(clauseEntries(sessions, { id, most: 2 })).toMatchObject({ left: 3 })
  expect(clauseEntries(sessions, { id: idAt(2), most: 10 }).entries).toEqual([])
})
