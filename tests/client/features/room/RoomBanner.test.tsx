// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { RoomBanner } from '#client/features/room/index.ts'
import { show, useScreens } from '#tests/support/screen.tsx'

useScreens()

test('a page of another version than the server says to reload, offers it, and says what is kept', () => {
  show(<RoomBanner view={{ status: 'refused', unsaved: 2, keeping: 'computer', because: 'client-outdated' }} />)
  expect(screen.getByRole('alert').textContent).toContain('Reload the page to go on. 2 changes of yours are kept on this computer')
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeDefined()
})

test('where reloading does not help, it is not offered', () => {
  show(<RoomBanner view={{ status: 'refused', unsaved: 0, keeping: 'computer', because: 'not-a-member' }} />)
  expect(screen.getByRole('alert').textContent).toContain('You are not a member')
  expect(screen.queryByRole('button')).toBe(null)
})

test('while the line is there or nothing is unsaved, nothing is said', () => {
  show(<RoomBanner view={{ status: 'live', unsaved: 3, keeping: 'computer' }} />)
  show(<RoomBanner view={{ status: 'offline', unsaved: 0, keeping: 'computer', because: 'line-lost' }} />)
  expect(screen.queryByRole('alert')).toBe(null)
})
