import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTHING_UNSAVED, afterSaveEvent, unsavedChanges, type SaveEvent } from '#client/features/room/save-state.ts'

const play = (events: readonly SaveEvent[]) => events.reduce(afterSaveEvent, NOTHING_UNSAVED)
const change = (frame: number): SaveEvent => ({ what: 'changed', frame })
const answered = (frame: number): SaveEvent => ({ what: 'answered', frame })
const stored = (frames: number): SaveEvent => ({ what: 'stored', frames })
const offline: SaveEvent = { what: 'changed', frame: null }

test('[PR2] a change is saved when the frame that carries it is stored', () => {
  expect(unsavedChanges(play([answered(1), change(2), change(3), stored(2)]))).toBe(1)
  expect(unsavedChanges(play([answered(1), change(2), change(3), stored(3)]))).toBe(0)
})
test('[PR2] a change that took several frames is saved with the last of them', () => {
  expect(unsavedChanges(play([answered(4), change(7), stored(6)]))).toBe(1)
  expect(unsavedChanges(play([answered(4), change(7), stored(7)]))).toBe(0)
})
test('[PR2] what was typed offline is saved when the answer that carries it is stored, to its last frame', () => {
  expect(unsavedChanges(play([offline, offline, answered(3)]))).toBe(2)
  expect(unsavedChanges(play([offline, offline, answered(3), stored(2)]))).toBe(2)
  expect(unsavedChanges(play([offline, offline, answered(3), stored(3)]))).toBe(0)
})
test('[PR2] what an earlier page could not send is saved when the answer is', () => {
  expect(unsavedChanges(play([{ what: 'restored', changes: 4 }]))).toBe(4)
  expect(unsavedChanges(play([{ what: 'restored', changes: 4 }, answered(1), stored(1)]))).toBe(0)
})
test('[PR2] a change sent before the answer counts as saved only with the answer', () => {
  expect(unsavedChanges(play([change(1), stored(1)]))).toBe(1)
  expect(unsavedChanges(play([change(1), answered(2), stored(1)]))).toBe(1)
  expect(unsavedChanges(play([change(1), answered(2), stored(2)]))).toBe(0)
})
test('[PR2] a lost line makes everything not known to be stored unsaved again', () => {
  expect(unsavedChanges(play([answered(1), change(2), { what: 'line-lost' }, answered(1)]))).toBe(1)
})

/**
 * The wire as it is: frames arrive in order or are lost with the line; the server stores some of what arrived and says so late.
 * Whatever happens, what the state calls saved is stored.
 */
test('[PR2] never says saved before it is stored', () => {
  const move = fc.constantFrom('type', 'deliver', 'tell', 'cut', 'open')
  fc.assert(
    fc.property(fc.array(move, { maxLength: 200 }), (moves) => {
      let state = NOTHING_UNSAVED
      let connected = false
      let made = 0
      let storedThrough = 0 // changes 1..storedThrough are on disk
      let arrived = 0
      let line: number[] = [] // for each frame sent over this line: the last change it carries with all before it, or 0
      for (const now of moves) {
        if (now === 'type') {
          made += 1
          // A large change leaves in two frames, of which the second completes it.
          if (connected) line.push(...(made % 3 === 0 ? [0, made] : [made]))
          state = afterSaveEvent(state, { what: 'changed', frame: connected ? line.length : null })
        }
        if (now === 'open' && !connected) {
          connected = true
          line = made % 2 === 0 ? [made] : [0, made]
          arrived = 0
          state = afterSaveEvent(state, { what: 'answered', frame: line.length })
        }
        if (now === 'deliver' && connected && arrived < line.length) {
          storedThrough = Math.max(storedThrough, line[arrived] ?? 0)
          arrived += 1
        }
        if (now === 'tell' && connected) state = afterSaveEvent(state, { what: 'stored', frames: arrived })
        if (now === 'cut' && connected) {
          connected = false
          state = afterSaveEvent(state, { what: 'line-lost' })
        }
        expect(unsavedChanges(state)).toBeGreaterThanOrEqual(made - storedThrough)
      }
    }),
  )
})
