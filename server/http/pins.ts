import type { Account } from '#server/identity/index.ts'
import type { PinnedSide, TextRow } from '#server/storage/port.ts'
import type { ComparedRef, ComparisonView } from '#shared/api/index.ts'
import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import type { Contents } from './content.ts'
import type { Pasts } from './past.ts'
import { pinnedContent } from './pinned.ts'
import type { HttpPorts } from './ports.ts'
import { allow, type Standing } from './standing.ts'

export type Pinned = Readonly<{ side: PinnedSide; text: TextRow }>

type PinnedView = Omit<ComparisonView['base'], 'text' | 'held'> & Readonly<{ text: ClauseText; held: HeldNumbers | null }>

/** What pins wordings by the hash of their content, and shows again what is pinned. */
export type Pins = Readonly<{
  /** A text of this negotiation that `account` may read, with the wording pinned. */
  pin(ref: ComparedRef, account: Account, negotiationId: string): Promise<Pinned>
  /** What `side` pins, for those who may read its text; refuses, naming the side, what is no longer what was pinned. */
  show(side: PinnedSide, account: Account, name: 'base' | 'revised' | null): Promise<PinnedView>
}>

export function openPins({ storage, now }: HttpPorts, { textFor, contents, pasts }: Standing & Readonly<{ contents: Contents; pasts: Pasts }>): Pins {
  return {
    async pin({ textId, versionId, seq }, account, negotiationId) {
      const { member, text } = await textFor(textId, account)
      if (text.negotiationId !== negotiationId) throw new Refused('not-found')
      if (seq !== undefined) {
        allow(member, { do: 'read-history', text })
        const past = await pasts.at(text, seq)
        return { text, side: { textId, versionId: null, pinnedAt: past.found.point.at, contentHash: await contents.keep(past) } }
      }
      const hash = await contents.keep(await contents.of(text, versionId))
      return { text, side: { textId, versionId, pinnedAt: new Date(now()).toISOString(), contentHash: hash } }
    },
    async show(side, account, name) {
      const { text: row } = await textFor(side.textId, account)
      return {
        ref: { textId: side.textId, versionId: side.versionId },
        title: row.title,
        pinnedAt: side.pinnedAt,
        contentHash: side.contentHash,
        ...(await pinnedContent(storage, side, { name, text: row })),
      }
    },
  }
}

/** The texts of a comparison in one line, and the private one, if there is one, so that only those who may know of it see that line. */
export const subjectOf = (pinned: readonly Pinned[]): Readonly<{ subject: string; text: TextRow | undefined }> => ({
  subject: pinned.map(({ text }) => text.title).join(' ↔ '),
  text: (pinned.find(({ text }) => text.kind === 'private') ?? pinned.at(-1))?.text,
})
