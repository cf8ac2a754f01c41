import { z } from 'zod'
import { REFUSALS } from '#shared/kernel/index.ts'

/** The body of every answer that is not a success: `refusal` for programs, `detail` for the person, when there is more to say. */
export const refusalView = z.object({ refusal: z.enum(REFUSALS), detail: z.string() })
export type RefusalView = z.infer<typeof refusalView>
