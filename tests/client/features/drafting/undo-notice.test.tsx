// @vitest-environment jsdom
import type { Editor } from '@tiptap/react'
import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { UndoNotice } from '#client/features/drafting/UndoNotice.tsx'
import { twoAt } from '#tests/shared/document/desk.ts'
import { show, useScreens } from '#tests/support/screen.tsx'

useScreens()

/** The part of an editor that tells of changes. */
function toldOfChanges(): Readonly<{ editor: Pick<Editor, 'on' | 'off'>; change: () => void }> {
  const heard = new Set<() => void>()
  const editor = { on: (_event: string, hear: () => void) => heard.add(hear), off: (_event: string, hear: () => void) => heard.delete(hear) }
  return { editor: editor as unknown as Pick<Editor, 'on' | 'off'>, change: () => heard.forEach((hear) => hear()) }
}

test('[DC2] an undo that changes nothing to be seen is said each time, until something is changed', () => {
  const [a, b, desk] = twoAt('one', 'two')
  for (const word of ['X', 'Y']) a.type(0, 0, word)
  desk.exchange()
  b.erase([0, 0], [0, 2])
  desk.exchange()
  const { editor, change } = toldOfChanges()
  show(<UndoNotice editor={editor} sync={a.sync} />)
  const notice = screen.getByRole('status')
  expect(notice.textContent).toBe('')
  act(() => void a.sync.undo())
  expect(notice.textContent).toContain('Nothing was left to undo')
  const said = notice.firstElementChild
  act(() => void a.sync.undo())
  expect(notice.firstElementChild).not.toBe(said)
  act(change)
  expect(notice.textContent).toBe('')
})
