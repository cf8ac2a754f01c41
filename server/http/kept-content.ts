import type { ContentStore } from '#server/storage/port.ts'
import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import { Refused } from '#shared/kernel/index.ts'
import { contentHash } from './canonical.ts'

type Kept = Readonly<{ text: ClauseText; held: HeldNumbers | null }>

/**
 * The wording kept under `hash`, held against that name. Refuses with `content-missing` when it is gone and `content-altered` when
 * it is no longer what it was; `whose` says to the person what it was the wording of: "the base, “Draft A”".
 */
export async function keptContent(contents: ContentStore, hash: string, whose: string): Promise<Kept> {
  const kept = await readable(contents, hash)
  if (kept === null) throw new Refused('content-missing', `It is the wording of ${whose} (content ${hash}).`)
  if (kept === 'unreadable' || contentHash(kept.text, kept.held) !== hash) {
    throw new Refused('content-altered', `It is the wording of ${whose}: it is not the one whose content hash is ${hash}.`)
  }
  return kept
}

/** What cannot be read as a wording at all was altered as well; that the storage cannot be read is another matter. */
async function readable(contents: ContentStore, hash: string): Promise<Kept | null | 'unreadable'> {
  try {
    return await contents.get(hash)
  } catch (error) {
    if (error instanceof Refused) throw error
    return 'unreadable'
  }
}
