import { newId } from '#server/identity/index.ts'
import type { ComparisonRow } from '#server/storage/port.ts'
import { compareRequest, comparisonMade, comparisonView } from '#shared/api/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import { reused, standing } from './corrections.ts'
import { subjectOf, type Pins } from './pins.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'

/** Comparisons: which two wordings, pinned for good by the hash of their content, so that a link always shows the same. */
export function comparisonRoutes(routes: Routes, { storage, now }: HttpPorts, { memberIn, chronicle, pins }: Standing & Readonly<{ chronicle: Chronicle; pins: Pins }>): void {
  routes.signedIn({
    method: 'POST',
    path: '/api/negotiations/:id/comparisons',
    body: compareRequest,
    answer: comparisonMade,
    reply: async ({ id, account, body }) => {
      const member = await memberIn(id, account)
      allow(member, { do: 'compare' })
      const base = await pins.pin(body.base, account, id)
      const revised = await pins.pin(body.revised, account, id)
      const row: ComparisonRow = {
        id: newId(),
        negotiationId: id,
        base: base.side,
        revised: revised.side,
        createdBy: member.id,
        createdAt: new Date(now()).toISOString(),
      }
      const { subject, text = revised.text } = subjectOf([base, revised])
      const known = await reused(storage, row)
      await chronicle(member, { act: 'comparison-pinned', subject, topic: 'texts', text }, (inside) => [inside.contents.addComparison(row), ...known.map((correction) => inside.contents.addCorrection(correction))])
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
      const base = await pins.show(row.base, account, 'base')
      const revised = await pins.show(row.revised, account, 'revised')
      return { id, negotiationId: row.negotiationId, base, revised, corrections: standing(await storage.contents.corrections(id)) }
    },
  })
}
