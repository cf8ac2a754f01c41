import type { Account } from '#server/identity/index.ts'
import type { MemberRow, Storage, TextRow } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import { may, type Act, type TextFacts } from '#shared/rights/index.ts'

/** A member and a text they may read. */
export type TextStanding = Readonly<{ member: MemberRow; text: TextRow }>

/** Where somebody stands. What they may not know of is refused with `not-found`, exactly like what does not exist. */
export type Standing = Readonly<{
  memberIn(negotiationId: string, account: Account): Promise<MemberRow>
  /** The text, for somebody who may read it. */
  textFor(textId: string, account: Account): Promise<TextStanding>
}>

export function openStanding({ members, texts }: Pick<Storage, 'members' | 'texts'>): Standing {
  const memberIn: Standing['memberIn'] = async (negotiationId, { userId }) => {
    const member = (await members.ofUser(userId)).find((row) => row.negotiationId === negotiationId && row.leftAt === null)
    if (member === undefined) throw new Refused('not-found')
    return member
  }
  return {
    memberIn,
    async textFor(textId, account) {
      const text = await texts.get(textId)
      if (text === null) throw new Refused('not-found')
      const member = await memberIn(text.negotiationId, account)
      if (!may(member, { do: 'read-text', text })) throw new Refused('not-found')
      return { member, text }
    },
  }
}

/** Refuses with `not-allowed` unless `member` may do `act`. */
export function allow(member: MemberRow, act: Act): void {
  if (!may(member, act)) throw new Refused('not-allowed', `The role of ${member.role} does not include this.`)
}

/** Refuses with `text-frozen` while `text` is frozen: for whatever alters its wording or its numbers. */
export function allowChange({ frozen }: Pick<TextRow, 'frozen'>): void {
  if (frozen !== null) throw new Refused('text-frozen', frozen.reason)
}

/** The texts among `rows` that `member` may read. */
export const readable = <Row extends TextFacts>(member: MemberRow, rows: readonly Row[]): readonly Row[] =>
  rows.filter((text) => may(member, { do: 'read-text', text }))
