import { z } from 'zod'
import { idField } from './fields.ts'

const clock = z.number().int().nonnegative()

/** Who wrote, in whose name. `brought`: the words came with the text as it was brought in. `memberId` null where no one member is known. */
export const authorView = z.object({ memberId: idField.nullable(), name: z.string(), delegation: z.string(), brought: z.boolean() })

/**
 * GET /api/texts/:id/authorship — who wrote each unit of the live draft, from its stored log. For each Yjs client its units from
 * clock `from` to clock `to` (exclusive), by an index into `authors` and when, in minutes since 1970, null where that was not
 * kept; ascending. Words in the browser's own copy of the draft are found by their client and clock.
 */
export const authorshipView = z.object({
  authors: z.array(authorView),
  clients: z.array(
    z.object({
      client: clock,
      spans: z.array(z.tuple([clock, clock, clock, clock.nullable()])),
    }),
  ),
})

export type AuthorView = z.infer<typeof authorView>
export type AuthorshipView = z.infer<typeof authorshipView>
