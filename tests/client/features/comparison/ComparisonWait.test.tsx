// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ComparisonWait } from '#client/features/comparison/ComparisonWait.tsx'
import { show, useScreens } from '#tests/support/screen.tsx'

useScreens()

test('says what the comparison is at and how far, and lets one stop it', async () => {
  const pressed: string[] = []
  const hands = show(<ComparisonWait shown={{ state: 'comparing', progress: { stage: 'aligning', share: 0.416 }, cancel: () => void pressed.push('stop') }} />)
  expect(screen.getByText('Finding which clause answers which…')).toBeTruthy()
  expect(screen.getByRole('progressbar', { name: 'Progress of the comparison' }).getAttribute('aria-valuenow')).toBe('42')
  await hands.click(screen.getByRole('button', { name: 'Stop comparing' }))
  expect(pressed).toEqual(['stop'])
})

test('once stopped it can be started again', async () => {
  const pressed: string[] = []
  const hands = show(<ComparisonWait shown={{ state: 'stopped', again: () => void pressed.push('again') }} />)
  await hands.click(screen.getByRole('button', { name: 'Compare after all' }))
  expect(pressed).toEqual(['again'])
})
