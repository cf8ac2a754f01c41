import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writtenText } from '#shared/document/index.ts'
import { twoAt, type Peer } from '../desk.ts'

/** Each clause by who wrote it: `2:++` for words of client 2. */
const by = (peer: Peer) =>
  peer.sync.written().map(({ runs }, index) => runs.map(({ from, to, client }) => `${client > 9 ? 'seed' : client}:${peer.texts()[index]?.slice(from, to) ?? ''}`).join(' '))

test('[DC22] each word is whoever’s it was typed by, through splits, moves and merges by others', () => {
  const [one, two, desk] = twoAt('abcdef', 'Last.')
  two.type(0, 3, '++')
  one.type(1, 0, '==')
  desk.exchange()
  expect(by(one)).toEqual(['seed:abc 2:++ seed:def', '1:== seed:Last.'])
  one.split(0, 4)
  one.down(0)
  desk.exchange()
  expect(by(two)).toEqual(by(one))
  expect(by(one).join('|')).toBe('2:+ seed:def|seed:abc 2:+|1:== seed:Last.')
  one.merge(1)
  desk.exchange()
  expect(by(two).join('|')).toBe('2:+ seed:def seed:abc 2:+|1:== seed:Last.')
})

test('[DC22] what is kept current agrees with a fresh reading, and what has not changed is not read again', () => {
  const [one, two, desk] = twoAt('abcdef', 'Last.')
  const before = one.sync.written()
  two.type(0, 3, '++')
  desk.exchange()
  const after = one.sync.written()
  expect(after[1]?.runs).toBe(before[1]?.runs)
  expect(after).toEqual(writtenText(one.doc))
})

test('[DC22] a draft with nothing in it was written by nobody', () => {
  expect(writtenText(new Y.Doc())).toEqual([])
})
