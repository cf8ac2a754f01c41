import { createHash } from 'node:crypto'
import type { JournalEntry } from '../port.ts'

/** An entry at its place in the chain of its negotiation; `position` counts from 1. */
export type ChainedEntry = JournalEntry & Readonly<{ position: number; hash: string }>

/** What stands before the first entry of every chain. */
export const CHAIN_START = '0'.repeat(64)

/** The first word of the canonical form: other fields, another word (JR1). */
const FORM = 'travaux journal 1'

/** The hash of `entry` at `position` behind the entry that bears `previous` (JR1). */
export function entryHash(entry: JournalEntry, position: number, previous: string): string {
  const { negotiationId, at, memberId, name, delegation, act, subject, textId, digest } = entry
  const canonical = JSON.stringify([FORM, previous, negotiationId, position, at, memberId, name, delegation, act, subject, textId, digest])
  return createHash('sha256').update(canonical, 'utf8').digest('hex')
}

/** `entry` behind `last`, the end of its chain (null = it is the first), in the words that a database keeps (JR2). */
export function chained(entry: JournalEntry, last: Pick<ChainedEntry, 'position' | 'hash'> | null): ChainedEntry {
  const kept: JournalEntry = {
    negotiationId: keepable(entry.negotiationId),
    at: keepable(entry.at),
    memberId: keepable(entry.memberId),
    name: keepable(entry.name),
    delegation: keepable(entry.delegation),
    act: keepable(entry.act),
    subject: keepable(entry.subject),
    textId: entry.textId === null ? null : keepable(entry.textId),
    digest: entry.digest === null ? null : keepable(entry.digest),
  }
  const position = (last?.position ?? 0) + 1
  return { ...kept, position, hash: entryHash(kept, position, last?.hash ?? CHAIN_START) }
}

const keepable = (words: string): string => words.toWellFormed().replaceAll('\0', '\uFFFD')
