import type { ComparisonRow, CorrectionRow, MemberRow, PinnedSide, Storage, TextRow } from '#server/storage/port.ts'
import { correctRequest, type ComparisonView } from '#shared/api/index.ts'
import { citationsOf, labelsOf, type ClauseId } from '#shared/clauses/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Chronicle } from './chronicle.ts'
import { pinnedContent } from './pinned.ts'
import type { HttpPorts } from './ports.ts'
import type { Routes } from './route.ts'
import { allow, type Standing } from './standing.ts'
import type { Turns } from './turns.ts'

type Corrections = ComparisonView['corrections']

/** What holds of all that was said, the last word last: what was taken back is left out (ST24). */
export function standing(rows: readonly CorrectionRow[]): Corrections {
  const last = new Map<string, CorrectionRow>()
  for (const row of rows) {
    const key = `${row.base} ${row.revised}`
    last.delete(key) // so that it comes last
    last.set(key, row)
  }
  return [...last.values()].flatMap(({ base, revised, verdict, memberId, name, delegation, at }) =>
    verdict === 'withdrawn' ? [] : [{ base, revised, verdict, signature: { memberId, name, delegation, at } }],
  )
}

/** What was said when the same two texts were last compared, as it is to be kept with `made`: under the names of those who said it. */
export async function reused({ contents }: Pick<Storage, 'contents'>, made: ComparisonRow): Promise<readonly CorrectionRow[]> {
  const last = await contents.lastComparison(made.negotiationId, [made.base.textId, made.revised.textId])
  if (last === null) return []
  const isSwapped = last.base.textId !== made.base.textId
  return standing(await contents.corrections(last.id)).map(({ base, revised, verdict, signature }) => ({
    comparisonId: made.id,
    ...(isSwapped ? { base: revised, revised: base } : { base, revised }),
    verdict,
    ...signature,
  }))
}

/** Corrections: what members say of which clauses of a comparison are the same, for everybody who opens its link. */
export function correctionRoutes(
  routes: Routes,
  { storage, now }: HttpPorts,
  { textFor, chronicle, turns }: Standing & Readonly<{ chronicle: Chronicle; turns: Turns }>,
): void {
  const { contents } = storage

  /** How a side of a comparison cites one of its clauses; refuses with `not-found` what is none of them. */
  async function cite(name: 'base' | 'revised', { side, text, clauseId }: Readonly<{ side: PinnedSide; text: TextRow; clauseId: ClauseId }>): Promise<string> {
    const kept = await pinnedContent(storage, side, { name, text })
    const { clauses, settings } = kept.text
    if (!clauses.some(({ id }) => id === clauseId)) throw new Refused('not-found')
    return citationsOf(clauses, labelsOf(clauses, settings, kept.held)).get(clauseId) ?? ''
  }

  routes.signedIn({
    method: 'POST',
    path: '/api/comparisons/:id/corrections',
    body: correctRequest,
    answer: null,
    reply: async ({ id, account, body }) => {
      const row = await contents.comparison(id)
      if (row === null) throw new Refused('not-found')
      const [base, revised] = await Promise.all([textFor(row.base.textId, account), textFor(row.revised.textId, account)])
      const member: MemberRow = base.member
      allow(member, { do: 'correct-match' })
      const cited = [
        await cite('base', { side: row.base, text: base.text, clauseId: body.base }),
        await cite('revised', { side: row.revised, text: revised.text, clauseId: body.revised }),
      ] as const
      await turns(id, async () => {
        const said = standing(await contents.corrections(id)).find((one) => one.base === body.base && one.revised === body.revised)
        if ((said?.verdict ?? 'withdrawn') === body.verdict) return // somebody else was quicker
        // Filed under the private one, if there is one, so that only those who may know of it see the line.
        const text = base.text.kind === 'private' ? base.text : revised.text
        const subject = `${base.text.title}, ${cited[0]} ↔ ${revised.text.title}, ${cited[1]}`
        const correction = { ...body, comparisonId: id, memberId: member.id, name: member.name, delegation: member.delegation, at: new Date(now()).toISOString() }
        await chronicle(member, { act: 'match-corrected', subject, topic: 'comparisons', text }, (inside) => [inside.contents.addCorrection(correction)])
      })
    },
  })
}
