import { clauseEntries, type Hand } from '#server/history/index.ts'
import type { MemberRow, TextRow } from '#server/storage/port.ts'
import { clauseHistoryView, historyView, pastView, restoreRequest, type RestoreRequest } from '#shared/api/index.ts'
import { parseClauseId, type Clause } from '#shared/clauses/index.ts'
import { redline } from '#shared/compare/index.ts'
import { restoreClauses } from '#shared/document/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { Contents } from './content.ts'
import { changesAt, entryView, mentions, pointView, sessionView, type NameOf } from './history-views.ts'
import type { Pasts } from './past.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'
import type { Turns } from './turns.ts'
import { versionView } from './views.ts'

/** So many entries of one clause are told at most. */
const CLAUSE_ENTRIES = 200

/** How texts came to read as they do, and the way back. */
export function historyRoutes(
  routes: Routes,
  { storage, rooms }: HttpPorts,
  { textFor, chronicle, contents, turns, pasts }: Standing & Readonly<{ chronicle: Chronicle; contents: Contents; turns: Turns; pasts: Pasts }>,
): void {
  const { histories } = pasts

  async function namesOf(hands: readonly Hand[]): Promise<NameOf> {
    const ids = new Set(hands.filter(({ name }) => name === null).map(({ memberId }) => memberId))
    const rows = await Promise.all([...ids].map((id) => storage.members.get(id)))
    const names = new Map(rows.filter((row): row is MemberRow => row !== null).map(({ id, name }) => [id, name]))
    return (memberId) => names.get(memberId) ?? ''
  }

  routes.signedIn({
    method: 'GET',
    path: '/api/texts/:id/history',
    body: null,
    answer: historyView,
    reply: async ({ id, account }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'read-history', text })
      const [{ sessions, points, lastSeq, earlierRows }, now, versions, restored] = await Promise.all([
        histories.of(id, text.createdAt),
        contents.of(text, null),
        storage.texts.versions(id),
        storage.journal.ofText(id, 'text-restored'),
      ])
      const nameOf = await namesOf([...sessions.map(({ hand }) => hand), ...points.flatMap(({ hands }) => hands)])
      const mention = mentions(now)
      return {
        lastSeq,
        earlierRows,
        sessions: sessions.filter(({ work }) => work.length > 0).map((session) => sessionView(session, nameOf, mention)),
        points: points.map((point) => pointView(point, nameOf)),
        versions: versions.map(versionView),
        restored: restored.map(({ at, name, delegation, subject }) => ({ at, by: name, delegation, subject })),
      }
    },
  })

  routes.signedIn({
    method: 'GET',
    path: '/api/texts/:id/history/clause',
    body: null,
    answer: clauseHistoryView,
    reply: async ({ id, account, query }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'read-history', text })
      const clauseId = parseClauseId(query['clause'])
      if (clauseId === null) throw new Refused('not-found')
      const [history, now] = await Promise.all([histories.of(id, text.createdAt), contents.of(text, null)])
      const { entries, left } = clauseEntries(history.sessions, { id: clauseId, most: CLAUSE_ENTRIES })
      const clause = now.text.clauses.find((each) => each.id === clauseId) ?? lastWording(history.points, clauseId)
      if (clause === null) throw new Refused('not-found')
      const nameOf = await namesOf(entries.map(({ hand }) => hand))
      return {
        clause: mentions(now)(clause),
        entries: entries.map((entry, index) => {
          const wasKnown = entries.slice(index + 1).some(({ work }) => work.id === entry.work.id) || history.points[0]?.clauses.some((each) => each.id === entry.work.id)
          return entryView(entry, nameOf, wasKnown === true)
        }),
        left,
      }
    },
  })

  routes.signedIn({
    method: 'GET',
    path: '/api/texts/:id/history/at',
    body: null,
    answer: pastView,
    reply: async ({ id, account, query }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'read-history', text })
      const seq = Number(query['seq'])
      if (!Number.isSafeInteger(seq) || seq < 0) throw new Refused('bad-input', 'A point of the history is named by a whole number.')
      const { text: then, held, found } = await pasts.at(text, seq)
      return {
        point: pointView(found.point, await namesOf(found.point.hands)),
        text: then,
        held,
        ...changesAt(found),
      }
    },
  })

  /** The clauses to go back to, and what to call them. */
  async function wanted(row: TextRow, request: RestoreRequest): Promise<Readonly<{ clauses: readonly Clause[]; name: string }>> {
    if ('versionId' in request) {
      const { text, version } = await contents.of(row, request.versionId)
      return { clauses: text.clauses, name: version?.symbol ?? String(version?.ordinal ?? '') }
    }
    const { text, found } = await pasts.at(row, request.seq)
    return { clauses: text.clauses, name: `${found.point.at.slice(0, 16).replace('T', ' ')} UTC` }
  }

  routes.signedIn({
    method: 'POST',
    path: '/api/texts/:id/restore',
    body: restoreRequest,
    answer: null,
    reply: async ({ id, account, body }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'restore-text', text })
      await turns(id, async () => {
        const { clauses, name } = await wanted(text, body)
        const author = { memberId: member.id, name: member.name, delegation: member.delegation }
        await rooms.change(id, author, (doc) => restoreClauses(doc, clauses, (base, revised) => redline(base, revised).runs))
        await chronicle(member, { act: 'text-restored', subject: `${name} · ${text.title}`, topic: 'texts', text })
      })
    },
  })
}

function lastWording(points: readonly Readonly<{ clauses: readonly Clause[] }>[], id: Clause['id']): Clause | null {
  for (const { clauses } of points.toReversed()) {
    const found = clauses.find((clause) => clause.id === id)
    if (found !== undefined) return found
  }
  return null
}
