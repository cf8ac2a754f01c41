import * as Y from 'yjs'
import { liveAddress, openKept, type Kept, type KeptText, type TextKey } from '#client/platform/index.ts'
import { mergeReport, standingOf, type Standing } from '#shared/document/index.ts'
import { redline } from '#shared/compare/index.ts'
import { joinRoom } from './connection.ts'
import { drawName } from './kept-copy.ts'

/** Whether words of the person are here and nowhere else. */
export const hasOwnWords = ({ unsent, asides }: KeptText): boolean => unsent > 0 || asides.length > 0

/** Runs `use` on what this browser keeps for an account; null where it keeps nothing or does not do it now. */
export async function withKept<Result>(accountId: string, use: (kept: Kept) => Promise<Result>): Promise<Result | null> {
  try {
    const kept = await openKept(accountId)
    try {
      return await use(kept)
    } finally {
      kept.close()
    }
  } catch {
    return null // no storage here: nothing is kept
  }
}

/** How long the sending of kept words is waited for, in milliseconds, before the person is told that it did not come about. */
const SEND_WITHIN_MS = 15_000

/** Sends the unsent words of `texts`; resolves when all are on the server's disk, or refused, or when it has taken too long. */
export async function sendKept(accountId: string, texts: readonly KeptText[]): Promise<void> {
  await Promise.all(texts.filter(({ unsent }) => unsent > 0).map((text) => sendOne(accountId, text)))
}

async function sendOne(accountId: string, { memberId, textId }: TextKey): Promise<void> {
  let onSettled = () => undefined as void
  const settled = new Promise<void>((resolve) => {
    onSettled = resolve
  })
  const room = joinRoom({ liveUrl: liveAddress(''), textId, memberId, accountId }, onSettled)
  const timer = setTimeout(onSettled, SEND_WITHIN_MS)
  room.subscribe(() => {
    const view = room.view()
    if (view.status === 'live' && view.unsaved === 0) onSettled()
  })
  await settled
  clearTimeout(timer)
  await room.leave()
}

/**
 * Forgets the copies of texts that the person may no longer read. Of what they wrote there and could not send, their own words
 * are kept, without the text around them.
 */
export async function forgetUnreadable(accountId: string, mayRead: (key: TextKey) => boolean): Promise<void> {
  await withKept(accountId, async (kept) => {
    for (const text of await kept.list()) {
      if (mayRead(text)) continue
      if (text.unsent === 0) await kept.forgetText(text)
      else await keepOwnWords(kept, text)
    }
  })
}

async function keepOwnWords(kept: Kept, text: KeptText): Promise<void> {
  const { updates, base } = await kept.read(text)
  if (base === null) return // what is theirs cannot be told from the rest: nothing of it may be lost
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  const words = wordsBetween(base, standingOf(doc))
  doc.destroy()
  const { title, unsent } = text
  await kept.setAside(text, { id: drawName(), at: new Date().toISOString(), because: 'not-found', title, unsent, state: null, words })
}

/** What was put in from `base` to `local`, a clause a line. */
function wordsBetween(base: Standing, local: Standing): string {
  const lines = mergeReport({ base, local, merged: local, rescued: [] })
  const inserted = lines.map(({ base: was, local: is }) =>
    redline(was?.text ?? '', is?.text ?? '').runs.filter(({ kind }) => kind === 'insert').map(({ text }) => text).join(' … '),
  )
  return inserted.filter((words) => words !== '').join('\n')
}
