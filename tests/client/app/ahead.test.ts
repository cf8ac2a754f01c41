// @vitest-environment jsdom
import { expect, onTestFinished, test, vi } from 'vitest'
import { fetchAhead } from '#client/app/ahead.ts'
import type { RoomAddress } from '#client/features/room/index.ts'
import { newQueryClient } from '#client/platform/index.ts'
import type { SessionView } from '#shared/api/index.ts'

const signedIn: SessionView = {
  setUp: true,
  account: { id: 'a1', name: 'Ana', email: 'ana@example.org' },
  memberships: [{ memberId: 'm1', negotiationId: 'n1', title: 'Treaty', role: 'drafter', delegation: 'Freedonia' }],
}

/** What is asked for, and which rooms are joined, ahead of the screen at `path`, by a server that refuses all but `session`. */
async function aheadOf(path: string, session: SessionView | null = null): Promise<Readonly<{ asked: readonly string[]; joined: readonly RoomAddress[] }>> {
  const asked: string[] = []
  const joined: RoomAddress[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    if (address === '/api/session' && session !== null) return Promise.resolve(Response.json(session))
    return Promise.resolve(new Response('{"refusal":"not-signed-in"}', { status: 401 }))
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  await fetchAhead(newQueryClient(), path, (address) => void joined.push(address))
  return { asked: asked.toSorted(), joined }
}

test('what a text’s screen needs is asked for at once, and a refusal is left to the screen', async () => {
  expect(await aheadOf('/n/n1/t/t1')).toEqual({ asked: ['/api/negotiations/n1', '/api/session'], joined: [] })
})

test('the room of a text is joined before its screen stands, as the member that the session names', async () => {
  const { joined } = await aheadOf('/n/n1/t/t1', signedIn)
  expect(joined).toMatchObject([{ textId: 't1', memberId: 'm1', accountId: 'a1' }])
  expect((await aheadOf('/n/n1', signedIn)).joined).toEqual([])
  expect((await aheadOf('/n/n2/t/t1', signedIn)).joined).toEqual([])
})

test('other screens ask for themselves', async () => {
  expect((await aheadOf('/sign-in')).asked).toEqual([])
  expect((await aheadOf('/n/n1/compare/c1')).asked).toEqual([])
})
