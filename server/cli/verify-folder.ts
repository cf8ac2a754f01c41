import { contentHash } from '#server/http/index.ts'
import { wordingOf } from '#server/rooms/index.ts'
import { checkChain, type ChainedEntry } from '#server/storage/journal/index.ts'
import type { NegotiationRow, VersionRow } from '#server/storage/port.ts'
import { openForReading, type KeptFolder } from '#server/storage/sqlite/index.ts'

/** Something that is not as it was written. `what` is for programs, `words` for people. */
export type Finding = Readonly<{
  what: 'file-damaged' | 'fence-broken' | 'entry-missing' | 'entry-broken' | 'head-unknown' | 'version-altered' | 'version-missing' | 'version-unjournaled' | 'draft-unreadable'
  negotiationId: string | null
  words: string
}>

/** What an examination found. `head`: the hash of the last entry, '' for none. */
export type Report = Readonly<{
  negotiations: readonly Readonly<{ id: string; title: string; entries: number; head: string; versions: number; drafts: number }>[]
  findings: readonly Finding[]
}>

type Examined = Readonly<{ negotiation: NegotiationRow; chain: readonly ChainedEntry[] }>

/**
 * Examines the data folder `dataDir` (JR4, JR5): the file, every chain, every version with its wording, every live draft.
 * `heads` are heads noted earlier, or their beginnings, each of which must occur. Rejects with `Refused('storage-failed')`
 * when the folder cannot be read at all.
 */
export async function verifyFolder(dataDir: string, heads: readonly string[]): Promise<Report> {
  const folder = openForReading(dataDir)
  try {
    const findings: Finding[] = [...fileFindings(folder)]
    const negotiations: Report['negotiations'][number][] = []
    const hashes = new Set<string>()
    for (const negotiation of folder.negotiations()) {
      const chain = folder.chain(negotiation.id)
      for (const { hash } of chain) hashes.add(hash)
      const versions = await folder.versions(negotiation.id)
      const textIds = folder.textIds(negotiation.id)
      findings.push(...chainFindings({ negotiation, chain }), ...(await versionFindings(folder, { negotiation, chain, versions })))
      for (const textId of textIds) findings.push(...(await draftFindings(folder, negotiation, textId)))
      const { id, title } = negotiation
      negotiations.push({ id, title, entries: chain.length, head: chain.at(-1)?.hash ?? '', versions: versions.length, drafts: textIds.length })
    }
    findings.push(...heads.flatMap((head) => headFindings(head, hashes)))
    return { negotiations, findings }
  } finally {
    folder.close()
  }
}

function fileFindings(folder: KeptFolder): readonly Finding[] {
  const damaged = folder.damage().map((words): Finding => ({ what: 'file-damaged', negotiationId: null, words: `The database file is damaged: ${words}.` }))
  const fence = folder.brokenFence().map((name): Finding => ({
    what: 'fence-broken',
    negotiationId: null,
    words: `The rule ${name}, which keeps the journal from being changed, was taken away or altered.`,
  }))
  return [...damaged, ...fence]
}

function chainFindings({ negotiation: { id, title }, chain }: Examined): readonly Finding[] {
  const journal = `the journal of “${title}”`
  if (chain.length === 0) {
    return [{ what: 'entry-missing', negotiationId: id, words: `In ${journal} there is nothing at all, not even how it was opened.` }]
  }
  const entryAt = new Map(chain.map((entry) => [entry.position, entry]))
  return checkChain(chain).map(({ fault, position }): Finding => {
    const entry = entryAt.get(position)
    if (fault === 'missing' || entry === undefined) {
      return { what: 'entry-missing', negotiationId: id, words: `In ${journal} entry ${position} is missing.` }
    }
    const who = `${entry.at}, ${entry.act} by ${entry.name}`
    const words = `In ${journal} entry ${position} (${who}) does not follow from the one before it: it was changed, put in, or stood elsewhere.`
    return { what: 'entry-broken', negotiationId: id, words }
  })
}

const headFindings = (head: string, hashes: ReadonlySet<string>): readonly Finding[] =>
  [...hashes].some((hash) => hash.startsWith(head))
    ? []
    : [{ what: 'head-unknown', negotiationId: null, words: `No journal reaches the head ${head}: its end was cut off, or it was written anew.` }]

async function versionFindings(
  folder: KeptFolder,
  { negotiation: { id }, chain, versions }: Examined & Readonly<{ versions: readonly VersionRow[] }>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const find = (what: Finding['what'], words: string): void => void findings.push({ what, negotiationId: id, words })
  const entryOf = new Map(chain.map((entry) => [entry.hash, entry]))
  for (const version of versions) {
    const name = nameOf(version)
    if (!(await isAsNamed(folder, version.contentHash))) find('version-altered', `${name}: its wording is not the one it was issued with.`)
    if (version.journalHead === null) continue
    const entry = entryOf.get(version.journalHead)
    if (entry === undefined) find('head-unknown', `${name}: its journal head ${version.journalHead} occurs in no entry; the journal was cut off or written anew.`)
    else if (entry.digest !== version.contentHash || entry.textId !== version.textId) find('version-altered', `${name}: the journal tells of another wording (entry ${entry.position}).`)
  }
  const heads = new Set(versions.map(({ journalHead }) => journalHead))
  const issued = chain.filter(({ act }) => act === 'version-issued')
  for (const { position, digest, hash, subject } of issued) {
    if (digest !== null && !heads.has(hash)) find('version-missing', `The version “${subject}”, issued in entry ${position}, is gone.`)
  }
  for (const textId of new Set(versions.map((version) => version.textId))) {
    const early = versions.filter((version) => version.textId === textId && version.journalHead === null)
    const told = issued.filter((entry) => entry.textId === textId && entry.digest === null)
    if (early.length > told.length) find('version-unjournaled', `${nameOf(early.at(-1))}: the journal does not tell of its issue.`)
  }
  return findings
}

const nameOf = (version: VersionRow | undefined): string =>
  version === undefined ? 'A version' : `Version ${version.symbol ?? version.ordinal} of text ${version.textId}`

/** Whether the wording kept under `hash` is the one of that name; false also for one that is gone or cannot be read. */
async function isAsNamed({ contents }: KeptFolder, hash: string): Promise<boolean> {
  try {
    const kept = await contents.get(hash)
    return kept !== null && contentHash(kept.text, kept.held) === hash
  } catch {
    return false // no wording any more: the finding says so
  }
}

async function draftFindings({ drafts }: KeptFolder, { id }: NegotiationRow, textId: string): Promise<readonly Finding[]> {
  const unreadable = (why: string): readonly Finding[] => [{ what: 'draft-unreadable', negotiationId: id, words: `The live draft of text ${textId} cannot be read: ${why}.` }]
  try {
    const log = await drafts.load(textId)
    if (log.length === 0) return unreadable('its log is empty')
    wordingOf(log)
    return []
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error))
  }
}
