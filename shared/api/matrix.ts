import { z } from 'zod'
import { idField } from './fields.ts'
import { comparedRef, comparisonSide } from './text.ts'

/** How many texts a matrix may have. */
export const MATRIX_TEXTS = { least: 2, most: 6 } as const

/** POST /api/negotiations/:id/matrices — pins exactly what stands beside each other and answers the id for its link. */
export const matrixRequest = z.object({ texts: z.array(comparedRef).min(MATRIX_TEXTS.least).max(MATRIX_TEXTS.most) })

/** GET /api/matrices/:id — the texts in the order in which they were chosen. */
export const matrixView = z.object({ id: idField, negotiationId: idField, texts: z.array(comparisonSide) })

export type MatrixRequest = z.infer<typeof matrixRequest>
export type MatrixView = z.infer<typeof matrixView>
