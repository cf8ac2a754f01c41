import { z } from 'zod'
import { idField } from './fields.ts'

/** Words of the live draft by who wrote them: `length` units of Yjs client `client` from `clock` on. */
const rangeField = z.object({ client: z.number().int().nonnegative(), clock: z.number().int().nonnegative(), length: z.number().int().positive() })

const dismissedWords = {
  ranges: z.array(rangeField).min(1).max(1000),
  quote: z.string().min(1).max(5000),
  citation: z.string().max(300),
}

/** POST /api/texts/:id/dismissals — takes rescued words out of everybody's tray, under the name of whoever is signed in. */
export const dismissRequest = z.object(dismissedWords)

/** Rescued words that somebody dismissed. POST /api/dismissals/:id/return brings them back to the tray and takes no body. */
export const dismissalView = z.object({
  id: idField,
  ...dismissedWords,
  signature: z.object({ memberId: idField, name: z.string(), delegation: z.string(), at: z.string() }),
})

/** GET /api/texts/:id/dismissals — those that stand, oldest first. */
export const dismissalsView = z.object({ dismissals: z.array(dismissalView) })

export type DismissRequest = z.infer<typeof dismissRequest>
export type DismissalView = z.infer<typeof dismissalView>
export type DismissalsView = z.infer<typeof dismissalsView>
