import type { DismissalView } from '#shared/api/index.ts'
import type { ItemRange, RescuedPassage } from '#shared/document/index.ts'
import type { Authored, FindAuthor } from '#shared/records/index.ts'

/** What is in the tray, and what somebody took out of it, with who did. */
export type Tray = Readonly<{
  open: readonly RescuedPassage[]
  dismissed: readonly Readonly<{ passage: RescuedPassage; dismissal: DismissalView }>[]
}>

/** Whether `ranges` hold every unit of `range`. */
function holds(ranges: readonly ItemRange[], { client, clock, length }: ItemRange): boolean {
  let at = clock
  while (at < clock + length) {
    const next = ranges.find((one) => one.client === client && one.clock <= at && at < one.clock + one.length)
    if (next === undefined) return false
    at = next.clock + next.length
  }
  return true
}

/** Sorts what is rescued by whether it was dismissed: with every word of it, so words typed since bring a passage back. */
export function sortTray(passages: readonly RescuedPassage[], dismissals: readonly DismissalView[]): Tray {
  const gone = dismissals.flatMap(({ ranges }) => ranges)
  const dismissalOf = (passage: RescuedPassage): DismissalView | undefined =>
    passage.ranges.every((range) => holds(gone, range))
      ? dismissals.findLast(({ ranges }) => passage.ranges.some((range) => ranges.some(({ client, clock, length }) => client === range.client && clock <= range.clock && range.clock < clock + length)))
      : undefined
  return {
    open: passages.filter((passage) => dismissalOf(passage) === undefined),
    dismissed: passages.flatMap((passage) => {
      const dismissal = dismissalOf(passage)
      return dismissal === undefined ? [] : [{ passage, dismissal }]
    }),
  }
}

/** Who wrote a passage, each once with the minute they wrote the last of it; null among them for whom nobody knows yet. */
export function authorsOf({ ranges }: RescuedPassage, find: FindAuthor): readonly (Authored | null)[] {
  const found = new Map<string, Authored | null>()
  for (const { client, clock, length } of ranges) {
    let at = clock
    while (at < clock + length) {
      const authored = find(client, at)
      const key = authored === null ? '' : JSON.stringify(authored.author)
      const before = found.get(key) ?? null
      if (before === null || (authored !== null && (authored.minute ?? 0) > (before.minute ?? 0))) found.set(key, authored)
      at = authored?.to ?? clock + length
    }
  }
  return [...found.values()]
}

/** What makes a passage the same at every rendering. */
export const keyOf = ({ ranges }: RescuedPassage): string => ranges.map(({ client, clock, length }) => `${client}:${clock}:${length}`).join(' ')
