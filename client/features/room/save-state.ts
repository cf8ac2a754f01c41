import { unreachable } from '#shared/kernel/index.ts'

/**
 * Which of this person's changes are on the server's disk. A change is `unsent` until a frame carries it, then waits for the
 * server's `stored` count to reach that frame (rule PR2 of the protocol). Pure: the room feeds it what it sees on the wire.
 */
export type SaveState = Readonly<{
  /** Whether the answer to the server's sync step 1 has left: from then on every change travels in frames of its own. */
  answered: boolean
  /** Changes made here that no frame of this connection carries for certain. */
  unsent: number
  /** Frame numbers that carry the last of changes not yet stored, with how many changes each. */
  waiting: readonly Readonly<{ frame: number; changes: number }>[]
}>

export type SaveEvent =
  /** A change was made here; `frame` is the last of those that carry it, null when none left. */
  | Readonly<{ what: 'changed'; frame: number | null }>
  /** Changes that an earlier page made and could not send were read from this computer. */
  | Readonly<{ what: 'restored'; changes: number }>
  /** The answer to the server's sync step 1 has left; `frame` is its last. */
  | Readonly<{ what: 'answered'; frame: number }>
  | Readonly<{ what: 'stored'; frames: number }>
  | Readonly<{ what: 'line-lost' }>

export const NOTHING_UNSAVED: SaveState = { answered: false, unsent: 0, waiting: [] }

/** How many changes made here are not on the server's disk, as far as is known here. */
export const unsavedChanges = (state: SaveState): number =>
  state.unsent + state.waiting.reduce((sum, { changes }) => sum + changes, 0)

export function afterSaveEvent(state: SaveState, event: SaveEvent): SaveState {
  switch (event.what) {
    case 'changed':
      // Before the answer has left, a frame may lack what it builds on: only the answer counts.
      if (event.frame === null || !state.answered) return { ...state, unsent: state.unsent + 1 }
      return { ...state, waiting: [...state.waiting, { frame: event.frame, changes: 1 }] }
    case 'restored':
      return { ...state, unsent: state.unsent + event.changes }
    case 'answered': {
      // The answer carries everything the server lacks, so whatever was unsaved rides in it.
      const changes = unsavedChanges(state)
      return { answered: true, unsent: 0, waiting: changes === 0 ? [] : [{ frame: event.frame, changes }] }
    }
    case 'stored':
      return { ...state, waiting: state.waiting.filter(({ frame }) => frame > event.frames) }
    case 'line-lost':
      return { ...NOTHING_UNSAVED, unsent: unsavedChanges(state) }
    default:
      return unreachable(event)
  }
}
