import { Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import {
  indentClause,
  mergeWithNext,
  mergeWithPrevious,
  outdentClause,
  splitClause,
  toggleEm,
  toggleStrong,
} from './commands.ts'
import { moveClauseDown, moveClauseUp } from './move.ts'
import type { DraftSync } from '../sync-types.ts'

/** The keys of the clause editor (DC11); undo and redo are those of `sync`. */
export function draftKeymap(sync: Pick<DraftSync, 'undo' | 'redo'>): Extension {
  const undo: Command = () => {
    sync.undo()
    return true
  }
  const redo: Command = () => {
    sync.redo()
    return true
  }
  // Where indenting cannot go on, Tab still does not leave the page in the middle of writing.
  const quietly = (command: Command): Command => (state, dispatch) => {
    command(state, dispatch)
    return true
  }
  const keys: Readonly<Record<string, Command>> = {
    Enter: splitClause,
    Backspace: mergeWithPrevious,
    Delete: mergeWithNext,
    Tab: quietly(indentClause),
    'Shift-Tab': quietly(outdentClause),
    'Alt-ArrowUp': moveClauseUp,
    'Alt-ArrowDown': moveClauseDown,
    'Mod-b': toggleStrong,
    'Mod-i': toggleEm,
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
  }
  return Extension.create({
    name: 'draftKeymap',
    priority: 900,
    addKeyboardShortcuts() {
      return Object.fromEntries(
        Object.entries(keys).map(([name, command]) => [name, () => command(this.editor.state, this.editor.view.dispatch)]),
      )
    },
  })
}
