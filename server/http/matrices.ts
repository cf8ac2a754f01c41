import { newId } from '#server/identity/index.ts'
import { comparisonMade, matrixRequest, matrixView } from '#shared/api/index.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import { subjectOf, type Pinned, type Pins } from './pins.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'

/** Matrices: two to six wordings beside each other, pinned for good as those of a comparison are. */
export function matrixRoutes(routes: Routes, { storage, now }: HttpPorts, { memberIn, chronicle, pins }: Standing & Readonly<{ chronicle: Chronicle; pins: Pins }>): void {
  routes.signedIn({
    method: 'POST',
    path: '/api/negotiations/:id/matrices',
    body: matrixRequest,
    answer: comparisonMade,
    reply: async ({ id, account, body }) => {
      const member = await memberIn(id, account)
      allow(member, { do: 'compare' })
      const pinned: Pinned[] = []
      for (const ref of body.texts) pinned.push(await pins.pin(ref, account, id))
      const row = { id: newId(), negotiationId: id, texts: pinned.map(({ side }) => side), createdBy: member.id, createdAt: new Date(now()).toISOString() }
      const { subject, text } = subjectOf(pinned)
      invariant(text !== undefined, 'a matrix has two texts or more')
      await chronicle(member, { act: 'comparison-pinned', subject, topic: 'texts', text }, (inside) => [inside.contents.addMatrix(row)])
      return { id: row.id }
    },
  })

  routes.signedIn({
    method: 'GET',
    path: '/api/matrices/:id',
    body: null,
    answer: matrixView,
    reply: async ({ id, account }) => {
      const row = await storage.contents.matrix(id)
      if (row === null) throw new Refused('not-found')
      await memberIn(row.negotiationId, account)
      const texts: Awaited<ReturnType<Pins['show']>>[] = []
      for (const side of row.texts) texts.push(await pins.show(side, account, null)) // in order: of several that are broken the first is named
      return { id, negotiationId: row.negotiationId, texts }
    },
  })
}
