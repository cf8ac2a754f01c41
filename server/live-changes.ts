import { sizeOf } from '#server/http/index.ts'
import type { Chronicle } from '#server/http/index.ts'
import type { OnChanged } from '#server/rooms/index.ts'
import type { MemberRow, Storage } from '#server/storage/port.ts'

/** Somebody who keeps typing is written into the journal once in this span, in milliseconds. */
const EDITED_AGAIN_MS = 15 * 60 * 1000
const RECENT_LINES = 50

/** What follows from new wording in a live draft: its size and date on the desk, and a line in the journal for each who wrote. */
export function followChanges({
  storage,
  chronicle,
  publish,
  now,
}: Readonly<{
  storage: Pick<Storage, 'texts' | 'members' | 'journal'>
  chronicle: Chronicle
  publish: (negotiationId: string, textId: string | null) => void
  now: () => number
}>): OnChanged {
  async function writesAnew(member: MemberRow, textId: string): Promise<boolean> {
    const lines = await storage.journal.latest(member.negotiationId, RECENT_LINES)
    const last = lines.find((line) => line.act === 'text-edited' && line.memberId === member.id && line.textId === textId)
    return last === undefined || now() - Date.parse(last.at) >= EDITED_AGAIN_MS
  }
  return async (textId, wording, memberIds) => {
    const text = await storage.texts.get(textId)
    if (text === null) return
    // The desk's name of a text is given there, not typed in the draft.
    await storage.texts.touch(textId, { ...sizeOf(wording), title: text.title, changedAt: new Date(now()).toISOString() })
    publish(text.negotiationId, text.kind === 'private' ? null : textId)
    for (const id of memberIds) {
      const member = await storage.members.get(id)
      if (member === null || !(await writesAnew(member, textId))) continue
      await chronicle(member, { act: 'text-edited', subject: text.title, topic: 'texts', text })
    }
  }
}
