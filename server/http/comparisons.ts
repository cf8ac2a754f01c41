import { newId, type Account } from '#server/identity/index.ts'
import type { ComparisonRow, PinnedSide, TextRow } from '#server/storage/port.ts'
import { compareRequest, comparisonMade, comparisonView, type ComparedRef } from '#shared/api/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { Contents } from './content.ts'
import { reused, standing } from './corrections.ts'
import type { Pasts } from './past.ts'
import { pinnedContent } from './pinned.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'

/** Comparisons: which two wordings, pinned for good by the hash of their content, so that a link always shows the same. */
export function comparisonRoutes(
  routes: Routes,
  { storage, now }: HttpPorts,
  { memberIn, textFor, chronicle, contents, pasts }: Standing & Readonly<{ chronicle: Chronicle; contents: Contents; pasts: Pasts }>,
): void {
  /** A text of this negotiation that `account` may read, with the wording pinned. */
  async function pin({ textId, versionId, seq }: ComparedRef, account: Account, negotiationId: string): Promise<Readonly<{ side: PinnedSide; text: TextRow }>> {
    const { member, text } = await textFor(textId, account)
    if (text.negotiationId !== negotiationId) throw new Refused('not-found')
    if (seq !== undefined) {
      allow(member, { do: 'read-history', text })
      const past = await pasts.at(text, seq)
      return { text, side: { textId, versionId: null, pinnedAt: past.found.point.at, contentHash: await contents.keep(past) } }
    }
    const hash = await contents.keep(await contents.of(text, versionId))
    return { text, side: { textId, versionId, pinnedAt: new Date(now()).toISOString(), contentHash: hash } }
  }

  async function sideView(name: 'base' | 'revised', side: PinnedSide, account: Account) {
    const { text: row } = await textFor(side.textId, account)
    return {
      ref: { textId: side.textId, versionId: side.versionId },
      title: row.title,
      pinnedAt: side.pinnedAt,
      contentHash: side.contentHash,
      ...(await pinnedContent(storage, side, { name, text: row })),
    }
  }

  routes.signedIn({
    method: 'POST',
    path: '/api/negotiations/:id/comparisons',
    body: compareRequest,
    answer: comparisonMade,
    reply: async ({ id, account, body }) => {
      const member = await memberIn(id, account)
      allow(member, { do: 'compare' })
      const base = await pin(body.base, account, id)
      const revised = await pin(body.revised, account, id)
      const row: ComparisonRow = {
        id: newId(),
        negotiationId: id,
        base: base.side,
        revised: revised.side,
        createdBy: member.id,
        createdAt: new Date(now()).toISOString(),
      }
      // Filed under the private one, if there is one, so that only those who may know of it see the line.
      const text = base.text.kind === 'private' ? base.text : revised.text
      const deed = { act: 'comparison-pinned', subject: `${base.text.title} ↔ ${revised.text.title}`, topic: 'texts', text } as const
      const known = await reused(storage, row)
      await chronicle(member, deed, (inside) => [inside.contents.addComparison(row), ...known.map((correction) => inside.contents.addCorrection(correction))])
      return { id: row.id }
    },
  })

  routes.signedIn({
    method: 'GET',
    path: '/api/comparisons/:id',
    body: null,
    answer: comparisonView,
    reply: async ({ id, account }) => {
      const row = await storage.contents.comparison(id)
      if (row === null) throw new Refused('not-found')
      await memberIn(row.negotiationId, account)
      const base = await sideView('base', row.base, account)
      const revised = await sideView('revised', row.revised, account)
      return { id, negotiationId: row.negotiationId, base, revised, corrections: standing(await storage.contents.corrections(id)) }
    },
  })
}
