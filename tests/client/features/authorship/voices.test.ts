import { expect, test } from 'vitest'
import { delegationsOf, sharesOf, spokenWords, voiceBefore } from '#client/features/authorship/voices.ts'
import { authorFinder } from '#shared/records/index.ts'
import { idNamed } from '../../../support/treaty.ts'

const [first, second] = [idNamed('a'), idNamed('b')]
const authors = [
  { memberId: null, name: 'Ines', delegation: 'Secretariat', brought: true },
  { memberId: 't', name: 'Tomas', delegation: 'Merinda', brought: false },
  { memberId: 'b', name: 'Berit', delegation: 'Halvard', brought: false },
]
const find = authorFinder({ authors, clients: [{ client: 1, spans: [[0, 100, 0, null]] }, { client: 2, spans: [[0, 5, 1, 70], [5, 9, 2, 71]] }] })
const nobodyHere = () => null
const written = [
  { clauseId: first, runs: [{ from: 0, to: 4, client: 1, clock: 0 }, { from: 4, to: 12, client: 2, clock: 1 }] },
  { clauseId: second, runs: [{ from: 0, to: 3, client: 7, clock: 0 }, { from: 3, to: 5, client: 1, clock: 9 }] },
]

test('[DC22] runs of one client are told apart by who wrote them, and when', () => {
  const { voices, words, lacks } = spokenWords(written, find, (client) => (client === 7 ? { name: 'Me', delegation: 'Merinda' } : null))
  expect(words.map(({ clauseId, from, to, voice }) => [clauseId === first ? 1 : 2, from, to, voices[voice]?.name, voices[voice]?.minute])).toEqual([
    [1, 0, 4, 'Ines', null],
    [1, 4, 8, 'Tomas', 70],
    [1, 8, 12, 'Berit', 71],
    [2, 0, 3, 'Me', null],
    [2, 3, 5, 'Ines', null],
  ])
  expect(lacks).toBe(true)
  expect(voices.find(({ isFresh }) => isFresh)).toMatchObject({ name: 'Me', delegation: 'Merinda' })
})

test('shares add up to the whole; a delegation keeps its colour when others join, and what was brought in comes last', () => {
  const spoken = spokenWords(written, find, nobodyHere)
  const shares = sharesOf(spoken, delegationsOf(authors, spoken.voices))
  expect(shares.map(({ delegation, brought, colour }) => [delegation, brought, colour])).toEqual([['Merinda', false, 0], ['Halvard', false, 1], ['', false, 2], ['Secretariat', true, 0]])
  expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  expect(sharesOf(spokenWords([], find, nobodyHere), [])).toEqual([])
  const many = sharesOf(spoken, Array.from({ length: 13 }, (_, index) => (index === 12 ? 'Merinda' : `none ${index}`)))
  expect(many.find(({ delegation }) => delegation === 'Merinda')).toMatchObject({ colour: 0, pattern: 2 })
})

test('the caret is in the words before it, at the start of a clause in those behind it', () => {
  const spoken = spokenWords(written, find, nobodyHere)
  const nameAt = (clauseId: typeof first, offset: number) => spoken.voices[voiceBefore(spoken, { clauseId, offset }) ?? -1]?.name
  expect([0, 1, 4, 5, 8, 9, 12].map((offset) => nameAt(first, offset))).toEqual(['Ines', 'Ines', 'Ines', 'Tomas', 'Tomas', 'Berit', 'Berit'])
  expect(voiceBefore(spoken, { clauseId: idNamed('c'), offset: 0 })).toBeNull()
})
