import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, vi } from 'vitest'
import { startMessages } from '#client/messages/index.ts'
import { newQueryClient } from '#client/platform/index.ts'
import type { Visitor } from './program.ts'

/** What jsdom lacks of a browser and Mantine asks for, and what it should have left alone. */
function completeBrowser(): void {
  const quiet = { observe: () => undefined, unobserve: () => undefined, disconnect: () => undefined }
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  vi.stubGlobal('ResizeObserver', function ResizeObserver() {
    return quiet
  })
  // jsdom brings its own bytes, of which Node's buffers are no instances; the server in the same process needs Node's.
  const some = Buffer.from('some')
  vi.stubGlobal('Uint8Array', Object.getPrototypeOf(Buffer.prototype).constructor)
  vi.stubGlobal('ArrayBuffer', some.buffer.constructor)
  Element.prototype.scrollIntoView = () => undefined
  window.scrollTo = () => undefined
}

/** Call once at the top of a test file that shows screens: starts the catalogue, and clears the page after each test. */
export function useScreens(): void {
  beforeAll(async () => {
    completeBrowser()
    await startMessages()
  })
  afterEach(cleanup)
}

/** Shows a piece of the client as the program would, at address `path`; answers hands to use it with. */
export function show(screen: ReactNode, path = '/'): UserEvent {
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={newQueryClient()}>
        <MemoryRouter initialEntries={[path]}>{screen}</MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return userEvent.setup()
}

const toServer = globalThis.fetch

/** From now on the page's requests go to the server that `visitor` visits, with that visitor's cookies. */
export function sitBefore(visitor: Visitor): void {
  vi.stubGlobal('fetch', (path: string, request: RequestInit = {}) => {
    if (!path.startsWith('/')) return toServer(path, request)
    const { method = 'GET', body } = request
    return visitor.ask(path, { method: method as 'GET', ...(typeof body === 'string' ? { body } : {}) })
  })
}
