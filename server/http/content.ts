import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import type { TextRow, VersionRow } from '#server/storage/port.ts'
import { Refused } from '#shared/kernel/index.ts'
import { contentHash } from './canonical.ts'
import { keptContent } from './kept-content.ts'
import type { HttpPorts } from './ports.ts'
import { versionName } from './views.ts'

/** A wording with what its numbers need, and its name. */
export type Content = Readonly<{ text: ClauseText; held: HeldNumbers | null; contentHash: string; version: VersionRow | null }>

/** Reads wordings: the live one as stored, or that of a version. */
export type Contents = Readonly<{
  /**
   * `versionId` null = the text as it now stands. Refuses with `not-found` when the text has no such version, and as
   * `keptContent` does when its wording is gone or is no longer the one that was issued.
   */
  of(row: TextRow, versionId: string | null): Promise<Content>
  /** Keeps a wording for good and answers its name. */
  keep(content: Pick<Content, 'text' | 'held'>): Promise<string>
}>

export function openContents({ storage, rooms }: Pick<HttpPorts, 'storage' | 'rooms'>): Contents {
  async function now(row: TextRow): Promise<Content> {
    const [live, held] = await Promise.all([rooms.read(row.id), storage.texts.held(row.id)])
    const text = { ...live, title: row.title }
    return { text, held, contentHash: contentHash(text, held), version: null }
  }
  async function then(row: TextRow, versionId: string): Promise<Content> {
    const version = (await storage.texts.versions(row.id)).find(({ id }) => id === versionId)
    if (version === undefined) throw new Refused('not-found')
    const kept = await keptContent(storage.contents, version.contentHash, `“${row.title}”, ${versionName(version)}`)
    return { ...kept, contentHash: version.contentHash, version }
  }
  return {
    of: (row, versionId) => (versionId === null ? now(row) : then(row, versionId)),
    async keep({ text, held }) {
      const hash = contentHash(text, held)
      await storage.contents.put(hash, { text, held })
      return hash
    },
  }
}
