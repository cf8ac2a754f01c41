import { useEffect } from 'react'
import { forgetUnreadable } from '#client/features/room/index.ts'
import type { DeskView, SessionView } from '#shared/api/index.ts'

/** Whenever the server has said which texts a person may read, the copies of all others leave this computer. */
export function useTidyCopies(desk: DeskView, session: SessionView | undefined): void {
  const { me, texts } = desk
  const accountId = session?.account?.id
  const members = session?.memberships.map(({ memberId }) => memberId).join(' ') ?? ''
  const readable = texts.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (accountId === undefined) return
    // Of other negotiations nothing is known here but that one is still a member.
    const mayRead = (memberId: string, textId: string) => (memberId === me.id ? readable.split(' ').includes(textId) : members.split(' ').includes(memberId))
    void forgetUnreadable(accountId, ({ memberId, textId }) => mayRead(memberId, textId))
  }, [accountId, members, me.id, readable])
}
