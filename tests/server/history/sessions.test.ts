import { expect, test } from 'vitest'
import { playHistory } from '#server/history/timeline.ts'
import { MADE_AT, Writing, breathe } from './log.ts'

const sessionsOf = async (writing: Writing) => {
  const { sessions } = await playHistory(writing.log, { madeAt: MADE_AT, breathe })
  return sessions.map(({ hand, from, to, wordsIn, wordsOut, work }) => ({
    who: hand.name,
    from: from.slice(11, 16),
    to: to.slice(11, 16),
    words: `+${wordsIn} -${wordsOut}`,
    work: work.map(({ base, revised, moved }) => `${base?.text ?? '∅'} → ${revised?.text ?? '∅'}${moved ? ' moved' : ''}`),
  }))
}

test('[HI3] a pause of more than ten minutes ends a session; two who write at once have one each', async () => {
  const writing = new Writing(['one', 'two'])
  writing.does(0, 1, (ana) => ana.type(0, 3, ' more'))
  writing.does(1, 1, (bo) => bo.type(1, 3, ' words'))
  writing.does(0, 1, (ana) => ana.type(0, 8, ' still'))
  writing.does(0, 11, (ana) => ana.erase([0, 0], [0, 4]))
  expect(await sessionsOf(writing)).toEqual([
    { who: 'Ana', from: '09:01', to: '09:03', words: '+2 -0', work: ['one → one more still'] },
    { who: 'Bo', from: '09:02', to: '09:02', words: '+1 -0', work: ['two → two words'] },
    { who: 'Ana', from: '09:14', to: '09:14', words: '+0 -1', work: ['one more still → more still'] },
  ])
})

test('[HI3] what somebody else did to the clause in between is not counted as one’s own', async () => {
  const writing = new Writing(['one'])
  writing.does(0, 1, (ana) => ana.type(0, 3, ' a'))
  writing.does(1, 2, (bo) => bo.type(0, 0, 'b '))
  writing.does(0, 2, (ana) => ana.type(0, 7, ' c'))
  expect(await sessionsOf(writing)).toMatchObject([
    { who: 'Ana', words: '+2 -0', work: ['one → one a', 'b one a → b one a c'] },
    { who: 'Bo', words: '+1 -0', work: ['one a → b one a'] },
  ])
})

test('[HI3] splitting and joining move no words, and what came to nothing is not told', async () => {
  const writing = new Writing(['one two', 'three'])
  writing.does(0, 1, (ana) => ana.split(0, 4))
  writing.does(0, 2, (ana) => ana.merge(2))
  writing.does(1, 20, (bo) => bo.type(0, 0, 'x'))
  writing.does(1, 2, (bo) => bo.erase([0, 0], [0, 1]))
  const [ana, bo] = await sessionsOf(writing)
  expect(ana).toMatchObject({ words: '+0 -0', work: ['one two → one ', '∅ → twothree', 'three → ∅'] })
  expect(bo?.work).toEqual([])
})

test('[HI3] a move is told as one', async () => {
  const writing = new Writing(['one', 'two'])
  writing.does(0, 1, (ana) => ana.down(0))
  expect(await sessionsOf(writing)).toMatchObject([{ words: '+0 -0', work: ['one → one moved'] }])
})
