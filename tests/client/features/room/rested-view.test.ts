import { expect, test } from 'vitest'
import type { RoomView } from '#client/features/room/index.ts'
import { restedView } from '#client/features/room/rested-view.ts'

const SAVED: RoomView = { status: 'live', unsaved: 0, keeping: 'computer' }
const unsaved = (count: number): RoomView => ({ status: 'live', unsaved: count, keeping: 'computer' })

/** A room whose view is set by hand, a clock that is moved by hand, and what was shown. */
function shown(first: RoomView) {
  let now = first
  let waiting: (() => void) | null = null
  const listeners = new Set<() => void>()
  const source = { view: () => now, subscribe: (listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)) }
  const rested = restedView(source, (_ms, run) => {
    waiting = run
    return () => (waiting = null)
  })
  const seen: RoomView[] = []
  const leave = rested.subscribe(() => seen.push(rested.view()))
  return {
    seen,
    leave,
    view: rested.view,
    isWaiting: () => waiting !== null,
    becomes(view: RoomView) {
      now = view
      for (const listener of listeners) listener()
    },
    rests() {
      const run = waiting
      waiting = null
      run?.()
    },
  }
}

test('somebody who types on is shown once as being saved, and as saved when all has rested', () => {
  const room = shown(SAVED)
  for (let key = 0; key < 5; key++) for (const view of [unsaved(1), unsaved(2), SAVED]) room.becomes(view)
  expect(room.seen).toEqual([unsaved(1)])
  room.rests()
  expect(room.seen).toEqual([unsaved(1), SAVED])
})

test('saved is not said while something is unsaved', () => {
  const room = shown(SAVED)
  for (const view of [unsaved(1), SAVED, unsaved(1)]) room.becomes(view)
  expect(room.isWaiting()).toBe(false)
  expect(room.view()).toEqual(unsaved(1))
})

test('a lost line is told at once', () => {
  const room = shown(SAVED)
  const lost: RoomView = { status: 'offline', unsaved: 1, keeping: 'computer', because: 'line-lost' }
  for (const view of [unsaved(1), SAVED, lost]) room.becomes(view)
  expect(room.seen).toEqual([unsaved(1), lost])
  expect(room.isWaiting()).toBe(false)
})

test('who has left is told nothing more', () => {
  const room = shown(SAVED)
  for (const view of [unsaved(1), SAVED]) room.becomes(view)
  room.leave()
  expect(room.isWaiting()).toBe(false)
})
