import type { DeskView } from '#shared/api/index.ts'
import { TEXT_KINDS, may, type Actor, type TextKind } from '#shared/rights/index.ts'

/** The kinds of text that `me` may bring in. */
export const kindsFor = (me: Actor): readonly TextKind[] => TEXT_KINDS.filter((kind) => may(me, { do: 'bring-in', kind, delegation: me.delegation }))

/** Whether `me` may bring in what somebody else submitted. */
export const mayNameSubmitter = (me: Actor): boolean => may(me, { do: 'bring-in', kind: 'submitted', delegation: `${me.delegation}, and another` })

/** The kind that a text most likely has: a first text is the rolling one, later ones are submitted drafts. */
export function usualKind({ me, texts }: Pick<DeskView, 'me' | 'texts'>): TextKind | '' {
  const kinds = kindsFor(me)
  const likely: readonly TextKind[] = texts.some(({ kind }) => kind === 'rolling') ? ['submitted'] : ['rolling', 'submitted']
  return likely.find((kind) => kinds.includes(kind)) ?? kinds[0] ?? ''
}
