import type { Bus } from '#server/bus/index.ts'
import type { JournalEntry, MemberRow, Storage, TextRow } from '#server/storage/port.ts'
import type { JournalAct } from '#shared/api/index.ts'
import type { FeedTopic } from '#shared/protocol/index.ts'

/** Something that was done: `subject` are the words to show for what it was done to. */
export type Deed = Readonly<{ act: JournalAct; subject: string; topic: FeedTopic; text?: TextRow }>

/** Who did it: a member, or the program on its operator's word. */
export type Doer = Pick<MemberRow, 'id' | 'negotiationId' | 'name' | 'delegation'>

/** Writes down what was done and tells everybody who is connected. */
export type Chronicle = (doer: Doer, deed: Deed) => Promise<void>

export const openChronicle =
  ({ journal, bus, now }: Readonly<{ journal: Storage['journal']; bus: Bus; now: () => number }>): Chronicle =>
  async (doer, { act, subject, topic, text }) => {
    const entry: JournalEntry = {
      negotiationId: doer.negotiationId,
      at: new Date(now()).toISOString(),
      memberId: doer.id,
      name: doer.name,
      delegation: doer.delegation,
      act,
      subject,
      textId: text?.id ?? null,
    }
    await journal.append(entry)
    // The feed goes to every member, so a private draft is not named in it.
    bus.publish(doer.negotiationId, { topic, textId: text === undefined || text.kind === 'private' ? null : text.id })
  }
