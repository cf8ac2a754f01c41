// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { KeptDialog } from '#client/features/room/index.ts'
import type { KeptText } from '#client/platform/index.ts'
import { show, useScreens } from '#tests/support/screen.tsx'

useScreens()

test('where everything was sent by the time one signs out, it says so, and signing out leaves nothing', async () => {
  const text: KeptText = { memberId: 'm1', textId: 't1', title: 'A title', unsent: 0, asides: [] }
  const kept: boolean[] = []
  const signOut = (keep: (text: KeptText) => boolean) => {
    kept.push(keep(text))
    return Promise.resolve()
  }
  const hands = show(<KeptDialog accountId="ana" purpose="sign-out" pathOf={() => null} signOut={signOut} onClose={() => undefined} />)
  await screen.findByText(/All your words have reached the others/)
  expect(screen.queryByRole('button', { name: 'Send them first' })).toBe(null)
  await hands.click(screen.getByRole('button', { name: 'Sign out' }))
  expect(kept).toEqual([false])
})
