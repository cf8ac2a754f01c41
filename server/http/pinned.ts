import type { PinnedSide, Storage, TextRow } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import { keptContent } from './kept-content.ts'
import { versionName } from './views.ts'

/** Which side of a comparison, or one of several texts, and the text that it is of. */
type Whose = Readonly<{ name: 'base' | 'revised' | null; text: TextRow }>

const NAMES = { base: 'the base, ', revised: 'the revised text, ' } as const

/**
 * What one side of a comparison or matrix pinned, exactly as it was pinned: its wording, and what its version is called (null for a text as it
 * stood). Refuses with `content-missing` or `content-altered`, naming the side, rather than give anything else.
 */
export async function pinnedContent({ contents, texts }: Pick<Storage, 'contents' | 'texts'>, side: PinnedSide, { name, text }: Whose) {
  const whose = `${name === null ? '' : NAMES[name]}“${text.title}”`
  if (side.versionId === null) {
    return { versionLabel: null, ...(await keptContent(contents, side.contentHash, `${whose}, as pinned on ${side.pinnedAt}`)) }
  }
  const version = (await texts.versions(text.id)).find(({ id }) => id === side.versionId)
  if (version === undefined) throw new Refused('content-missing', `It is the version of ${whose} that was pinned on ${side.pinnedAt}.`)
  const label = versionName(version)
  if (version.contentHash !== side.contentHash) {
    throw new Refused('content-altered', `It is ${label} of ${whose}: pinned was the content ${side.contentHash}, and the version now names ${version.contentHash}.`)
  }
  return { versionLabel: label, ...(await keptContent(contents, side.contentHash, `${whose}, ${label}`)) }
}
