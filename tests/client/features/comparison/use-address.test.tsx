// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { BrowserRouter } from 'react-router'
import { expect, test } from 'vitest'
import { useAddress } from '#client/features/comparison/use-address.ts'

const here = ({ children }: Readonly<{ children: ReactNode }>) => <BrowserRouter>{children}</BrowserRouter>

test('two things written before the page is drawn again both stand in the address', () => {
  window.history.replaceState(null, '', '/?at=3&view=summary')
  const { result } = renderHook(() => ({ view: useAddress('view'), classes: useAddress('classes') }), { wrapper: here })
  expect(result.current.view[0]).toBe('summary')
  act(() => {
    result.current.view[1]('map')
    result.current.classes[1]('substance')
  })
  expect(Object.fromEntries(new URLSearchParams(window.location.search))).toEqual({ at: '3', view: 'map', classes: 'substance' })
  act(() => result.current.view[1](null))
  expect(window.location.search).toBe('?at=3&classes=substance')
  expect([result.current.view[0], result.current.classes[0]]).toEqual([null, 'substance'])
})
