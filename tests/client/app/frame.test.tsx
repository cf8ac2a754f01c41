// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { once } from 'node:events'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket as Line, WebSocketServer } from 'ws'
import { Frame } from '#client/app/Frame.tsx'
import { HomePage } from '#client/app/HomePage.tsx'
import { NegotiationFrame, useDesk } from '#client/app/NegotiationFrame.tsx'
import { NotFoundScreen } from '#client/app/NotFoundScreen.tsx'
import { signUpChair, startForTest, type Person, type TestProgram } from '#tests/support/program.ts'
import { show, sitBefore, useScreens } from '#tests/support/screen.tsx'

useScreens()
let program: TestProgram
let chair: Person
let feeds: WebSocketServer
beforeAll(async () => {
  program = await startForTest()
  chair = await signUpChair(program)
  // A feed that says nothing: jsdom's page cannot carry the session's cookie into a websocket.
  feeds = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(feeds, 'listening')
  const address = feeds.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  vi.stubGlobal('WebSocket', function WebSocket() {
    const line = new Line(`ws://127.0.0.1:${port}`)
    line.on('error', () => undefined) // a page that is left before its line is open, as browsers take it
    return line
  })
})
afterEach(() => document.body.replaceChildren())
afterAll(async () => {
  feeds.close()
  await program.end()
})

const Place = () => <h1>{`Desk of ${useDesk().negotiation.title}`}</h1>

const house = () => (
  <Routes>
    <Route element={<Frame />}>
      <Route index element={<HomePage />} />
      <Route path="sign-in" element={<h1>Sign in here</h1>} />
      <Route path="n/:negotiationId" element={<NegotiationFrame onEntered={() => undefined} />}>
        <Route index element={<Place />} />
      </Route>
      <Route path="*" element={<NotFoundScreen />} />
    </Route>
  </Routes>
)

test('a stranger is led to sign in, from the start and from a deep link', async () => {
  sitBefore(program.visitor())
  show(house(), `/n/${chair.negotiationId}`)
  expect(await screen.findByRole('heading', { name: 'Sign in here' }, { timeout: 10_000 })).toBeTruthy()
})

test('a member of one negotiation is led to it; the header says where and who', async () => {
  sitBefore(chair)
  show(house())
  expect(await screen.findByRole('heading', { name: 'Desk of Convention on cybercrime' }, { timeout: 10_000 })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Convention on cybercrime' }).getAttribute('href')).toBe(`/n/${chair.negotiationId}`)
  expect(screen.getByRole('button', { name: /Ada Chair/ }).textContent).toMatch(/Secretariat · chair/)
})

test('somebody who is no member is told nothing of the negotiation', async () => {
  sitBefore(chair)
  show(house(), '/n/anothernegotiation')
  expect(await screen.findByRole('heading', { name: 'Page not found' }, { timeout: 10_000 })).toBeTruthy()
})

test('following a link moves the focus to the content and renames the page', async () => {
  sitBefore(chair)
  const hands = show(house(), '/nowhere')
  expect(document.title).toBe('Page not found · Travaux')
  await hands.tab()
  expect(document.activeElement?.textContent).toBe('Skip to the content')
  await hands.keyboard('{Enter}')
  expect(document.activeElement?.id).toBe('main')
  await hands.click(screen.getByRole('link', { name: 'Go to the start page' }))
  await screen.findByRole('heading', { name: /Desk of/ }, { timeout: 10_000 })
  expect(document.activeElement?.id).toBe('main')
})
