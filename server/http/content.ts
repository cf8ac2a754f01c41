import type { ClauseText, HeldNumbers } from '#shared/clauses/index.ts'
import type { TextRow, VersionRow } from '#server/storage/port.ts'
import { Refused, invariant } from '#shared/kernel/index.ts'
import { contentHash } from './canonical.ts'
import type { HttpPorts } from './ports.ts'

/** A wording with what its numbers need, and its name. */
export type Content = Readonly<{ text: ClauseText; held: HeldNumbers | null; contentHash: string; version: VersionRow | null }>

/** Reads wordings: the live one as stored, or that of a version. */
export type Contents = Readonly<{
  /** `versionId` null = the text as it now stands. Refuses with `not-found` when the text has no such version. */
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
    const kept = await storage.contents.get(version.contentHash)
    invariant(kept !== null, 'the wording of a version is kept')
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
