import { newId, type Account } from '#server/identity/index.ts'
import type { MemberRow, TextRow, ThreadEventRow, ThreadRow } from '#server/storage/port.ts'
import { openThreadRequest, replyRequest, threadView, threadsView } from '#shared/api/index.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'
import { threadView as viewOf } from './views.ts'

/** Threads on the clauses of a text: signed statements, each under the name of whoever is signed in. */
export function threadRoutes(
  routes: Routes,
  { storage, now }: HttpPorts,
  { textFor, chronicle }: Standing & Readonly<{ chronicle: Chronicle }>,
): void {
  const signed = (member: MemberRow, event: Pick<ThreadEventRow, 'threadId' | 'what' | 'body'>): ThreadEventRow => ({
    ...event,
    id: newId(),
    memberId: member.id,
    name: member.name,
    delegation: member.delegation,
    at: new Date(now()).toISOString(),
  })
  const subjectOf = ({ citation }: Pick<ThreadRow, 'citation'>, { title }: TextRow): string => (citation === '' ? title : `${citation} · ${title}`)

  async function threadFor(id: string, account: Account) {
    const thread = await storage.threads.get(id)
    if (thread === null) throw new Refused('not-found')
    const { member, text } = await textFor(thread.textId, account)
    allow(member, { do: 'annotate', text })
    return { thread, member, text }
  }

  async function asItStands(thread: ThreadRow) {
    const found = (await storage.threads.ofText(thread.textId)).find(({ row }) => row.id === thread.id)
    invariant(found !== undefined, 'a thread stays')
    return viewOf(found.row, found.events)
  }

  routes.signedIn({
    method: 'GET',
    path: '/api/texts/:id/threads',
    body: null,
    answer: threadsView,
    reply: async ({ id, account }) => {
      await textFor(id, account)
      return { threads: (await storage.threads.ofText(id)).map(({ row, events }) => viewOf(row, events)) }
    },
  })

  routes.signedIn({
    method: 'POST',
    path: '/api/texts/:id/threads',
    body: openThreadRequest,
    answer: threadView,
    reply: async ({ id, account, body: { body, ...about } }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'annotate', text })
      const row: ThreadRow = { ...about, id: newId(), textId: id }
      const first = signed(member, { threadId: row.id, what: 'said', body })
      const deed = { act: 'thread-opened', subject: subjectOf(row, text), topic: 'threads', text } as const
      await chronicle(member, deed, (inside) => [inside.threads.open(row, first)])
      return viewOf(row, [first])
    },
  })

  routes.signedIn({
    method: 'POST',
    path: '/api/threads/:id/entries',
    body: replyRequest,
    answer: threadView,
    reply: async ({ id, account, body: { body } }) => {
      const { thread, member, text } = await threadFor(id, account)
      const said = signed(member, { threadId: id, what: 'said', body })
      const deed = { act: 'thread-replied', subject: subjectOf(thread, text), topic: 'threads', text } as const
      await chronicle(member, deed, (inside) => [inside.threads.append(said)])
      return asItStands(thread)
    },
  })

  const turn = (path: string, what: 'resolved' | 'reopened') => {
    routes.signedIn({
      method: 'POST',
      path,
      body: null,
      answer: threadView,
      reply: async ({ id, account }) => {
        const { thread, member, text } = await threadFor(id, account)
        const isResolved = (await asItStands(thread)).resolved !== null
        if (isResolved === (what === 'resolved')) return asItStands(thread) // somebody else was quicker
        const turned = signed(member, { threadId: id, what, body: '' })
        const deed = { act: `thread-${what}`, subject: subjectOf(thread, text), topic: 'threads', text } as const
        await chronicle(member, deed, (inside) => [inside.threads.append(turned)])
        return asItStands(thread)
      },
    })
  }
  turn('/api/threads/:id/resolve', 'resolved')
  turn('/api/threads/:id/reopen', 'reopened')
}
