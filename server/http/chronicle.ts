import type { Bus } from '#server/bus/index.ts'
import type { JournalEntry, MemberRow, Storage, Stores, TextRow } from '#server/storage/port.ts'
import type { JournalAct } from '#shared/api/index.ts'
import type { FeedTopic } from '#shared/protocol/index.ts'

/** Something that was done: `subject` are the words to show for what it was done to, `digest` the hash of a wording that it fixes. */
export type Deed = Readonly<{ act: JournalAct; subject: string; topic: FeedTopic; text?: TextRow; digest?: string }>

/** Who did it: a member, or the program on its operator's word. */
export type Doer = Pick<MemberRow, 'id' | 'negotiationId' | 'name' | 'delegation'>

/** The writes that are the deed. */
export type Change = (inside: Stores) => readonly Promise<unknown>[]

/**
 * Writes down what was done, in one commit with `change`, which is what was done (JR3), and tells everybody who is connected.
 * Rejects with what refuses the change; then neither is written.
 */
export type Chronicle = (doer: Doer, deed: Deed, change?: Change) => Promise<void>

export const openChronicle =
  ({ storage, bus, now }: Readonly<{ storage: Pick<Storage, 'together'>; bus: Bus; now: () => number }>): Chronicle =>
  async (doer, { act, subject, topic, text, digest }, change = () => []) => {
    const entry: JournalEntry = {
      negotiationId: doer.negotiationId,
      at: new Date(now()).toISOString(),
      memberId: doer.id,
      name: doer.name,
      delegation: doer.delegation,
      act,
      subject,
      textId: text?.id ?? null,
      digest: digest ?? null,
    }
    // The entry first: a version keeps the head with its own entry in it (JR5).
    await storage.together((inside) => [inside.journal.append(entry), ...change(inside)])
    // The feed goes to every member, so a private draft is not named in it.
    bus.publish(doer.negotiationId, { topic, textId: text === undefined || text.kind === 'private' ? null : text.id })
  }
