import type { ChapterView, MemberView, TextView } from '#shared/api/index.ts'

/**
 * What a submitter owes a chapter: `received` by its deadline (or without one), received `late`, `missing` past its
 * deadline, or still `awaited`.
 */
export type Contribution =
  | Readonly<{ state: 'received'; receivedOn: string }>
  | Readonly<{ state: 'late'; receivedOn: string; days: number }>
  | Readonly<{ state: 'missing' | 'awaited' }>
export type ContributionState = Contribution['state']

export type ChapterRow = Readonly<{
  chapter: ChapterView
  /** Days from today to the deadline, negative once it has passed; null without one. */
  daysLeft: number | null
  /** One for each submitter, in their order. */
  contributions: readonly Contribution[]
  counts: Readonly<Record<ContributionState, number>>
}>

export type Roadmap = Readonly<{ submitters: readonly string[]; rows: readonly ChapterRow[] }>

export const CONTRIBUTION_STATES = ['received', 'late', 'missing', 'awaited'] as const satisfies readonly ContributionState[]

const DAY_MS = 86_400_000

/** Whole days from calendar day `from` to calendar day `to`. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/**
 * Chapters against contributions. Submitters are those of submitted drafts, in the order in which the first of each came
 * in, then delegations with a delegate here that have sent nothing yet. Of several drafts on one chapter the first counts.
 */
export function roadmapOf(
  { chapters, texts, members, today }: Readonly<{ chapters: readonly ChapterView[]; texts: readonly TextView[]; members: readonly MemberView[]; today: string }>,
): Roadmap {
  const drafts = texts.filter(({ kind, submitter }) => kind === 'submitted' && submitter !== '').sort((a, b) => a.receivedOn.localeCompare(b.receivedOn))
  const expected = members.filter(({ role }) => role === 'delegate').map(({ delegation }) => delegation)
  const submitters = [...new Set([...drafts.map(({ submitter }) => submitter), ...expected])]
  const rows = chapters.map((chapter): ChapterRow => {
    const contributions = submitters.map((submitter) => {
      const draft = drafts.find((text) => text.submitter === submitter && text.chapterIds.includes(chapter.id))
      return contributionOf(draft?.receivedOn ?? null, chapter.dueOn, today)
    })
    const counts = { received: 0, late: 0, missing: 0, awaited: 0 }
    for (const { state } of contributions) counts[state]++
    return { chapter, daysLeft: chapter.dueOn === null ? null : daysBetween(today, chapter.dueOn), contributions, counts }
  })
  return { submitters, rows }
}

function contributionOf(receivedOn: string | null, dueOn: string | null, today: string): Contribution {
  if (receivedOn !== null) {
    const days = dueOn === null ? 0 : daysBetween(dueOn, receivedOn)
    return days > 0 ? { state: 'late', receivedOn, days } : { state: 'received', receivedOn }
  }
  return { state: dueOn !== null && dueOn < today ? 'missing' : 'awaited' }
}
