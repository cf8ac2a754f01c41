import { newId } from '#server/identity/index.ts'
import type { DismissalRow, TextRow } from '#server/storage/port.ts'
import { dismissRequest, dismissalView, dismissalsView } from '#shared/api/index.ts'
import type { ItemRange } from '#shared/document/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'
import type { Turns } from './turns.ts'

const viewOf = ({ id, ranges, quote, citation, memberId, name, delegation, at }: DismissalRow) => ({
  id,
  ranges,
  quote,
  citation,
  signature: { memberId, name, delegation, at },
})

const isWithin = (range: ItemRange, others: readonly ItemRange[]): boolean =>
  others.some(({ client, clock, length }) => client === range.client && clock <= range.clock && range.clock + range.length <= clock + length)

/** So much of the rescued words is written down in the journal; the rest is in the record. */
const JOURNAL_QUOTE = 120

const subjectOf = ({ quote, citation }: Pick<DismissalRow, 'quote' | 'citation'>, { title }: TextRow): string => {
  const words = quote.length > JOURNAL_QUOTE ? `${quote.slice(0, JOURNAL_QUOTE).trimEnd()}…` : quote
  return [`“${words.trim()}”`, citation, title].filter((part) => part !== '').join(' · ')
}

/** Dismissals: rescued words that somebody who may edit the text took out of everybody's tray, under their name. */
export function dismissalRoutes(
  routes: Routes,
  { storage, now }: HttpPorts,
  { textFor, chronicle, turns }: Standing & Readonly<{ chronicle: Chronicle; turns: Turns }>,
): void {
  const { dismissals } = storage

  routes.signedIn({
    method: 'GET',
    path: '/api/texts/:id/dismissals',
    body: null,
    answer: dismissalsView,
    reply: async ({ id, account }) => {
      await textFor(id, account)
      return { dismissals: (await dismissals.ofText(id)).map(viewOf) }
    },
  })

  routes.signedIn({
    method: 'POST',
    path: '/api/texts/:id/dismissals',
    body: dismissRequest,
    answer: dismissalView,
    reply: async ({ id, account, body }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'edit-text', text })
      return turns(id, async () => {
        const before = (await dismissals.ofText(id)).find((row) => body.ranges.every((range) => isWithin(range, row.ranges)))
        if (before !== undefined) return viewOf(before) // somebody else was quicker
        const at = new Date(now()).toISOString()
        const row: DismissalRow = { ...body, id: newId(), textId: id, memberId: member.id, name: member.name, delegation: member.delegation, at }
        const deed = { act: 'rescued-dismissed', subject: subjectOf(row, text), topic: 'rescue', text } as const
        await chronicle(member, deed, (inside) => [inside.dismissals.add(row)])
        return viewOf(row)
      })
    },
  })

  routes.signedIn({
    method: 'POST',
    path: '/api/dismissals/:id/return',
    body: null,
    answer: null,
    reply: async ({ id, account }) => {
      const row = await dismissals.get(id)
      if (row === null) throw new Refused('not-found')
      const { member, text } = await textFor(row.textId, account)
      allow(member, { do: 'edit-text', text })
      await turns(row.textId, async () => {
        if (!(await dismissals.ofText(row.textId)).some((standing) => standing.id === id)) return // somebody else was quicker
        const deed = { act: 'rescued-returned', subject: subjectOf(row, text), topic: 'rescue', text } as const
        await chronicle(member, deed, (inside) => [inside.dismissals.bringBack(id, new Date(now()).toISOString())])
      })
    },
  })
}
