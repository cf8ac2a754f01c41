import { unreachable } from '#shared/kernel/index.ts'

/**
 * Which of this person's changes are on the server's disk. A change is `unsent` until a frame carries it, then waits for the
 * server's `stored` count to reach that frame (rule PR2 of the protocol). Pure: the room feeds it what it sees on the wire.
 */
export type SaveState = Readonly<{
  /** Document frames sent over the connection that is open. */
  frames: number
  /** Whether the answer to the server's sync step 1 has left: from then on every change travels in a frame of its own. */
  answered: boolean
  /** Changes made here that no frame of this connection carries for certain. */
  unsent: number
  /** Frame numbers that carry changes not yet stored, with how many changes each. */
  waiting: readonly Readonly<{ frame: number; changes: number }>[]
}>

export type SaveEvent =
  | Readonly<{ what: 'changed'; connected: boolean }>
  | Readonly<{ what: 'answered' }>
  | Readonly<{ what: 'stored'; frames: number }>
  | Readonly<{ what: 'line-lost' }>

export const NOTHING_UNSAVED: SaveState = { frames: 0, answered: false, unsent: 0, waiting: [] }

/** How many changes made here are not on the server's disk, as far as is known here. */
export const unsavedChanges = (state: SaveState): number =>
  state.unsent + state.waiting.reduce((sum, { changes }) => sum + changes, 0)

export function afterSaveEvent(state: SaveState, event: SaveEvent): SaveState {
  switch (event.what) {
    case 'changed':
      return afterChange(state, event.connected)
    case 'answered': {
      // The answer carries everything the server lacks, so whatever was unsaved rides in it.
      const frame = state.frames + 1
      const changes = unsavedChanges(state)
      return { frames: frame, answered: true, unsent: 0, waiting: changes === 0 ? [] : [{ frame, changes }] }
    }
    case 'stored':
      return { ...state, waiting: state.waiting.filter(({ frame }) => frame > event.frames) }
    case 'line-lost':
      return { ...NOTHING_UNSAVED, unsent: unsavedChanges(state) }
    default:
      return unreachable(event)
  }
}

function afterChange(state: SaveState, connected: boolean): SaveState {
  if (!connected) return { ...state, unsent: state.unsent + 1 }
  const frame = state.frames + 1
  // Before the answer has left, a frame may lack what it builds on: only the answer counts.
  if (!state.answered) return { ...state, frames: frame, unsent: state.unsent + 1 }
  return { ...state, frames: frame, waiting: [...state.waiting, { frame, changes: 1 }] }
}
