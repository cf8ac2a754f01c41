import { freezeRequest } from '#shared/api/index.ts'
import type { Chronicle } from './chronicle.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'
import type { Turns } from './turns.ts'

/** A text is frozen, with the reason, and let go on; both are written into the journal. */
export function freezingRoutes(
  routes: Routes,
  { storage, rooms, now }: HttpPorts,
  { textFor, chronicle, turns }: Pick<Standing, 'textFor'> & Readonly<{ chronicle: Chronicle; turns: Turns }>,
): void {
  routes.signedIn({
    method: 'POST',
    path: '/api/texts/:id/freeze',
    body: freezeRequest,
    answer: null,
    reply: async ({ id, account, body: { reason } }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'freeze', text })
      const frozen = { reason, by: member.name, delegation: member.delegation, at: new Date(now()).toISOString() }
      await turns(id, async () => {
        if ((await storage.texts.get(id))?.frozen !== null) return // somebody was quicker, and their reason stands
        const deed = { act: 'text-frozen', subject: `${text.title} · ${reason}`, topic: 'texts', text } as const
        await chronicle(member, deed, (inside) => [inside.texts.setFrozen(id, frozen)])
        await rooms.setFrozen(id, true)
      })
    },
  })

  routes.signedIn({
    method: 'POST',
    path: '/api/texts/:id/unfreeze',
    body: null,
    answer: null,
    reply: async ({ id, account }) => {
      const { member, text } = await textFor(id, account)
      allow(member, { do: 'freeze', text })
      await turns(id, async () => {
        if ((await storage.texts.get(id))?.frozen === null) return
        const deed = { act: 'text-unfrozen', subject: text.title, topic: 'texts', text } as const
        await chronicle(member, deed, (inside) => [inside.texts.setFrozen(id, null)])
        await rooms.setFrozen(id, false)
      })
    },
  })
}
