import { newId } from '#server/identity/index.ts'
import { chaptersRequest, deskView } from '#shared/api/index.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'
import { may } from '#shared/rights/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, readable, type Standing } from './standing.ts'
import { invitationView, journalView, memberView, textViews } from './views.ts'

const JOURNAL_LINES = 50
/** Read beyond what is shown, because lines about drafts that the asker may not see fall out. */
const JOURNAL_READ = 500

/** The desk and the roadmap. */
export function negotiationRoutes(
  routes: Routes,
  { storage, live, now }: HttpPorts,
  { memberIn, chronicle }: Readonly<{ memberIn: Standing['memberIn']; chronicle: Chronicle }>,
): void {
  routes.signedIn({
    method: 'GET',
    path: '/api/negotiations/:id',
    body: null,
    answer: deskView,
    reply: async ({ id, account }) => {
      const me = await memberIn(id, account)
      const negotiation = await storage.negotiations.get(id)
      invariant(negotiation !== null, 'a negotiation with members exists')
      const chapters = await storage.negotiations.chapters(id)
      const texts = readable(me, await storage.texts.ofNegotiation(id))
      const members = may(me, { do: 'see-people' }) ? await storage.members.ofNegotiation(id) : [me]
      const invitations = may(me, { do: 'see-invitations' }) ? await storage.invitations.ofNegotiation(id) : []
      const journal = await storage.journal.latest(id, JOURNAL_READ)
      const here = live.here(id)
      const textIds = new Set(texts.map((text) => text.id))
      const names = new Map(members.map((member) => [member.id, member.name]))
      return {
        negotiation: { id, title: negotiation.title },
        me: memberView(me, here),
        chapters,
        texts: await textViews(texts, storage, new Set(chapters.map((chapter) => chapter.id))),
        members: members.map((member) => memberView(member, here)),
        invitations: invitations.filter(({ kind }) => kind === 'invitation').map((row) => invitationView(row, (member) => names.get(member) ?? '')),
        journal: journal
          .filter(({ textId }) => textId === null || textIds.has(textId))
          .slice(0, JOURNAL_LINES)
          .map(journalView),
        today: new Date(now()).toISOString().slice(0, 10),
      }
    },
  })

  routes.signedIn({
    method: 'PUT',
    path: '/api/negotiations/:id/chapters',
    body: chaptersRequest,
    answer: null,
    reply: async ({ id, account, body }) => {
      const member = await memberIn(id, account)
      allow(member, { do: 'set-deadlines' })
      const known = new Set((await storage.negotiations.chapters(id)).map((chapter) => chapter.id))
      const kept = body.chapters.flatMap((chapter) => chapter.id ?? [])
      if (kept.some((chapterId) => !known.has(chapterId)) || new Set(kept).size !== kept.length) {
        throw new Refused('bad-input', 'The roadmap was changed by somebody else, or names a chapter twice. Reload and try again.')
      }
      const chapters = body.chapters.map((chapter) => ({ ...chapter, id: chapter.id ?? newId() }))
      await chronicle(member, { act: 'chapters-set', subject: `${chapters.length}`, topic: 'chapters' }, (inside) => [
        inside.negotiations.replaceChapters(id, chapters),
      ])
    },
  })
}
