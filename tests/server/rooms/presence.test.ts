import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as decoding from 'lib0/decoding'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { Presence } from '#server/rooms/presence.ts'
import type { AwarenessEntry } from '#server/rooms/index.ts'
import { encodeFrame } from '#server/ws/frames.ts'
import type { PresentMember } from '#shared/protocol/index.ts'

const ana: PresentMember = { memberId: 'ana', name: 'Ana Ferreira', delegation: 'Portugal', colour: 1 }
const bo: PresentMember = { memberId: 'bo', name: 'Bo Chen', delegation: 'Singapore', colour: 2 }
const free = { mayUse: () => true }
const at = (client: number, clock: number, state: AwarenessEntry['state'] = {}): AwarenessEntry => ({ client, clock, state })

/** A client's own view of the room, as y-protocols keeps it. */
function viewer(): { hears: (entries: readonly AwarenessEntry[]) => void; sees: () => unknown; disconnects: () => void } {
  const awareness = new Awareness(new Y.Doc())
  onTestFinished(() => awareness.destroy())
  awareness.setLocalState(null)
  return {
    hears(entries) {
      const decoder = decoding.createDecoder(encodeFrame({ kind: 'awareness', entries }))
      decoding.readVarUint(decoder)
      applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), 'room')
    },
    sees: () => Object.fromEntries(awareness.getStates()),
    disconnects: () => awareness.states.clear(),
  }
}

test('[RM12] the name is the room\'s word, whatever the client claims', () => {
  const presence = new Presence<string>(() => 1_000)
  const news = presence.hear([at(7, 1, { user: { name: 'Chair' }, caret: 3 })], { holder: 'seat', member: ana, ...free })
  expect(news).toMatchObject([{ client: 7, state: { user: ana, caret: 3 } }])
})

test('[RM12] what is said of others is dropped: present, gone, or bound to another member', () => {
  const presence = new Presence<string>(() => 1_000)
  presence.hear([at(7, 1)], { holder: 'a', member: ana, ...free })
  const asBo = { holder: 'b', member: bo, ...free }
  expect(presence.hear([at(7, 9), at(7, 10, null)], asBo)).toEqual([])
  expect(presence.leave('a')).toMatchObject([{ client: 7, state: null }])
  expect(presence.hear([at(7, 11)], asBo)).toEqual([])
  expect(presence.hear([at(5, 1)], { ...asBo, mayUse: (client) => client !== 5 })).toEqual([])
  expect(presence.hear([at(8, 1)], asBo)).toHaveLength(1)
  expect(presence.hear([at(9, 1)], asBo)).toEqual([]) // a seat speaks for one
  expect(presence.isForeign(7, 'bo')).toBe(true)
  expect(presence.isForeign(7, 'ana')).toBe(false)
})

test('[RM12] who comes back on a new line is not removed with the old one', () => {
  const presence = new Presence<string>(() => 1_000)
  presence.hear([at(7, 4)], { holder: 'old line', member: ana, ...free })
  presence.hear([at(7, 4)], { holder: 'new line', member: ana, ...free })
  expect(presence.leave('old line')).toEqual([])
  expect(presence.all()).toMatchObject([{ client: 7 }])
  expect(presence.leave('new line')).toMatchObject([{ client: 7, state: null }])
})

test('a late word is no news', () => {
  const presence = new Presence<string>(() => 1_000)
  const asAna = { holder: 'a', member: ana, ...free }
  presence.hear([at(7, 5, { caret: 5 })], asAna)
  expect(presence.hear([at(7, 4, { caret: 4 })], asAna)).toEqual([])
  expect(presence.hear([at(7, 6, null)], asAna)).toMatchObject([{ client: 7, state: null }])
})

test('a viewer sees a caret again after either line broke, and after a restart of the server', () => {
  const first = new Presence<string>(() => 1_000)
  const view = viewer()
  const shown = { 7: { user: ana } }
  view.hears(first.hear([at(7, 3)], { holder: 'a', member: ana, ...free }))
  expect(view.sees()).toEqual(shown)
  view.hears(first.leave('a'))
  expect(view.sees()).toEqual({})
  view.hears(first.hear([at(7, 3)], { holder: 'a again', member: ana, ...free })) // the very same state
  expect(view.sees()).toEqual(shown)
  view.disconnects()
  view.hears(first.all())
  expect(view.sees()).toEqual(shown)
  view.disconnects()
  const restarted = new Presence<string>(() => 1_060)
  view.hears(restarted.hear([at(7, 3)], { holder: 'a', member: ana, ...free }))
  expect(view.sees()).toEqual(shown)
})
